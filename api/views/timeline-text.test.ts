import { expect, it } from 'vitest';
import type { ClockRule } from '../../domain/calendar/types.ts';
import type { CaseEventBody } from '../../domain/engine/events.ts';
import type { RecordedActor } from '../../domain/engine/state.ts';
import { sample } from '../../domain/model/sample.test-support.ts';
import { text } from '../../domain/text.ts';
import { sentence } from './timeline-text.ts';

const rule: ClockRule = { budget: { amount: 5, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: text('', ''), article: '', version: '', confidence: 'R' } };
const at = '2026-03-09T16:00:00.000Z';
const dates = { dueAt: at, dueDay: '2026-03-09', provisional: false, calendarVersion: 'v', warnings: [] };
const by = { id: 'lin', name: '林晓' };
const pause = { from: at, to: null, reason: '补正材料', by: '林晓' };
const seat = { seat: 1, pool: 'section-head@gd-amr', weight: 1, chair: false, vote: null };

const bodies: { readonly [T in CaseEventBody['type']]: Extract<CaseEventBody, { type: T }> } = {
  'case.started': { type: 'case.started', caseId: 'c', process: { key: 'p', version: 1, hash: 'h' }, title: '示例', agency: 'gd-amr', region: '440000', receivedAt: at, initiator: by, parties: [], data: {} },
  'case.numbered': { type: 'case.numbered', series: 's', format: 'f', number: '粤市监示〔2026〕1号' },
  'case.migrated': { type: 'case.migrated', from: { key: 'p', version: 1, hash: 'h' }, to: { key: 'p', version: 2, hash: 'i' }, reason: '办法修订', renamed: { steps: {}, flows: {}, clocks: {}, fields: {} } },
  'case.suspended': { type: 'case.suspended', reason: '等待检测', basis: '第十条' },
  'case.resumed': { type: 'case.resumed' },
  'case.closed': { type: 'case.closed', outcome: 'granted', node: 'granted' },
  'case.linked': { type: 'case.linked', relation: 'child', caseId: 'd', process: 'q', number: '粤市监示〔2026〕2号', title: '另案' },
  'case.unlinked': { type: 'case.unlinked', relation: 'related', caseId: 'd', reason: '关联有误' },
  'merge.asked': { type: 'merge.asked', errand: 9, into: { caseId: 'd', process: 'q', number: null, title: '另案' }, reason: '同一事项' },
  'merge.refused': { type: 'merge.refused', into: { caseId: 'd', process: 'q', number: null, title: '另案' }, code: 'case.closed' },
  'case.inherited': { type: 'case.inherited', from: 'd', visits: {} },
  'case.reopened': { type: 'case.reopened', to: 'examination', reason: '新证据', outcome: 'granted', undone: [] },
  'input.kept': { type: 'input.kept', kept: 10, body: { type: 'message', message: 'reply', data: {} } },
  'input.taken': { type: 'input.taken', kept: 10 },
  'input.dropped': { type: 'input.dropped', kept: 10, code: 'message.not-awaited' },
  'incident.raised': { type: 'incident.raised', incident: 11, node: 'examination', code: 'model.expression', params: { where: 'f', expression: 'a + ' }, of: { kind: 'timer', timer: 4 } },
  'incident.resolved': { type: 'incident.resolved', incident: 11, node: 'examination' },
  'opening.requested': { type: 'opening.requested', opening: 7, kind: 'call', process: 'q', agency: 'gd-amr', data: {}, wait: true, token: 1, node: 'examination' },
  'opening.done': { type: 'opening.done', opening: 7, node: 'examination', child: { caseId: 'd', process: 'q', number: null, title: '另案' } },
  'opening.refused': { type: 'opening.refused', opening: 7, node: 'examination', code: 'form.invalid' },
  'call.completed': { type: 'call.completed', call: 7, node: 'examination', outcome: 'granted', changes: [] },
  'call.held': { type: 'call.held', call: 7, node: 'examination', code: 'model.no-pool', outcome: 'granted', data: {} },
  'call.withdrawn': { type: 'call.withdrawn', call: 7, node: 'examination', ends: true },
  'closing.requested': { type: 'closing.requested', closing: 9, service: 'fund.settle', input: { note: '清账' } },
  'closing.done': { type: 'closing.done', closing: 9, service: 'fund.settle' },
  'errand.requested': { type: 'errand.requested', errand: 8, to: 'd', body: { kind: 'closed', call: 7 } },
  'errand.done': { type: 'errand.done', errand: 8, to: 'd' },
  'comment.added': { type: 'comment.added', text: '请尽快', internal: true },
  'message.received': { type: 'message.received', message: 'reply', node: 'examination', changes: [] },
  'signal.received': { type: 'signal.received', signal: 'alert', node: 'examination', changes: [] },
  'event.thrown': { type: 'event.thrown', node: 'examination', kind: 'error', code: 'unfit', caught: 'examination' },
  'data.changed': { type: 'data.changed', node: 'examination', changes: [{ field: 'opinion', old: null, new: 'x' }] },
  'token.created': { type: 'token.created', token: 1, node: 'examination', flow: null, scope: 0 },
  'token.moved': { type: 'token.moved', token: 1, node: 'examination', flow: 'f' },
  'token.removed': { type: 'token.removed', token: 1 },
  'scope.opened': { type: 'scope.opened', scope: 1, node: 'examination', token: 1, parent: 0, index: 2, item: null },
  'scope.closed': { type: 'scope.closed', scope: 1 },
  'multi.opened': { type: 'multi.opened', token: 1, node: 'examination', items: [1, 2], sequential: false },
  'multi.closed': { type: 'multi.closed', token: 1, node: 'examination', completed: 2 },
  'task.created': { type: 'task.created', task: 1, token: 1, node: 'examination', pool: 'officer@gd-amr' },
  'task.claimed': { type: 'task.claimed', task: 1, by },
  'task.released': { type: 'task.released', task: 1 },
  'task.completed': { type: 'task.completed', task: 1, node: 'examination', outcome: 'proposed', by, changes: [] },
  'task.cancelled': { type: 'task.cancelled', task: 1, node: 'examination' },
  'task.transferred': { type: 'task.transferred', task: 1, token: 1, node: 'examination', from: by, to: { id: 'he', name: '何建国' }, pool: 'officer@gd-amr', reason: '出差' },
  'task.delegated': { type: 'task.delegated', task: 1, node: 'examination', owner: by, to: { id: 'he', name: '何建国' }, pool: 'officer@gd-amr', reason: '请起草' },
  'task.resolved': { type: 'task.resolved', task: 1, node: 'examination', by, changes: [] },
  'task.recalled': { type: 'task.recalled', task: 1, node: 'examination', to: by },
  'task.urged': { type: 'task.urged', task: 1, node: 'examination', pool: 'officer@gd-amr', by },
  'side.completed': { type: 'side.completed', task: 1, node: 'examination', kind: 'extension', outcome: 'granted', by },
  'step.returned': { type: 'step.returned', fromTask: 1, node: 'decision', to: 'examination', policy: 'redo', reason: '事实不清', undone: [], continues: [] },
  'step.deemed': { type: 'step.deemed', token: 1, node: 'examination', outcome: 'proposed', clock: 'examination' },
  'step.repeated': { type: 'step.repeated', token: 1, node: 'examination', outcome: 'proposed', by },
  'person.recused': { type: 'person.recused', person: by, reason: '近亲属', own: false },
  'case.copied': { type: 'case.copied', copy: 3, pool: 'section-head@gd-amr', person: null },
  'copy.read': { type: 'copy.read', copy: 3, by },
  'signing.opened': { type: 'signing.opened', token: 1, node: 'decision', seats: [seat] },
  'vote.cast': { type: 'vote.cast', token: 1, node: 'decision', seat: 1, task: 1, outcome: 'agreed', by, changes: [] },
  'vote.changed': { type: 'vote.changed', token: 1, node: 'decision', seat: 1, old: 'agreed', outcome: 'returned' },
  'seat.added': { type: 'seat.added', token: 1, node: 'decision', seat, reason: '涉及法制' },
  'seat.removed': { type: 'seat.removed', token: 1, node: 'decision', seat: 1, reason: '出差' },
  'signing.decided': { type: 'signing.decided', token: 1, node: 'decision', outcome: 'agreed', voters: [] },
  'signing.cancelled': { type: 'signing.cancelled', token: 1, node: 'decision' },
  'job.requested': { type: 'job.requested', job: 1, token: 1, node: 'filed', service: 'notify', input: {} },
  'job.completed': { type: 'job.completed', job: 1, node: 'filed' },
  'job.cancelled': { type: 'job.cancelled', job: 1, node: 'filed' },
  'document.drafted': {
    type: 'document.drafted', document: 9, job: 8, node: 'examination', template: 'decision', definition: 'h', title: text('受理决定书', 'Decision'), issuer: { name: '广东省市场监督管理局', agency: 'gd-amr', pool: null },
    on: '2026-03-09', values: {}, to: [], internal: false, served: null, approvedBy: by, seal: 's', series: 's', format: 'f', number: '粤市监示〔2026〕第1号',
  },
  'document.issued': { type: 'document.issued', document: 9, node: 'examination', files: [], renderer: '1', seal: { series: '粤市监用印〔2026〕', no: 3, by } },
  'document.voided': { type: 'document.voided', document: 9, node: 'examination' },
  'document.served': { type: 'document.served', document: 9, to: 0, name: '晨光公司', title: '受理决定书', way: 'announcement', on: '2026-04-08', announcedOn: '2026-03-09', proof: [], changes: [] },
  'service.agreed': { type: 'service.agreed', pool: null, by, agreed: true },
  'file.added': { type: 'file.added', file: 10, by, pool: null, sha256: 'e', size: 1, name: '照片.png', media: 'image/png', purpose: 'evidence' },
  'evidence.listed': { type: 'evidence.listed', item: 11, by, name: '电热水壶', quantity: '1台', source: '现场抽取', place: '仓库', obtainedOn: null, note: '', files: [] },
  'evidence.struck': { type: 'evidence.struck', item: 11, reason: '登记错误', by },
  'timer.armed': { type: 'timer.armed', timer: 1, node: 'supplement', token: 1, startedAt: at, dueAt: at, provisional: false },
  'timer.fired': { type: 'timer.fired', timer: 1, node: 'supplement' },
  'timer.cancelled': { type: 'timer.cancelled', timer: 1, node: 'supplement' },
  'timer.moved': { type: 'timer.moved', timer: 1, node: 'supplement', dueAt: at, provisional: false, pauses: [] },
  'clock.started': { type: 'clock.started', clockNo: 4, clock: 'examination', rule, startedAt: at, duty: 'officer@gd-amr', ...dates },
  'clock.paused': { type: 'clock.paused', clockNo: 4, pause },
  'clock.resumed': { type: 'clock.resumed', clockNo: 4, pauses: [pause], ...dates },
  'clock.extended': { type: 'clock.extended', clockNo: 4, extension: { at, budget: { amount: 1, unit: 'month' }, reason: '案情复杂', by: '何建国' }, ...dates },
  'clock.recomputed': { type: 'clock.recomputed', clockNo: 4, oldDueDay: '2026-03-08', ...dates, provisional: true },
  'calendar.adopted': { type: 'calendar.adopted', calendar: { no: 1, version: 'v' }, year: 2027, notice: '国办发明电〔2026〕1号' },
  'clock.breach-corrected': { type: 'clock.breach-corrected', clockNo: 4, clock: 'examination', breachedAt: at, dueDay: '2026-03-12', year: 2027 },
  'clock.rule-changed': { type: 'clock.rule-changed', clockNo: 4, clock: 'examination', oldRule: rule, oldDueDay: '2026-03-06', rule: { ...rule, budget: { amount: 6, unit: 'working-day' } }, duty: 'officer@gd-amr', ...dates },
  'clock.warned': { type: 'clock.warned', clockNo: 4, level: 'yellow' },
  'clock.breached': { type: 'clock.breached', clockNo: 4, clock: 'examination', dueAt: at },
  'clock.stopped': { type: 'clock.stopped', clockNo: 4, clock: 'examination', reason: 'late' },
};

