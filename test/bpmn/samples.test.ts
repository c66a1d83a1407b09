/** Files in the manner of three engines: each is imported, sound, and goes to its end, or is refused for exactly these reasons. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBpmn, type ImportOptions } from '../../bpmn/import/import.ts';
import type { CaseRef } from '../../domain/engine/state.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, type Driver } from '../engine/driver.ts';

const folder = new URL('samples/', import.meta.url);
const sample = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

async function taken(name: string, options: ImportOptions = {}) {
  const result = await importBpmn(sample(name), options);
  if (!result.ok) throw new Error(result.problems.map((p) => p.message.en).join('\n'));
  return result;
}
/** The definition, which is whole. */
async function sound(name: string, options: ImportOptions = {}): Promise<ProcessDefinition> {
  const { definition } = await taken(name, options);
  expect(checkDefinition(definition)).toEqual([]);
  return definition;
}
async function reasons(name: string, options: ImportOptions = {}): Promise<readonly (readonly [string, string])[]> {
  const result = await importBpmn(sample(name), options);
  return result.ok ? [] : result.problems.map((p) => [p.code, p.element] as const);
}
/** The import may put a sub-process around a step, or an end after it, under the same name. */
const named = (model: ProcessDefinition, name: string): Node => {
  const all = model.nodes.filter((n) => n.name.zh === name);
  const [found, more] = all.length > 1 ? all.filter((n) => n.type === 'userTask') : all;
  if (!found || more) throw new Error(`not one step "${name}"`);
  return found;
};
const open = (driver: Driver): readonly string[] => driver.openNodes().map((id) => driver.model.nodes.find((n) => n.id === id)!.name.zh);
const done = (driver: Driver, name: string, data = {}, actor = everybody()): Driver => driver.complete(named(driver.model, name).id, 'done', data, actor);
/** How the case ended, as the file calls that end. */
const closed = (driver: Driver): string | undefined => {
  const [end] = driver.bodies('case.closed');
  return end && driver.model.outcomes[end.outcome]?.zh;
};
const engine = { kind: 'system', id: 'engine' } as const;
/** The case that it calls is opened, and comes back with this. */
function answered(driver: Driver, process: string, data: Record<string, string>): Driver {
  const { opening } = driver.bodies('opening.requested')[0]!;
  const child: CaseRef = { caseId: '00000000-0000-4000-8000-000000000002', process, number: null, title: process };
  driver.act({ type: 'opening-done', opening, child }, engine);
  return driver.act({ type: 'child-closed', call: Object.values(driver.state.calls ?? {})[0]!.id, child, outcome: 'done', data }, engine);
}
const posts = (...values: readonly string[]) => ({ label: text('核验岗位', 'Posts'), type: 'choices', options: values.map((value) => ({ value, label: text(value, value) })) }) as const;

