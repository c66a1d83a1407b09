/** BPMN 2.0.2, gateways: each construct with its model, what must happen, and the section that says so. */
import { describe, expect, it } from 'vitest';
import { checkSoundness } from '../../domain/model/checks/soundness.ts';
import { checkStructure } from '../../domain/model/checks/structure.ts';
import type { Flow, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person } from '../engine/driver.ts';
import { definition, end, exclusive, flow, start, userTask } from '../engine/models.ts';

const inclusive = (id: string, byDefault?: string): Node => ({ id, type: 'inclusiveGateway', name: text(id, id), ...(byDefault ? { default: byDefault } : {}) });
const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const threeDays: Node = { id: 'wait', type: 'catchEvent', name: text('等', 'wait'), on: { kind: 'timer', timer: { kind: 'after', rule: { budget: { amount: 3, unit: 'working-day' }, startDay: 'excluded', rollOver: 'none', basis } } } };
const sound = (nodes: Node[], flows: Flow[]) => {
  const model = definition(nodes, flows);
  expect(checkStructure(model)).toEqual([]);
  expect(checkSoundness(model)).toEqual([]);
  return model;
};

describe('inclusive gateway (§10.6.3, §13.4.3)', () => {
  const choose = userTask('choose', ['none', 'a', 'ab', 'abc']);
  const when = (...outcomes: string[]) => outcomes.map((o) => `outcome.choose = "${o}"`).join(' or ');
  const model = sound(
    [start, choose, inclusive('split', 'split_d'), userTask('a'), userTask('b'), userTask('c'), userTask('d'), inclusive('join'), userTask('after'), end()],
    [
      flow('start', 'choose'), flow('choose', 'split'), flow('split', 'a', when('a', 'ab', 'abc')), flow('split', 'b', when('ab', 'abc')), flow('split', 'c', when('abc')), flow('split', 'd'),
      flow('a', 'join'), flow('b', 'join'), flow('c', 'join'), flow('d', 'join'), flow('join', 'after'), flow('after', 'end'),
    ],
  );
  it.each([['none', ['d']], ['a', ['a']], ['ab', ['a', 'b']], ['abc', ['a', 'b', 'c']]])('takes each flow whose condition is true, else the default: %s → %j', (outcome, open) => {
    expect(drive(model).start().complete('choose', outcome).openNodes()).toEqual(open);
  });
  it('joins what was split, waits for the last of them, and goes on once', () => {
    const d = drive(model).start().complete('choose', 'abc').complete('b', 'done').complete('a', 'done');
    expect(d.openNodes()).toEqual(['c']);
    expect(d.complete('c', 'done').openNodes()).toEqual(['after']);
    expect(d.complete('after', 'done').state).toMatchObject({ status: 'closed', tokens: {} });
  });
  it('does not wait for a flow that nothing can come by any more', () => {
    expect(drive(model).start().complete('choose', 'a').complete('a', 'done').openNodes()).toEqual(['after']);
  });

  it('waits for a token upstream that may take either way, and goes on when it has taken the other', () => {
    const twoWays = sound(
      [start, inclusive('split'), userTask('a'), userTask('b', ['join', 'aside']), exclusive('x'), inclusive('join'), userTask('after'), end(), end('aside')],
      [
        flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'x'),
        flow('x', 'join', 'outcome.b = "join"'), flow('x', 'aside', 'outcome.b = "aside"'), flow('join', 'after'), flow('after', 'end'),
      ],
    );
    const waits = drive(twoWays).start().complete('a', 'done');
    expect(waits.openNodes()).toEqual(['b']);
    expect(waits.complete('b', 'aside').openNodes()).toEqual(['after']);
    expect(drive(twoWays).start().complete('a', 'done').complete('b', 'join').openNodes()).toEqual(['after']);
  });

  it('in a loop through the gateway itself it does not wait for what only it can send', () => {
    const loop = sound(
      [start, inclusive('join'), userTask('a', ['again', 'on']), exclusive('x'), end()],
      [flow('start', 'join'), flow('join', 'a'), flow('a', 'x'), flow('x', 'join', 'outcome.a = "again"'), flow('x', 'end', 'outcome.a = "on"')],
    );
    const d = drive(loop).start();
    for (let i = 0; i < 3; i++) d.complete('a', 'again');
    expect(d.openNodes()).toEqual(['a']);
    expect(d.complete('a', 'on').state.status).toBe('closed');
  });
});

describe('event-based gateway (§10.6.6, §13.4.4)', () => {
  const reply: Node = { id: 'reply', type: 'catchEvent', name: text('回函', 'reply'), on: { kind: 'message', message: 'reply', form: {} } };
  const nodes = [start, { id: 'either', type: 'eventGateway', name: text('等', 'either') } as Node, threeDays, reply, userTask('late'), userTask('answered'), end()];
  const model = sound(nodes, [
    flow('start', 'either'), flow('either', 'wait'), flow('either', 'reply'), flow('wait', 'late'), flow('reply', 'answered'), flow('late', 'end'), flow('answered', 'end'),
  ]);
  it('the message that comes first takes the token; the timer is disarmed', () => {
    const d = drive(model).start().act({ type: 'message', message: 'reply', data: {} }, { kind: 'system', id: 'other-case' });
    expect(d.openNodes()).toEqual(['answered']);
    expect(d.state.timers).toEqual({});
  });
  it('the timer that comes first takes the token; the message is refused', () => {
    const d = drive(model).start().until('2026-03-20T00:00:00.000Z');
    expect(d.openNodes()).toEqual(['late']);
    expect(d.refused({ type: 'message', message: 'reply', data: {} }, everybody()).code).toBe('message.not-awaited');
  });
  it('a message is for systems and for whoever manages the case', () => {
    expect(drive(model).start().refused({ type: 'message', message: 'reply', data: {} }, person('lin', 'officer@gd-amr')).code).toBe('forbidden.manage');
  });
  it('is not sound where something else than an event follows it', () => {
    const bad = definition([start, { id: 'either', type: 'eventGateway', name: text('等', 'either') }, userTask('a'), end()], [flow('start', 'either'), flow('either', 'a'), flow('a', 'end')]);
    expect(checkStructure(bad).map((p) => p.code)).toContain('gateway.event-target');
  });
});
