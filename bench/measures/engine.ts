/** 6. The pure parts alone. */
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { dueDate } from '../../domain/calendar/due-date.ts';
import { decide } from '../../domain/engine/decide.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import { definitions as processes } from '../../processes/registry.ts';
import { approval, decider, decisionData, startData } from '../process.ts';
import type { Measured } from '../report.ts';

/** Milliseconds of CPU: nothing is waited for here, and others may use the machine. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Units done in a second of CPU, over so many milliseconds of it. */
function rate(forMs: number, act: () => void): number {
  for (let i = 0; i < 20; i++) act();
  let n = 0;
  const from = cpu();
  while (cpu() - from < forMs) {
    for (let i = 0; i < 20; i++) act();
    n += 20;
  }
  return (n / (cpu() - from)) * 1000;
}

export function engineMeasure(): Measured {
  const basis = { instrument: { zh: '', en: '' }, article: '', version: '', confidence: 'R' } as const;
  const clock = (amount: number) => ({ rule: { budget: { amount, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }, startedAt: '2026-02-06T01:00:00.000Z', pauses: [], extensions: [] } as const);
  const now = Date.parse('2026-03-02T01:00:00.000Z');
  const everybody = { kind: 'person', id: 'p', name: 'p', pools: ['officer@gd-amr', 'section-head@gd-amr', 'agency-head@gd-amr'] } as const;
  const wholeCase = (): void => {
    let state: CaseState | null = null;
    const act = (id: string, body: Parameters<typeof decide>[2]['body']): void => {
      const decision = decide(approval, state, { id, actor: everybody, body }, { now, calendar: defaultCalendar });
      if (!decision.ok) throw new Error(decision.rejection.code);
      state = fold(state, decision.events);
    };
    act('start', { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: startData });
    for (let n = 1; n <= 5; n++) {
      const task = Number(Object.keys((state as CaseState | null)?.tasks ?? {})[0]);
      act(`d${n} ${decider(n)}`, { type: 'complete', task, outcome: 'approved', data: decisionData(n) as never });
    }
  };
  const largest = [...processes].sort((a, b) => b.nodes.length - a.nodes.length)[0];
  const from = cpu();
  if (largest) checkDefinition(largest);
  const checked = cpu() - from;
  return {
    measure: '6. Calendar and engine alone',
    rows: [{ what: `check of the largest process (${largest?.key ?? 'none'}, ${largest?.nodes.length ?? 0} nodes) against the second that is allowed`, ours: checked, baseline: 1000, unit: 'ms of CPU, code not yet compiled', better: 'less', aim: 1 }],
    notes: [
      { what: 'clocks of 10 working days', value: `${Math.round(rate(500, () => void dueDate(clock(10), defaultCalendar)))} a second` },
      { what: 'clocks of 90 working days', value: `${Math.round(rate(500, () => void dueDate(clock(90), defaultCalendar)))} a second` },
      { what: 'whole cases of five decisions (decide and evolve)', value: `${Math.round(rate(1_000, wholeCase))} a second` },
    ],
  };
}