const refused: readonly [string, readonly (readonly [string, string])[]][] = [
  ['camunda7-complaint-handling.bpmn', [
    ['task.several-groups', 'Activity_1xnw9ct'], ['task.person', 'Activity_1ah68yv'], ['script.language', 'Activity_1c4othj'], ['service.unknown', 'Activity_02d2luj'], ['extension.listener', 'Event_02yqsn9'], ['extension.listener', 'Activity_19r7cmg'],
  ]],
  ['camunda7-expert-review.bpmn', [['rule.decision', 'Activity_0ym3rdr']]],
  ['camunda7-fee-refund.bpmn', [['task.nobody', 'Activity_14e24yu'], ['task.nobody', 'Activity_0u3tm48'], ['task.nobody', 'Activity_15ooroi'], ['task.nobody', 'Activity_03cbauf']]],
  ['camunda7-leave-request.bpmn', [['task.initiator', 'UserTask_0rfotk1']]],
  ['camunda7-purchase-approval.bpmn', [['task.nobody', 'Activity_15192ap'], ['task.nobody', 'Activity_04wleo3'], ['task.nobody', 'Activity_1i4xncm'], ['task.nobody', 'Activity_0v43klp']]],
  ['camunda7-random-inspection.bpmn', [['start.kind', 'StartEvent_1e7c2pc'], ['service.unknown', 'Activity_1b79h80'], ['element.loop', 'Activity_18ka04e'], ['element.conditional', 'Event_1ivu8pm'], ['service.unknown', 'Activity_12vgqys']]],
  ['camunda7-rule-publication.bpmn', [['expression.code', 'Activity_02zridx'], ['service.unknown', 'Activity_0yicsdl'], ['service.unknown', 'Activity_11qrmqz']]],
  ['camunda8-evidence-custody.bpmn', [['service.unknown', 'Activity_0d72cey'], ['timer.duration', 'Event_135tlnj']]],
  ['camunda8-food-permit.bpmn', [['send.none', 'Activity_05cl2cr']]],
  ['camunda8-subsidy-screening.bpmn', [
    ['service.unknown', 'Activity_06gv4ix'], ['rule.decision', 'Activity_1efva7u'], ['task.nobody', 'Activity_1jglkvy'], ['extension.behaviour', 'Activity_1jglkvy'], ['service.unknown', 'Activity_0mqabn7'], ['extension.listener', 'Activity_0mqabn7'],
  ]],
  ['flowable-certificate-print.bpmn20.xml', [['script.language', 'renderPdf'], ['service.unknown', 'mailIt'], ['extension.behaviour', 'handOver'], ['extension.behaviour', 'templateError'], ['script.language', 'noteProblem']]],
  ['flowable-joint-verification.bpmn20.xml', [['task.nobody', 'supervise'], ['variable.list', 'verifyInTurn']]],
  ['flowable-licence-issue.bpmn20.xml', [['extension.listener', 'sid-E2EA399B-CE2B-1DD0-1028-78F4A3BB19E8']]],
];
const asTheyAre = ['camunda7-licence-renewal.bpmn', 'flowable-seal-use.bpmn20.xml'];

describe('refused, all at once, by id and reason', () => {
  it('every file of the folder, but for those that can be taken as they are', () => {
    expect([...refused.map(([name]) => name), ...asTheyAre].toSorted()).toEqual(readdirSync(folder).filter((name) => name.includes('.bpmn')).toSorted());
  });
  it.each(refused)('%s', async (name, why) => {
    const result = await importBpmn(sample(name));
    expect(result.ok ? [] : result.problems.map((p) => [p.code, p.element])).toEqual(why);
    for (const { message } of result.ok ? [] : result.problems) for (const said of [message.zh, message.en]) expect(said).toMatch(/^\S+.*[：:] ?\S/);
  });
  it('a reason names the element as the file does', async () => {
    const result = await importBpmn(sample('camunda7-complaint-handling.bpmn'));
    expect(!result.ok && result.problems[0]!.message).toEqual({
      zh: 'Activity_1xnw9ct「受理审查」：任务有多个候选组，请为其指定一个岗位（complaint-desk, legal-affairs）', en: 'Activity_1xnw9ct "受理审查": The task has several candidate groups; give one office role for them (complaint-desk, legal-affairs)',
    });
  });
  it('what no option can give stays refused: code in a script, minutes, the start by a timer', async () => {
    const services = { 'cn.example.complaint.SmsReply': 'notice.check', 'reserve-shelf': 'notice.check', 'draw-lots': 'notice.check', 'publish-findings': 'notice.check' };
    const options: ImportOptions = { roles: { 'complaint-desk, legal-affairs': 'officer', 'zhao.min': 'officer' }, services, leaveOut: ['executionListener', 'camunda:taskListener'] };
    expect(await reasons('camunda7-complaint-handling.bpmn', options)).toEqual([['script.language', 'Activity_1c4othj']]);
    expect(await reasons('camunda8-evidence-custody.bpmn', options)).toEqual([['timer.duration', 'Event_135tlnj']]);
    expect(await reasons('camunda7-random-inspection.bpmn', options)).toEqual([['start.kind', 'StartEvent_1e7c2pc'], ['element.loop', 'Activity_18ka04e'], ['element.conditional', 'Event_1ivu8pm']]);
  });
});

