import { describe, expect, it } from 'vitest';
import { drive, everybody } from '../../test/engine/driver.ts';
import { followLagging } from '../../test/engine/lagging.ts';
import { definition, end, flow, start, userTask } from '../../test/engine/models.ts';
import { officeWork } from '../../test/support/office-work.ts';
import { wakeAt } from './due.ts';
import type { Node, ProcessDefinition } from '../model/types.ts';
import { text } from '../text.ts';
import { asksExecution, bringsAlong } from './execution.ts';

const claim = (task: number) => ({ type: 'claim', task }) as const;

describe('a command that asks nothing of the execution', () => {
  it.each(['claim', 'release', 'comment', 'copy', 'urge'] as const)('%s', (type) => {
    const case_ = drive(officeWork).start();
    const task = case_.task('examine');
    if (type === 'release') case_.act(claim(task));
    const before = case_.state;
    case_.act(type === 'comment' ? { type, text: '批注' } : type === 'copy' ? { type, to: [{ pool: 'section-head@gd-amr', person: null }] } : { type, task });
    expect(asksExecution(before, case_.state)).toBe(false);
  });

  it('a step, where nothing becomes due any sooner for it', () => {
    const case_ = drive(officeWork).start();
    const before = case_.state;
    case_.complete('examine', 'done');
    expect(case_.openNodes()).toEqual(['review']);
    expect(asksExecution(before, case_.state)).toBe(false);
  });

  it('what records that a clock was missed, before the act', () => {
    const case_ = drive(officeWork).start();
    const before = case_.state;
    case_.now = (wakeAt(before) ?? 0) + 1;
    case_.act(claim(case_.task('examine')));
    expect(case_.bodies('clock.breached')).toHaveLength(1);
    expect(asksExecution(before, case_.state)).toBe(false);
  });

  it('and a suspension, after which nothing is due', () => {
    const case_ = drive(officeWork).start();
    const running = case_.state;
    case_.act({ type: 'suspend', reason: '中止' });
    const standing = case_.state;
    case_.act({ type: 'resume' });
    expect([asksExecution(running, standing), asksExecution(standing, case_.state)]).toEqual([false, true]);
  });
});

describe('the execution is asked', () => {
  it('where a step starts a clock that is due sooner, or something that wakes the case', () => {
    const sooner: ProcessDefinition = { ...officeWork, clocks: officeWork.clocks.map((clock) => ({ ...clock, start: [{ on: 'entered', node: 'review' }] })) };
    const case_ = drive(sooner).start();
    const before = case_.state;
    expect(wakeAt(before)).toBeNull();
    case_.complete('examine', 'done');
    expect(asksExecution(before, case_.state)).toBe(true);
  });

  it('where a service is to run, and when it runs no more', () => {
    const nodes: Node[] = [start, userTask('first'), { id: 'service', type: 'serviceTask', name: text('服务', 'Service'), service: 'notify', input: {} }, userTask('last'), end()];
    const case_ = drive(definition(nodes, [flow('start', 'first'), flow('first', 'service'), flow('service', 'last'), flow('last', 'end')])).start();
    const before = case_.state;
    case_.complete('first', 'done');
    const running = case_.state;
    const [job] = Object.values(running.jobs);
    case_.act({ type: 'job-done', job: job!.id }, { kind: 'system', id: 'engine' });
    expect([asksExecution(before, running), asksExecution(running, case_.state)]).toEqual([true, true]);
  });

  it('where the case ends, and where it is taken up again', () => {
    const case_ = drive(definition([start, userTask('only'), end()], [flow('start', 'only'), flow('only', 'end')])).start();
    const open = case_.state;
    case_.complete('only', 'done');
    const closed = case_.state;
    case_.act({ type: 'reopen', to: 'only', reason: '重新办理' });
    expect([asksExecution(open, closed), asksExecution(closed, case_.state)]).toEqual([true, true]);
  });

  it('for what only a message to it can bring along', () => {
    const pin = { no: 1, version: 'v' };
    expect([bringsAlong({ type: 'recompute', calendar: pin, year: 2027, notice: '' }), bringsAlong({ type: 'comment', text: 'x' })]).toEqual([true, false]);
  });
});

it('an execution that is asked only then sleeps never too long, and does no other work than the record says', () => {
  const case_ = drive(officeWork).start().complete('examine', 'done').act({ type: 'suspend', reason: '中止' }).act({ type: 'resume' }).complete('review', 'done', {}, everybody('another'));
  expect(followLagging(case_.events)).toBe(3);
});
