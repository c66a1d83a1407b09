/** Ways through a round, as its secretariat would go them. What its applications tell it, the pure walk is told; on the stack they are there. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';
import { committee, haichuan } from '../application/walks.ts';

const usual: Readonly<Record<string, string>> = {
  'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng', 'agency-head@gd-gov': 'rong', 'committee-member@gd-amr': 'duruo', 'committee-member@gd-drc': 'fu', 'committee-member@gd-industry': 'gao', 'committee-member@gd-finance': 'hu',
};
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const plan: JsonObject = {
  edition: 8, roundYear: 2026, declarationFrom: day(0), declarationUntil: day(60), awardPlaces: 10, nominationPlaces: 40, candidatePlaces: 60, requirements: '在广东省依法设立，近三年无重大质量、安全、环保事故和违法失信行为，质量水平处于国内领先。', noticeDays: 5, threshold: 60,
  seatsManagement: 2, seatsMetrology: 1, seatsStandards: 1, seatsAudit: 1, trim: 1, quorum: 3,
};
/** Rounds of the pure walk, by what happens in them (walk.test.ts). */
export const rounds = { smooth: 8, troubled: 9, nobody: 10, belowThreshold: 11, allGaveUp: 12, votedDown: 13, tied: 14, unattached: 15 } as const;

/** 纸质评审: what had been done on paper when the round was taken over. No period lies across so many days off that it would be too short. */
const onPaper: JsonObject = { takenOver: true, declarationFrom: day(-110), declarationUntil: day(-70) };
const paperRecord: JsonObject = {
  paperReason: '系统启用前，本届申报、推荐、审查和受理已经以纸质办理。', paperRecordedBy: ['tan'], paperCallNumber: '粤质奖办〔2026〕3号', paperCallOn: day(-112), paperFiled: 9,
  paperReview: '各地级以上市推荐9件，推荐名单均已公示；形式审查退回2件；部门核查、资格审查后受理，台账和审查表附后。',
};
const paperNotice: JsonObject = { paperNoticeNumber: '粤质奖公示〔2026〕2号', paperNoticeFrom: day(-32), paperNoticeUntil: day(-8), paperObjections: '公示期间未收到异议。' };
const { cycleNumber: _, ...paperDeclaration } = haichuan;
/** 受理的申报, as its papers say. */
export const paperEntry = (n: number, more: JsonObject = {}): JsonObject => ({
  ...paperDeclaration, internalNoticeFrom: day(-105), internalNoticeUntil: day(-90), recommendationNumber: `穗市监奖荐〔2026〕${n}号`, departmentOpinions: '省生态环境厅、省人力资源和社会保障厅、省税务局均未发现问题。', acceptanceNumber: `粤质奖受〔2026〕${n}号`, acceptedOn: day(-40), ...more,
});
const recorded = (entry: JsonObject): readonly Act[] => [['paperEntry', 'added', entry], { told: 'award-taken-over' }];
const attached: Act = { beside: 'attachPaper' };
const paperDone: Act = ['paperEntry', 'done'];
const confirmed: Act = ['paperConfirm', 'confirmed'];
/** Each is held against the papers in its own case before the head confirms, so that the round finds it where it looks. */
const checked: Act = { at: 'award-application', deed: ['paperCheck', 'entered', {}, 'tan'] };
/** @param entries of whose applications the cases are opened @param check none where one is barred: it never comes so far */
export const takenOver = (entries: readonly JsonObject[], check: readonly Act[] = entries.map(() => checked)): readonly Act[] => [attached, ['paperRecord', 'noticed', { ...paperRecord, ...paperNotice }], ...entries.flatMap(recorded), paperDone, ...check, confirmed];

