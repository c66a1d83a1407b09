import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ClockDefinition, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { appendDirectly } from '../../api/engine/direct.ts';
import { stateQuery } from '../../workflows/messages.ts';
import { everybody } from '../engine/driver.ts';
import { definition, end, flow, officer, start, userTask } from '../engine/models.ts';
import { openShell, type Shell } from '../support/shell.ts';
import { timeSkippingServer } from '../support/stack.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const days = (amount: number, unit: 'working-day' | 'calendar-day') => ({ budget: { amount, unit }, startDay: 'excluded', rollOver: 'next-working-day', basis }) as const;
const clock: ClockDefinition = {
  id: 'limit', name: text('时限', 'Limit'), rules: [days(7, 'working-day')], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], duty: officer,
  warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], breach: 'escalate',
};
const lapse: Node = { id: 'lapse', type: 'boundaryEvent', name: text('逾期', 'Lapse'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: days(90, 'calendar-day') } } };
const model = definition([start, userTask('a'), lapse, end('lapsed'), end()], [flow('start', 'a'), flow('a', 'end'), flow('lapse', 'lapsed')], { clocks: [clock] });

let shell: Shell;
let server: TestWorkflowEnvironment;
beforeAll(async () => {
  server = await timeSkippingServer();
  shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
  await shell.work();
});

// First of this file: what is decided here goes by the clock of this machine, which the server leaves behind.
it('what was done without the execution changes nothing in what time brings about: it wakes, looks into the record, and goes by what stands there', async () => {
  const timed = (node: string, amount: number): ClockDefinition => ({ ...clock, id: node, rules: [days(amount, 'working-day')], start: [{ on: 'entered', node }], stop: [{ on: 'completed', node }], warnings: [], breach: 'record' });
  const [first, second] = [timed('first', 7), timed('second', 20)];
  const steps = definition(
    [start, userTask('first'), userTask('second'), { ...lapse, attachedTo: 'second' }, end('lapsed'), end()],
    [flow('start', 'first'), flow('first', 'second'), flow('second', 'end'), flow('lapse', 'lapsed')], { key: 'two-limits', clocks: [first, second] },
  );
  const caseId = await shell.start(steps);
  const [task] = Object.values((await shell.state(caseId)).tasks);
  const command = { id: randomUUID(), actor: everybody(), body: { type: 'complete', task: task!.id, outcome: 'done', data: {} } } as const;
  const direct = await appendDirectly(shell.database, { caseId, command, digest: 'digest', visible: () => true });
  expect(direct.kind).toBe('done');
  expect((await shell.client.workflow.getHandle(caseId).query(stateQuery))?.tasks[task!.id]?.node).toBe('first');
  await server.sleep('120 days');
  expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
  const types = (await shell.record(caseId)).filter((e) => e.command.startsWith('tick-')).map((e) => (e.body.type === 'clock.breached' ? `${e.body.type} ${e.body.clock}` : e.body.type));
  expect(types.filter((t) => t.startsWith('clock.breached') || t === 'timer.fired')).toEqual(['clock.breached second', 'timer.fired']);
});

describe('when nobody acts and days pass', () => {
  it('lights turn, the clock is missed, the timer fires: by themselves, in this order, each at its legal moment', async () => {
    const caseId = await shell.start(model);
    const opened = await shell.state(caseId);
    const [running] = Object.values(opened.clocks);
    const [timer] = Object.values(opened.timers);
    await server.sleep('95 days');
    expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
    const events = await shell.record(caseId);
    const brought = events.filter((e) => e.command.startsWith('tick-'));
    expect(brought.map((e) => e.body.type).filter((t) => t.startsWith('clock.') || t.startsWith('timer.') || t.startsWith('task.'))).toEqual([
      'clock.warned', 'clock.breached', 'timer.fired', 'task.cancelled', 'clock.stopped',
    ]);
    const at = (type: string) => brought.find((e) => e.body.type === type)?.at ?? '';
    expect(at('clock.warned')).toSatisfy((t: string) => t >= (running?.warnings[0]?.at ?? '~'));
    expect(Date.parse(at('clock.breached')) - Date.parse(running?.dueAt ?? '')).toBeLessThan(60_000);
    expect(Date.parse(at('timer.fired')) - Date.parse(timer?.dueAt ?? '')).toBeLessThan(60_000);
    expect((Date.parse(at('timer.fired')) - Date.parse(events[0]?.at ?? '')) / 86_400_000).toBeGreaterThan(89);
  });
});
