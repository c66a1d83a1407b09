/**
 * 分案: part of a case becomes a case of its own, of the same process, version and agency, received when the first was. It begins at the start, or at a step
 * that the first has come to. Then what was done before that step counts in it too (outcomes, and who may check whom), and the limits that ran on from
 * before go on in it: splitting gives nobody new time.
 */
import { instantOf } from '../../calendar/civil-day.ts';
import { endPauses } from '../../calendar/pauses.ts';
import { formOf, validateForm } from '../../model/forms.ts';
import { compute } from '../clocks.ts';
import type { CommandBody } from '../commands.ts';
import { decidedBy } from './errands.ts';
import { placeTokens } from '../flow.ts';
import { manage, mustRun, type Acting } from '../guards.ts';
import { planPlacing, stepsFrom } from '../placing.ts';
import { Refusal } from '../refusal.ts';
import type { CarriedClock, SplitFacts } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

export function split(tx: Transaction, { fields, data: given, at, reason }: Body<'split'>, person: Acting): void {
  manage(tx, person);
  mustRun(tx);
  const { model, state } = tx;
  const chosen = new Set([...fields, ...Object.keys(model.startForm)]);
  const taken = Object.fromEntries(Object.entries(state.data).filter(([field, value]) => chosen.has(field) && value !== null));
  const { data, problems } = validateForm(model, formOf(model, model.startForm, [...Object.keys(taken), ...Object.keys(given)]), [], { ...taken, ...given }, {}, tx.context.now);
  if (problems.length > 0) throw new Refusal('form.invalid', {}, problems);
  emit(tx, {
    type: 'opening.requested', opening: nextId(tx), kind: 'split', process: state.process.key, agency: state.agency, data, wait: false,
    split: { hash: state.process.hash, receivedAt: state.receivedAt, ...(state.limits ? { limits: state.limits } : {}), ...before(tx, at), reason, by: decidedBy(tx) },
  });
}

/** What the new case brings with it to the step at which it begins. */
function before(tx: Transaction, at: string | undefined): Pick<SplitFacts, 'at' | 'visits' | 'clocks'> {
  if (at === undefined) return { at: null, visits: {}, clocks: [] };
  const { visits, tokens, clocks } = tx.state;
  const come = (Object.hasOwn(visits, at) && !visits[at]?.undone) || Object.values(tokens).some((t) => t.node === at);
  const target = come ? tx.index.node(at) : null;
  if (target?.type !== 'userTask') throw new Refusal('return.not-done', { to: at });
  const later = stepsFrom(tx, planPlacing(tx, target));
  const goesOn = (clock: string): boolean => (tx.index.clock(clock)?.start ?? []).some((t) => !later.has(t.node));
  return {
    at, visits: Object.fromEntries(Object.entries(visits).filter(([id, visit]) => !later.has(id) && !visit.undone)),
    clocks: Object.values(clocks).filter((c) => goesOn(c.clock)).map(({ clock, rule, startedAt, duty, pauses, extensions, light, breachedAt }): CarriedClock => ({ clock, rule, startedAt, duty, pauses, extensions, light, breachedAt })),
  };
}

/** Of the new case, after its start stands in the record. @returns false where it begins at the start */
export function beginAt(tx: Transaction, from: string, { at, visits, clocks }: SplitFacts): boolean {
  if (at === null) return false;
  emit(tx, { type: 'case.inherited', from, visits });
  const now = instantOf(tx.context.now);
  for (const { breachedAt, pauses: ledger, ...clock } of clocks) {
    // A pause that was under way: whether it goes on is for this case to see.
    const pauses = endPauses(ledger, now);
    emit(tx, { type: 'clock.started', clockNo: nextId(tx), ...clock, pauses, ...(breachedAt === null ? {} : { breachedAt }), ...compute(tx, clock.clock, { ...clock, pauses }, clock.light) });
  }
  placeTokens(tx, planPlacing(tx, tx.index.node(at)));
  return true;
}