const approved: Act = ['planApproval', 'approved'];
const closed: readonly Act[] = [{ told: 'award-filed' }, { told: 'award-filed' }, ['closeDeclaration', 'closed', { closingReasons: '各地推荐工作已经完成。' }], { told: 'declarations-over' }];
const over: Act = { waitFor: 'noticeOver' };
const kept: Act = ['conclusion', 'kept'];
const notice: readonly Act[] = [over, kept];
/** 见证抽取、评审打分 come first, beside the step. */
const drawn: readonly Act[] = [{ beside: 'draw' }, ['witness', 'revealed']];
const scored: readonly Act[] = [{ beside: 'score' }, ['scoring', 'closed']];
const reported: readonly Act[] = [['report', 'submitted', { reviewReport: '申报组织质量管理成熟度总体较高。' }], ['convene', 'convened', { committee: [...committee] }]];
const submitted: Act = ['submission', 'submitted', { submissionText: '拟奖名单公示无异议，报请审定。' }];
const toWritten: readonly Act[] = [approved, ...closed, ...notice];
const toCandidates: readonly Act[] = [...toWritten, ...drawn, ...scored, ...notice];
const toVotes: readonly Act[] = [...toCandidates, ...drawn, ...scored, ...reported];
const tieVotes = (vote: string): readonly Act[] => [['tieProposal', 'proposed', { tieOrder: '奖申2\n奖申1' }], ['tieVote', vote, {}, 'duruo'], ['tieVote', vote, {}, 'fu']];