const context = { model: sample, parties: [], nodeOfTask: () => 'examination', clockOf: () => 'examination' };
const person: RecordedActor = { kind: 'person', ...by, as: 'officer@gd-amr' };
const say = (body: CaseEventBody, actor = person) => sentence({ seq: 1, at, command: 'c', actor, body }, context);

it('every kind of event has its own sentence in both languages, with nothing left unsaid', () => {
  const all = Object.values(bodies).map((body) => say(body));
  for (const { zh, en } of all) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).not.toMatch(/^\s*$/);
    for (const part of [zh, en]) expect(part).not.toMatch(/undefined|null|NaN|\[object/);
  }
  // Arriving at a node is told alike, however the token came there.
  expect(new Set(all.map((t) => t.zh)).size).toBe(all.length - 1);
});

it.each([
  ['task.completed', '林晓办理“审查”：拟准予', '林晓 completed "Examination": Proposed'],
  ['case.suspended', '林晓中止案件：等待检测（依据：第十条）', '林晓 suspended the case: 等待检测 (basis: 第十条)'],
  ['clock.started', '“审查时限”起算，5 个工作日，至 2026-03-09 届满', '"Time to examine" began: 5 working days, until 2026-03-09'],
  ['clock.extended', '“审查时限”延长 1 个月，至 2026-03-09 届满：案情复杂', '"Time to examine" was extended by 1 month, until 2026-03-09: 案情复杂'],
  ['clock.breached', '“审查时限”超期，最迟应于 2026-03-09 完成', '"Time to examine" was missed: it was due by 2026-03-09'],
  ['case.closed', '案件办结：准予', 'The case was closed: Granted'],
] as const)('%s reads: %s', (type, zh, en) => {
  expect(say(bodies[type])).toEqual({ zh, en });
});

it('a date that a published calendar has moved, or made certain, says so', () => {
  const moved = { ...bodies['clock.recomputed'], year: 2027, provisional: false };
  expect(say(moved)).toEqual({ zh: '因 2027 年放假通知公布，“审查时限”期限由 2026-03-08 调整为 2026-03-09', en: 'With the 2027 holiday notice "Time to examine" is due on 2026-03-09 instead of 2026-03-08' });
  expect(say({ ...moved, oldDueDay: '2026-03-09' }).zh).toBe('因 2027 年放假通知公布，“审查时限”期限 2026-03-09 不变，已确定');
  expect(say({ ...bodies['timer.moved'], year: 2027, oldDueAt: '2026-03-08T16:00:00.000Z' }).zh).toMatch(/^因 2027 年放假通知公布，.*由 2026-03-08 届满调整为 2026-03-09 届满$/);
});

it('what ended by the will of a person says whose and why', () => {
  expect(say({ type: 'case.closed', outcome: 'terminated', node: null, reason: '重复立案' }).zh).toBe('林晓结束案件（终止）：重复立案');
});
