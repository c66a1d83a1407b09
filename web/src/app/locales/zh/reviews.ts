/** 评审: texts of its pages. */
export const reviews = {
  title: '评审', intro: '专家抽取、评分和排名。抽取和排名都可以在您自己的浏览器里重算一遍。', none: '没有需要您参加、见证或者组织的评审。', open: '打开案件', back: '全部评审', notFound: '没有这项评审，或者您无权查看。',
  sheetsOf: '已交 {{done}}/{{all}} 份', opened: '成立于', closedAt: '截止于', scoringNow: '评分中', closed: '已截止',
  waiting: '待我评审',
  invitations: {
    title: '评审邀请', drawn: '您经随机抽取，担任“{{field}}”评审专家。', accept: '参加', refuse: '不能参加', recuse: '应当回避', accepted: '已答复参加', refused: '已放弃', recused: '已回避',
    told: { accepted: '已记录您参加评审', refused: '已记录您不能参加，由候补专家递补', recused: '已记录您的回避，由候补专家递补' }, reason: '理由', refuseHelp: '您的席位将由同一专业的下一名专家递补，不能撤回。', recuseHelp: '您与申报人有利害关系的，应当回避。席位由同一专业的下一名专家递补，不能撤回。', later: '评审组成立后通知您评分。',
  },
  scoring: { title: '我的评分', score: '去评分', look: '查看', done: '已全部提交' },
  witnessing: { title: '待见证的抽取', witness: '去见证', committed: '名单固定于' },
  running: { title: '评审组', look: '查看' },
  ofCase: { title: '专家抽取和评审', unrevealed: '待见证', revealed: '已抽取', witnessedBy: '{{name}}见证', candidates_one: '{{count}} 名候选专家', candidates_other: '{{count}} 名候选专家', look: '查看抽取', lookPanel: '查看评审组', toWitness: '去见证' },
  draw: {
    title: '专家抽取', steps: '抽取过程', fixed: '固定名单', fixedText: '{{count}} 名候选专家的名单和一个保密的随机数，以承诺值封存，此后不能改动。', commitment: '承诺值', listHash: '名单的哈希',
    witnessed: '见证揭示', witnessedText: '{{name}}加入见证词“{{word}}”，随机数由此揭示。', waits: '等待见证人加入见证词。', made: '排定次序', madeText: '由随机数、见证词和名单得出种子，按种子排定各专业的次序，依次入席。', madeLater: '见证后即时得出。',
    seed: '种子', nonce: '随机数', word: '见证词', wordHelp: '写下您此刻想到的任何一句话。名单已经固定，随机数您不知道，因此谁都不能左右结果。', reveal: '揭示并抽取', revealed: '已抽取',
    afterReveal: '见证完成后，请回到案件办结见证环节。',
    seats: '抽取结果', field: '专业', expert: '专家', answer: '答复', waitingAnswer: '待答复', accepted: '参加', noAccount: '无账号', noAccountHint: '没有系统账号，不能在线评分，可以递补', vacant: '“{{field}}”缺 {{count}} 席，候补已用完。',
    decline: '递补', declineNamed: '递补：{{name}}', declineTitle: '{{name}}不参加评审', declineHelp: '由同一专业次序中的下一名专家递补，不能撤回。', kind: '原因', refused: '放弃', recused: '回避', reason: '理由', declined: '已递补', declinedList: '放弃和回避',
    candidates: '候选名单', order: '次序', seated: '入席', out: '已退出', excluded: '排除的专家', excludedText: '与申报人有利害关系，未列入名单。', reasons: '理由', noExcluded: '没有专家因利害关系被排除。',
    repeat: '复核', repeatText: '在您的浏览器里，用公开的名单、随机数和见证词把抽取重做一遍，不依赖服务器的结论。', again: '重做抽取', same: '重做的结果与记录完全一致', different: '重做的结果与记录不一致', repeated: '重做得出：{{names}}',
    checks: { order: '名单的次序由编号得出，不是人为排列', list: '名单与封存时的哈希一致', commitment: '随机数与事先公布的承诺值一致', seed: '种子由随机数、见证词和名单得出', lot: '次序由种子得出', seats: '入席的专家与页面所列一致' }, ok: '一致', wrong: '不一致', later: '见证揭示以后才能复核。',
    seatCount_one: '{{count}} 席', seatCount_other: '{{count}} 席',
  },
  public: {
    title: '随机抽取公开验证', page: '公开验证页', unnamed: '评审专家抽取', notFound: '没有这次抽取。请核对地址。', verified: '您的浏览器已验证', verifiedText: '本页打开时，您的浏览器已用下列公开数据把抽取从头重做一遍，没有采用服务器的结论。',
    waiting: '名单已固定，尚未抽取', waitingText: '承诺值已经公布，名单和随机数不能再改。见证人加入见证词以后，本页将显示结果并由您的浏览器自动验证。',
    result: '抽取结果（按编号）', seats: '席位', drawn: '入席', number: '{{n}} 号', vacant: '缺 {{count}} 席', declined: '抽中后不参加，由同一专业次序中的下一名递补：{{numbers}}', how: '怎样抽取', raw: '原始数据（JSON）',
    howText: '先固定候选名单：按“抽取编号和专家编号”的 SHA-256 排列，取全表的 SHA-256。再由系统产生一个保密的随机数，公布“随机数和名单哈希”的 SHA-256，即承诺值，随机数从此不能更换。然后由不知道随机数的见证人说一句话。揭示以后，种子是“随机数、见证词和名单哈希”的 SHA-256；每个专业的次序由种子经 Fisher–Yates 洗牌得出，排在前面的入席，其余依次候补。产生随机数的不知道见证词，说见证词的不知道随机数，因此谁都不能左右结果。任何人都可以用其他 SHA-256 工具按此重算。',
    committedAt: '固定名单', revealedAt: '见证揭示', word: '见证词', later: '见证以后公布', candidate: '编号', candidatesText: '不公布候选专家的姓名和单位；编号下面是其在专家库中的代码，用于重算。与申报人有利害关系的，未列入名单。',
  },
  panel: {
    title: '评审组', rules: '评分规则', criterion: '指标', max: '满分', weight: '权重', trim: '去掉最高、最低各 {{count}} 份', noTrim: '全部评分计入', quorum: '每个申报人至少 {{count}} 份有效评分', places_one: '名额 {{count}} 个', places_other: '名额 {{count}} 个', threshold: '达标线 {{points}} 分', noThreshold: '不设达标线', outlier: '与中位数相差超过 {{points}} 分的评分予以提示，仍然计入',
    ties: '同分时依次比较：{{rules}}', noTies: '同分并列', tie: { 'untrimmed-mean': '全部评分的平均分', 'lowest-sheet': '计入评分中的最低分' },
    progress: '评分进度', member: '专家', handedIn: '已交', recusedFrom: '回避', none: '无', closePanel: '截止评分', closeTitle: '截止评分？', closeText: '截止以后不能再提交或修改评分，系统随即计算排名并封存。', missing_one: '还有 {{count}} 份评分没有交。', missing_other: '还有 {{count}} 份评分没有交。', complete: '评分已经交齐。', closedNow: '评分已截止，排名已封存',
    recuse: '登记回避', recuseNamed: '登记回避：{{name}}', recuseTitle: '{{name}}回避', recuseHelp: '回避后不再对该申报人评分，已交的评分不计入。不能撤回。', recuseMine: '我应当回避', applicant: '申报人', recused: '已登记回避', recusals: '评审中的回避', recusalOf: '{{member}}回避{{applicant}}', hidden: '截止以前，谁都看不到他人的评分。',
  },
  sheet: {
    title: '评分表', of: '评分表：{{name}}', applicants: '申报人', unscored: '未评', handedIn: '已提交', recused: '回避', limits: '0–{{max}} 分，权重 {{weight}}/{{all}}', points: '分', total: '加权得分', unknownTotal: '填写全部指标后得出', comment: '评语', submit: '提交评分', again: '重新提交', done: '评分已提交：{{name}}', mayChange: '提交后，截止以前还可以修改，以最后一次为准。没有提交的内容只保存在本标签页。', last: '第 {{version}} 次提交，{{at}}', next: '下一个未评的申报人', closed: '评分已截止，这是您提交的评分。', notHandedIn: '截止以前您没有提交评分。', recusedText: '您须回避该申报人，由其他专家评分。', allDone: '您已对全部申报人评分。',
  },
  ranking: {
    title: '排名', rank: '名次', score: '得分', status: '结果', how: '怎样得出', howNamed: '怎样得出：{{name}}', unranked: '不排名', vacant_one: '名额空缺 {{count}} 个', vacant_other: '名额空缺 {{count}} 个',
    statuses: { awarded: '入选', 'beyond-places': '名额已满', 'below-threshold': '未达标', 'no-quorum': '评分不足', 'undecided-tie': '并列待表决' },
    total: '加权得分', use: '计入与否', counted: '计入', highest: '最高分，去掉', lowest: '最低分，去掉', outlier: '与中位数 {{median}} 分相差较大', formula: '计入 {{count}} 份：（{{sum}}）÷ {{count}} = {{mean}} 分', joint: '；', tieWith: '与{{names}}同分', tieBy: '按“{{rule}}”分出先后', tieNone: '所列规则不能分出先后，并列',
    repeat: '复核排名', repeatText: '在您的浏览器里，用全部计入的评分和规则把排名重算一遍，并与封存的摘要比对。', again: '重算排名', same: '重算的排名与封存的完全一致', different: '重算的排名与封存的不一致', digest: '封存的摘要', computed: '重算的摘要',
  },
};