export const cycle = { process: 'quality-award', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const own = { starter: 'tan', agency: 'gd-award-secretariat' };
  const round = (edition: number, more: JsonObject = {}) => ({ ...own, start: { ...plan, edition, ...more } });
  return {
    completed: { ...round(rounds.smooth), title: '评选完成', outcome: 'completed', acts: [...toVotes, ...notice, submitted, ['government', 'approved']] },
    troubled: {
      ...round(rounds.troubled, { roundYear: 2027 }), title: '与另一届相隔不足两年，改正后报批，方案退回一次，专家不足，评分规则有误，公示取消资格，省政府退回一次', outcome: 'completed',
      acts: [
        ['planRevision', 'resubmitted', { roundYear: 2026 }], ['planApproval', 'returned', { planOpinion: '名额过多。' }], ['planRevision', 'resubmitted', { awardPlaces: 2, nominationPlaces: 5 }], approved, ...closed, ['awaitAccepted', 'again'], ['notice', 'checked'], over,
        ['conclusion', 'removed', { removed: '没有这个案号', removalReasons: '异议成立。' }], ['conclusion', 'removed', { removed: '奖申4', removalReasons: '异议成立。' }],
        ['drawShort', 'again', { drawAdjustment: '补充财务审计专家3名。' }], ...drawn, ['witness', 'redraw'], ['drawShort', 'again', { drawAdjustment: '两名专家放弃，重新抽取。' }], ...drawn, ['panelWrong', 'again', { trim: 1, quorum: 3 }], ...scored, ...scored, ...notice,
        ...drawn, ['awaitVisited', 'again'], ...scored, ['report', 'submitted', { reviewReport: '总体较高。' }], ['convene', 'convened', { committee: ['committee-member@gd-amr'] }], ['convene', 'convened', { committee: [...committee, 'committee-member@gd-finance'], recusals: '奖申1 省财政厅\n奖申9 省财政厅' }],
        ['convene', 'convened', { committee: [...committee, 'committee-member@gd-finance'], recusals: '奖申1 省财政厅' }],
        ['awaitVotes', 'again'], ...notice, submitted, ['government', 'returned', { governmentOpinion: '请核实奖申2的环保情况。' }], ['conclusion', 'removed', { removed: '奖申2', removalReasons: '环保处罚未如实申报。' }], submitted, ['government', 'approved'],
      ],
    },
    objected: {
      ...round(rounds.smooth, { noticeDays: 6 }), title: '三次公示均收到异议，逐件办理', outcome: 'completed',
      acts: [
        approved, ...closed, ...objection(), ...drawn, ...scored, ...objection(), ...drawn, ...scored, ...reported, ...objection(), submitted, ['government', 'approved'],
      ],
    },
    tiedAdopted: { ...round(rounds.tied, { awardPlaces: 1 }), title: '并列的次序由委员会票决', outcome: 'completed', acts: [...toVotes, ['tieProposal', 'proposed', { tieOrder: '奖申2' }], ['tieVote', 'adopted', {}, 'duruo'], ['tieVote', 'adopted', {}, 'gao'], ...tieVotes('adopted'), ...notice, submitted, ['government', 'approved']] },
    tiedVacated: { ...round(rounds.tied, { awardPlaces: 1 }), title: '并列名额空缺', outcome: 'completed', acts: [...toVotes, ['tieProposal', 'proposed', { tieOrder: '奖申2\n奖申1' }], ['tieVote', 'abstain', {}, 'duruo'], ['tieVote', 'vacated', {}, 'fu'], ...notice, submitted, ['government', 'approved']] },
    nobody: { ...round(rounds.nobody, { declarationFrom: day(10) }), title: '到申报开始日期才接收申报，期满无人申报', outcome: 'vacant', acts: [approved, { waitFor: 'beforeDeclarations' }, { waitFor: 'declarationDeadline' }, { told: 'declarations-over' }] },
    allRemoved: { ...round(rounds.smooth), title: '受理名单全部取消', outcome: 'vacant', acts: [approved, ...closed, over, ['conclusion', 'removed', { removed: '奖申1、奖申2、奖申3、奖申4', removalReasons: '异议成立。' }]] },
    belowThreshold: { ...round(rounds.belowThreshold), title: '材料评审均未达标', outcome: 'vacant', acts: [...toWritten, ...drawn, ...scored] },
    allGaveUp: { ...round(rounds.allGaveUp), title: '候选均放弃', outcome: 'vacant', acts: [...toCandidates, ...drawn] },
    votedDown: { ...round(rounds.votedDown), title: '票决均未通过', outcome: 'vacant', acts: toVotes },
    winnersRemoved: { ...round(rounds.smooth), title: '拟奖名单全部取消', outcome: 'vacant', acts: [...toVotes, over, ['conclusion', 'removed', { removed: '奖申1 奖申2 奖申3', removalReasons: '异议成立。' }]] },
    takenOver: { ...round(rounds.smooth, onPaper), title: '接续纸质评审，从材料评审起办理，评选完成', outcome: 'completed', acts: [...takenOver([paperEntry(1)]), kept, ...drawn, ...scored, ...notice, ...drawn, ...scored, ...reported, ...notice, submitted, ['government', 'approved']] },
    takenOverUnnoticed: {
      ...round(rounds.unattached, onPaper), title: '接续纸质评审：未附材料、公示天数不足、重复登记、退回更正，名单在系统内公示后全部取消', outcome: 'vacant',
      acts: [
        ['paperRecord', 'accepted', paperRecord], attached, ['paperRecord', 'noticed', { ...paperNotice, paperNoticeUntil: day(-31) }], ['paperRecord', 'accepted'], paperDone, ...recorded(paperEntry(1)), ['paperEntry', 'added', paperEntry(1)], paperDone,
        ['paperConfirm', 'returned', { paperOpinion: '申报件数与台账不一致。' }], ['paperRecord', 'dropped'], ['paperRecord', 'accepted', { paperFiled: 10 }], paperDone, confirmed, over, ['conclusion', 'removed', { removed: '奖申1、奖申2、奖申3、奖申4', removalReasons: '异议成立。' }],
      ],
    },
    notTakenOver: { ...round(rounds.smooth, { ...onPaper, declarationUntil: day(3) }), title: '申报尚未截止，不能接续，撤销', outcome: 'cancelled', acts: [attached, ['paperRecord', 'accepted', paperRecord], ['paperRecord', 'dropped']] },
    dropped: { ...round(rounds.smooth), title: '方案未获批准', outcome: 'cancelled', acts: [['planApproval', 'returned', { planOpinion: '暂不开展。' }], ['planRevision', 'dropped']] },
  } as const satisfies Record<string, Walk>;
}

function objection(): readonly Act[] {
  return [['notice', 'checked'], { called: 'handleObjections', acts: [], outcome: 'rejected', tells: { reply: '经核查不实。' } }, over, kept];
}
