/** Files as others wrote them: each is imported, sound, and goes to its end, or is refused for exactly these reasons. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importBpmn, type ImportOptions } from '../../bpmn/import/import.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { drive, everybody, type Driver } from '../engine/driver.ts';

const sample = (name: string): string => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');

async function imported(name: string, options: ImportOptions = {}): Promise<ProcessDefinition> {
  const result = await importBpmn(sample(name), options);
  if (!result.ok) throw new Error(result.problems.map((p) => p.message.en).join('\n'));
  return result.definition;
}
const closed = (driver: Driver): string | undefined => driver.bodies('case.closed')[0]?.outcome;

describe('refused, all at once, by id and reason', () => {
  it.each<[string, readonly [string, string][]]>([
    ['camunda7-parse-bpmn.bpmn', [['service.unknown', 'serviceTask'], ['task.several-groups', 'userTaskA'], ['task.person', 'userTaskB'], ['script.language', 'scriptTask'], ['extension.listener', 'endEvent']]],
    ['camunda7-job-announcement.bpmn', [['service.unknown', 'mail'], ['expression.code', 'review'], ['expression.code', 'correct']]],
    ['camunda7-order-handling.bpmn', [['service.unknown', 'Task_06z99p1'], ['start.kind', 'StartEvent_1'], ['element.conditional', 'BoundaryEvent_1y1bvad'], ['service.unknown', 'Task_1yjkccw']]],
    ['camunda7-initiator.bpmn', [['task.initiator', 'UserTask_14494ua']]],
    ['camunda7-invoice-payment.bpmn', [['task.nobody', 'Task_16y91ka'], ['task.nobody', 'Task_1a2twqz'], ['task.nobody', 'Task_0q869n2']]],
    ['camunda8-customer-onboarding.bpmn', [['service.unknown', 'TaskScoreCustomer'], ['service.unknown', 'TaskCreateCustomerInCrm'], ['task.nobody', 'TaskApproveCustomerOrder'], ['extension.behaviour', 'TaskApproveCustomerOrder']]],
    ['camunda8-ticket-booking.bpmn', [['service.unknown', 'Activity_1g89uec'], ['service.unknown', 'Activity_0lox1kf'], ['service.unknown', 'Activity_0etdda4'], ['timer.duration', 'Event_1ywtp2y']]],
    ['flowable-sequential-tasks.bpmn20.xml', [['task.nobody', 'taskAfterTimer'], ['variable.list', 'miTasks']]],
    ['flowable-error-handling.bpmn20.xml', [['script.language', 'scriptTask4'], ['extension.behaviour', 'startErrorEvent1'], ['script.language', 'scriptTask3'], ['script.language', 'scriptTask2'], ['script.language', 'scriptTask1']]],
  ])('%s', async (name, reasons) => {
    const result = await importBpmn(sample(name));
    expect(result.ok ? [] : result.problems.map((p) => [p.code, p.element])).toEqual(reasons);
    for (const { message } of result.ok ? [] : result.problems) for (const said of [message.zh, message.en]) expect(said).toMatch(/^\S+.*[：:] ?\S/);
  });

  it('a reason names the element as the file does', async () => {
    const result = await importBpmn(sample('camunda7-parse-bpmn.bpmn'));
    expect(!result.ok && result.problems[1]!.message).toEqual({
      zh: 'userTaskA「User Task A」：任务有多个候选组，请为其指定一个岗位（management, accounting）', en: 'userTaskA "User Task A": The task has several candidate groups; give one office role for them (management, accounting)',
    });
  });
});

describe('imported, sound, and brought to an end', () => {
  it('Flowable: groups of potential owners are posts', async () => {
    const model = await imported('flowable-financial-report.bpmn20.xml');
    expect(checkDefinition(model)).toEqual([]);
    const actor = { ...everybody(), pools: ['accountancy@gd-amr', 'management@gd-amr'] };
    const driver = drive(model).start({}, actor);
    expect(driver.openNodes()).toEqual(['writeReportTask']);
    driver.complete('writeReportTask', 'done', {}, actor).complete('verifyReportTask', 'done', {}, actor);
    expect(closed(driver)).toBe('theEnd');
  });

  it('Flowable: one after the other for each of a list, until two hours are over', async () => {
    const options: ImportOptions = {
      role: 'officer', fields: { taskUserList: { label: { zh: '经办', en: 'Handlers' }, type: 'choices', options: ['officer@gd-amr', 'section-head@gd-amr'].map((value) => ({ value, label: { zh: value, en: value } })) } },
    };
    const model = await imported('flowable-sequential-tasks.bpmn20.xml', options);
    // The file has a step from which nothing leads on: the case ends there.
    expect(checkDefinition(model)).toEqual([]);
    const driver = drive(model).start({ taskUserList: ['officer@gd-amr', 'section-head@gd-amr'] });
    expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['officer@gd-amr']);
    driver.complete('miTasks', 'done');
    expect(Object.values(driver.state.tasks).map((t) => t.pool)).toEqual(['section-head@gd-amr']);
    driver.until('2026-03-02T04:00:00.000Z');
    expect(driver.openNodes()).toEqual(['taskAfterTimer']);
    expect(closed(driver.complete('taskAfterTimer', 'done'))).toBe('taskAfterTimerDone');
  });

  it('Camunda 7: the form is elsewhere, so its step asks for what the gateway after it reads', async () => {
    const model = await imported('camunda7-react-example.bpmn', { role: 'officer' });
    expect(checkDefinition(model)).toEqual([]);
    expect(model.fields).toMatchObject({ approved: { type: 'boolean' } });
    const ends = [true, false, null].map((approved) => {
      const driver = drive(model).start().complete('task1a9adlo', 'done', { approved });
      while (driver.openNodes().length > 0) driver.complete(driver.openNodes()[0]!, 'done');
      return closed(driver);
    });
    // In EL, what is absent is not approved.
    expect(ends).toEqual(['endEvent0zc07k5', 'endEvent0fmx4bw', 'endEvent0fmx4bw']);
  });

  it('Camunda 7: who started it, where a post is given for that', async () => {
    const model = await imported('camunda7-initiator.bpmn', { roles: { '${initiator}': 'officer' } });
    expect(checkDefinition(model)).toEqual([]);
    expect(closed(drive(model).start().complete('userTask14494ua', 'done'))).toBe('endEvent1');
  });

  it('Camunda 7: error and escalation beside a step that never throws them are refused at registration', async () => {
    const model = await imported('camunda7-invoice-payment.bpmn', { role: 'officer' });
    expect(checkDefinition(model).map((p) => [p.code, p.element])).toEqual([['event.never-thrown', 'boundaryEvent18unjdv'], ['event.never-thrown', 'boundaryEvent1uy9o9h']]);
    expect(model.nodes.find((n) => n.id === 'boundaryEvent18unjdv')).toMatchObject({ attachedTo: 'task16y91ka', interrupting: true, on: { kind: 'error', error: 'invoice-error' } });
    expect(model.nodes.find((n) => n.id === 'boundaryEvent1uy9o9h')).toMatchObject({ on: { kind: 'escalation', escalation: 'invoice-escalate' } });
  });

  it('Camunda 7: a called process by its key', async () => {
    const model = await imported('camunda7-call.bpmn');
    expect(checkDefinition(model)).toEqual([]);
    expect(model.nodes.find((n) => n.type === 'callActivity')).toMatchObject({ process: 'sub-process', input: {} });
  });
});