describe('Camunda 7: imported, sound, and brought to an end', () => {
  it('采购审批: the form is elsewhere, so its step asks for what the gateway after it reads; a deputy steps in when the time is over', async () => {
    const model = await sound('camunda7-purchase-approval.bpmn', { role: 'officer' });
    expect(model.fields).toMatchObject({ approved: { type: 'boolean' }, budgetYuan: { type: 'integer', min: 1 } });
    expect(model.startForm).toEqual({ itemValue: 'optional', budgetYuan: 'optional' });
    expect(model.clocks).toMatchObject([{ rules: [{ budget: { amount: 3, unit: 'calendar-day' }, basis: { internal: true } }] }]);
    const ends = [true, false, null].map((approved) => {
      const driver = done(drive(model).start(), '审核采购需求', { approved });
      return closed(approved ? done(done(driver, '编制采购合同', { supplier: '甲公司' }), '合同审签') : driver);
    });
    // In EL, what is absent is not approved.
    expect(ends).toEqual(['合同已签订', '不予采购', '不予采购']);
    const late = drive(model).start().until('2026-03-09T00:00:00.000Z');
    expect(open(late)).toEqual(['主管领导代为审核']);
    expect(closed(done(late, '主管领导代为审核', { approved: false }))).toBe('不予采购');
  });

  it('请假: who started it, where a post is given for that; conditions after a step are decided by a gateway', async () => {
    const model = await sound('camunda7-leave-request.bpmn', { roles: { '${applicant}': 'officer', 'Personnel Office': 'officer' } });
    expect(model.fields).toMatchObject({ leaveDays: { type: 'integer', min: 1, max: 60 }, leaveKind: { type: 'choice', options: [{ value: 'annual' }, { value: 'sick' }, { value: 'personal' }] } });
    const asked = (days: number): Driver => done(drive(model).start(), '填写请假单', { leaveDays: days, leaveKind: 'annual' });
    expect([5, 6].map((days) => open(asked(days)))).toEqual([['科室负责人审批'], ['分管领导审批']]);
    expect(closed(done(done(asked(6), '分管领导审批'), '人事备案'))).toBe('已备案');
  });

  it('规范性文件公布: lanes are posts, services by their code, a reviewer that code finds by the post that is given', async () => {
    const model = await sound('camunda7-rule-publication.bpmn', {
      roles: { 'Drafting Office': 'officer', '#{staffDirectory.reviewerOf(draftNo)}': 'section-head' }, services: { '${gazette.publish(draftNo)}': 'notice.check', '${portalPush}': 'notice.check' },
    });
    expect(named(model, '起草文件')).toMatchObject({ assignment: { role: 'officer' } });
    expect(named(model, '合法性审核')).toMatchObject({ assignment: { role: 'section-head' } });
    expect(named(model, '公开征求意见')).toMatchObject({ process: 'public-opinion', input: { draftNo: 'draftNo', days: '30' } });
    const driver = done(done(drive(model).start({ draftNo: '粤规〔2026〕3号' }), '起草文件'), '合法性审核');
    expect(driver.bodies('job.requested')).toEqual([]);
    answered(driver, 'public-opinion', {});
    for (const [i, step] of ['刊登公报', '推送至门户网站'].entries()) {
      const jobs = driver.bodies('job.requested');
      expect(jobs.map((j) => [j.node, j.input]).at(i)).toEqual([named(model, step).id, { publication: '粤规〔2026〕3号' }]);
      driver.act({ type: 'job-done', job: jobs.at(i)!.job }, engine);
    }
    expect(closed(driver)).toBe('已公布');
  });

  it('退费: an error and an escalation beside steps that never throw them are refused at registration', async () => {
    const { definition } = await taken('camunda7-fee-refund.bpmn', { role: 'officer' });
    expect(checkDefinition(definition).map((p) => [p.code, p.element])).toEqual([['event.never-thrown', 'event10vt072'], ['event.never-thrown', 'event0vmxya6']]);
    expect(named(definition, 'Bank details missing')).toMatchObject({ attachedTo: 'activity14e24yu', interrupting: true, on: { kind: 'error', error: 'bank-details' } });
    expect(named(definition, 'Large sum')).toMatchObject({ interrupting: false, on: { kind: 'escalation', escalation: 'large-sum' } });
  });

  it('许可证延续: a called process by its key, with what it is given and what it gives back', async () => {
    const model = await sound('camunda7-licence-renewal.bpmn');
    expect(named(model, '延续前核查')).toMatchObject({ process: 'renewal-inspection', input: { subject: 'licenceNo', purpose: '"延续"' }, output: { qualified: 'child.data.qualified' } });
    const asked = (qualified: string): Driver => answered(drive(model).start({ licenceNo: 'JY14401060001234' }), 'renewal-inspection', { qualified });
    expect(asked('yes').bodies('opening.requested')).toMatchObject([{ data: { subject: 'JY14401060001234', purpose: '延续' } }]);
    expect(closed(asked('no'))).toBe('不予延续');
    expect(closed(done(asked('yes'), '换发许可证'))).toBe('准予延续');
  });

  describe('专家评审', () => {
    const review = (): Promise<ProcessDefinition> => sound('camunda7-expert-review.bpmn', { dmn: [sample('camunda7-review-level.dmn')] });
    const begun = (model: ProcessDefinition, projectCost = 800): Driver => done(drive(model).start({ projectName: '食品检测中心', projectCost }), '组成专家组');
    it('a table of a DMN file decides; lists, texts and FEEL of input and output', async () => {
      const model = await review();
      expect([800, 20].map((cost) => begun(model, cost).state.data['panelHint'])).toEqual(['会议评审，请回避有利害关系的专家', '函件评审，请回避有利害关系的专家']);
      expect(begun(model).state.data).toMatchObject({ experts: ['technical-body@gd-amr', 'section-head@gd-amr', 'officer@gd-amr'], panelSize: 3 });
    });
    it('side by side for each of the list, until three fifths are done', async () => {
      const driver = begun(await review());
      expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['technical-body@gd-amr', 'section-head@gd-amr', 'officer@gd-amr']);
      expect(open(done(driver, '独立评审'))).toEqual(['独立评审', '独立评审']);
      expect(closed(done(driver, '独立评审'))).toBe('出具评审意见');
    });
    it('an error of the sub-process is caught beside it', async () => {
      const driver = done(done(begun(await review()), '独立评审', { conflict: true }), '独立评审');
      expect(open(driver)).toEqual(['更换专家']);
      expect(open(done(driver, '更换专家'))).toEqual(['独立评审', '独立评审', '独立评审']);
    });
    it('a message takes the case over', async () => {
      expect(closed(begun(await review()).act({ type: 'message', message: '撤回申请', data: {} }))).toBe('已撤回');
    });
  });
});

