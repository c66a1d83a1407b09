/** Registers and funds. */
export const registers = {
  enterprises: {
    ownIntro: '本企业的登记信息、案件和质量信用记录。',
    title: '企业名录', intro: '案件、登录和管理员维护所形成的企业信息，按辖区查看。', search: '按名称或代码查找企业', searchHint: '名称、统一社会信用代码', empty: '名录中还没有企业。', emptyFiltered: '没有符合条件的企业。',
    name: '企业', region: '所在地', industry: '行业', updated: '更新', facts: '基本信息', cases: '案件', counts: '共 {{all}} 件，在办 {{open}} 件', contacts: '联系人', origin: '信息来源',
    from: { case: '案件', 'sign-in': '企业登录', administrator: '管理员维护' }, hints: '风险提示', credit: '质量信用记录', noCredit: '没有质量信用记录。', itsCases: '该企业的案件（可查看的）', noCases: '没有您可以查看的案件。',
    standing: { public: '公示中', 'not-public': '未公示', ended: '公示期满', withdrawn: '已撤销' }, until: '公示至 {{day}}',
    correct: '更正信息', correctTitle: '更正企业信息：{{name}}', correctHelp: '只修改填写的内容，其余保持不变。谁、何时、为何更正都会留下记录。', corrected: '企业信息已更正', unchanged: '没有更改', entryName: '企业名称', reason: '更正理由', save: '保存更正',
    contact: { name: '姓名', phone: '联系电话', duty: '职务' }, contactOf: '联系人 {{name}} {{phone}}', newContact: '新增联系人', addContact: '增加联系人', remove: '删除', removeContact: '删除第 {{n}} 位联系人', keepsHelp: '不填则保持原值',
    history: '更正记录', neverCorrected: '没有更正过。', entered: '登记', members: { name: '企业名称', region: '所在地', industry: '行业', contacts: '联系人' },
  },
  experts: {
    title: '专家库', intro: '评审组从在库专家中随机抽取；近亲属任职、提供过咨询的，抽取时自动回避。', add: '登记专家', keep: '维护：{{name}}', edit: '维护', save: '保存', kept: '专家信息已保存', empty: '专家库中还没有专家。', emptyFiltered: '没有符合条件的专家。',
    name: '姓名', post: '职称', employer: '工作单位', employerUscc: '工作单位统一社会信用代码', employerUsccHelp: '填写后，本单位申报的项目抽取时回避', fields: '专业领域', fieldsHelp: '多个领域用顿号隔开', region: '所在地', phone: '联系电话',
    account: '登录账号', accountHelp: '没有账号的，不能登录评分', status: '状态', active: '可以抽取', activeHelp: '停用后不再参加抽取，已有的评审不受影响', inUse: '在库', outOfUse: '停用',
    kin: '近亲属任职', kinHelp: '每行一项：关系，单位名称，统一社会信用代码（可不填）', advised: '提供咨询的单位', advisedHelp: '每行一项：单位名称，统一社会信用代码（可不填），截止日期（仍在提供的不填）',
    kinCount_one: '近亲属任职 {{count}} 项', kinCount_other: '近亲属任职 {{count}} 项', advisedCount_one: '提供咨询 {{count}} 项', advisedCount_other: '提供咨询 {{count}} 项',
  },
  agencies: {
    title: '机关名录', intro: '可以收办案件的机关及其上级机关。', search: '按名称查找机关', searchHint: '机关名称', kind: '类别', region: '所在地', name: '机关', superior: '上级机关', none: '没有符合条件的机关。',
    kinds: { market: '市场监督管理部门', police: '公安机关', procuratorate: '人民检察院', government: '人民政府', department: '其他行政部门', inspection: '督查机构', technical: '技术机构', body: '其他组织' },
  },
  funds: {
    title: '基金账', intro: '资金由案件的办理环节预留、承诺、拨付、追回和释放，不能在此改动。', none: '没有您可以查看的基金。', ceiling: '总额',
    accounts: { capital: '基金总额', available: '可用', reserved: '已预留', committed: '已承诺', disbursed: '已拨付', recovered: '已追回' },
    audit: '审计', auditText: '核对全部分录：借贷是否相等、余额和各案占用是否由分录得出、哈希链是否完整。', check: '审计账目', sound: '账目完整、平衡', unsound_one: '发现 {{count}} 处问题', unsound_other: '发现 {{count}} 处问题', checkedAt: '审计时间 {{at}}',
    entryCount: '分录', debits: '借方合计', credits: '贷方合计', head: '链尾哈希', atEntry: '第 {{seq}} 号分录', isShould: '账载 {{is}}，应为 {{should}}',
    findings: { chain: '哈希链断裂', order: '分录序号不连续', negative: '余额为负', sides: '借贷方向有误', ceiling: '总额不符', balance: '余额不符', position: '案件占用不符' },
    entries: '分录', entriesOf: '分录：{{name}}', allEntries: '全部分录', ofCase: '只看本案', noEntries: '没有分录。', seq: '序号', at: '时间', operation: '操作', amount: '金额', case: '案件', note: '摘要', hash: '哈希', sides: '借 {{debit}} · 贷 {{credit}}',
  },
};