describe('Camunda 8: imported, sound, and brought to an end', () => {
  const permit = (): Promise<ProcessDefinition> => sound('camunda8-food-permit.bpmn', { services: { 'sms-gateway': 'notice.check' } });
  const applied = async (): Promise<Driver> => drive(await permit()).start({ shopName: '陈记面馆' });
  it('食品经营许可: mappings, parts of a structure, FEEL, a call, signatures one after the other, what code sends', async () => {
    const driver = await applied();
    expect(named(driver.model, '受理申请')).toMatchObject({ assignment: { role: 'officer' }, form: { hint: 'read', decision: 'required' } });
    expect(driver.model.clocks).toMatchObject([{ rules: [{ budget: { amount: 5, unit: 'calendar-day' } }] }]);
    expect(driver.state.data).toMatchObject({ hint: '请核对：陈记面馆' });
    done(driver, '受理申请', { decision: 'accept' });
    expect(driver.state.data).toMatchObject({ dossier: { shop: '陈记面馆', copies: 1 }, subject: '陈记面馆（共1份）' });
    answered(driver, 'site-check', { passed: 'yes' });
    expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['section-head@gd-amr']);
    done(driver, '会签', { opinion: '可' });
    expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['agency-head@gd-amr']);
    done(driver, '会签', { opinion: '可' });
    expect(driver.state.data['opinions']).toEqual(['可', '可']);
    expect(driver.bodies('job.requested').map((j) => [j.service, j.input])).toEqual([['notice.check', { publication: '陈记面馆（共1份）' }]]);
    expect(closed(driver.act({ type: 'job-done', job: driver.bodies('job.requested')[0]!.job }, engine))).toBe('准予许可');
  });
  it('the first who is against it is the last who is asked', async () => {
    const driver = done(answered(done(await applied(), '受理申请', { decision: 'accept' }), 'site-check', { passed: 'yes' }), '会签', { opinion: '否' });
    expect(closed(driver)).toBe('不予许可');
  });
  it('each value of a choice is a way; a message or ten days, whichever comes first', async () => {
    expect(closed(done(await applied(), '受理申请', { decision: 'reject' }))).toBe('不予受理');
    const waiting = done(await applied(), '受理申请', { decision: 'supplement' });
    expect(open(waiting)).toEqual([]);
    expect(open(waiting.act({ type: 'message', message: '补正材料', data: {} }))).toEqual(['受理申请']);
    expect(closed(done(await applied(), '受理申请', { decision: 'supplement' }).until('2026-03-14T00:00:00.000Z'))).toBe('退回申请');
  });
});

describe('Flowable: imported, sound, and brought to an end', () => {
  it('用印审批: groups of potential owners are posts', async () => {
    const model = await sound('flowable-seal-use.bpmn20.xml');
    const actor = { ...everybody(), pools: ['general-office@gd-amr', 'section-head@gd-amr'] };
    const driver = drive(model).start({}, actor);
    for (const step of ['填写用印事由', '批准用印', '盖章登记']) {
      expect(open(driver)).toEqual([step]);
      done(driver, step, {}, actor);
    }
    expect(closed(driver)).toBe('已用印');
    expect((await taken('flowable-seal-use.bpmn20.xml')).notices).toContainEqual(expect.objectContaining({ code: 'assignee.dropped', element: 'applySeal' }));
  });

  describe('联合核验: one after the other for each of a list', () => {
    const begun = async (): Promise<Driver> => {
      const model = await sound('flowable-joint-verification.bpmn20.xml', { role: 'officer', fields: { verifierPosts: posts('officer@gd-amr', 'section-head@gd-amr', 'agency-head@gd-amr') } });
      return drive(model).start({ verifierPosts: ['officer@gd-amr', 'section-head@gd-amr', 'agency-head@gd-amr'] });
    };
    it('until one has doubts', async () => {
      const driver = await begun();
      expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['officer@gd-amr']);
      done(driver, '依次核验', { doubtful: false });
      expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['section-head@gd-amr']);
      expect(closed(done(driver, '依次核验', { doubtful: true }))).toBe('核验完毕');
    });
    it('until two days are over; the file has a step from which nothing leads on, and the case ends there', async () => {
      const driver = (await begun()).until('2026-03-05T00:00:00.000Z');
      expect(open(driver)).toEqual(['移交督办']);
      done(driver, '移交督办');
      expect(driver.bodies('case.closed')[0]?.outcome).toBe('superviseDone');
    });
  });

  describe('证照制发: listeners can be done without', () => {
    const begun = async (medium: string): Promise<Driver> => drive(await sound('flowable-licence-issue.bpmn20.xml', { leaveOut: ['taskListener'] })).start({ holder: '李某', medium });
    it('so many copies as a script says are delivered side by side', async () => {
      const one = done(await begun('electronic'), '打印证照');
      expect([one.state.data['copies'], open(one)]).toEqual([1, ['送达证照']]);
      const two = done(await begun('paper'), '打印证照');
      expect(open(two)).toEqual(['送达证照', '送达证照']);
      expect(closed(done(done(two, '送达证照'), '送达证照'))).toBe('已送达');
    });
    it('an error of the sub-process is caught beside it, one of the process by its event sub-process', async () => {
      const driver = done(await begun('electronic'), '打印证照', { spoiled: true });
      expect(open(driver)).toEqual(['领取空白证照']);
      done(done(driver, '领取空白证照'), '打印证照', { spoiled: false });
      expect(open(done(driver, '送达证照', { objection: true }))).toEqual(['更正证照']);
      expect(closed(done(driver, '更正证照'))).toBe('已更正');
    });
    it('what other tools wrote beside the elements is told', async () => {
      const { notices } = await taken('flowable-licence-issue.bpmn20.xml', { leaveOut: ['taskListener'] });
      expect(notices.filter((n) => n.code === 'extension.foreign').map((n) => n.message.en)).toEqual([expect.stringContaining('(modeler:*)')]);
      expect(notices).toContainEqual(expect.objectContaining({ code: 'extension.left-out', name: '打印证照' }));
    });
  });
});
