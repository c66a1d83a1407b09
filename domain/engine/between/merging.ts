/**
 * 并案: one case goes on in another of the same process and agency. The other is asked first (`absorb`): it must be open and not suspended. Until it has
 * answered nothing else is done in this one, which takes a moment; if it refuses, this one goes on as before. The merged case keeps its number, record
 * and dossier, and is closed with the outcome 'merged'; its clocks stop. Those of the other run on, unless the definition says that a limit
 * counts from the last matter that came (自最后一次举报重新计算: 处理办法 §35②): then it starts anew from that day.
 */
import { datesOf, stopClock } from '../clocks.ts';
import type { CommandBody } from '../commands.ts';
import { decidedBy, tell } from './errands.ts';
import { closeCase } from '../ending.ts';
import { manage, mustRun, type Acting } from '../guards.ts';
import { Refusal } from '../refusal.ts';
import { releaseKept, type Dispatch } from './kept.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;

export function merge(tx: Transaction, { into, agency, reason }: Body<'merge'>, person: Acting): void {
  manage(tx, person);
  mustRun(tx);
  const { state } = tx;
  if (into.caseId === state.caseId) throw new Refusal('link.self');
  if (into.process !== state.process.key || agency !== state.agency) throw new Refusal('merge.other-kind', { process: into.process, agency });
  mustHaveNoChildren(tx);
  const errand = nextId(tx);
  emit(tx, { type: 'merge.asked', errand, into, reason });
  tell(tx, into.caseId, { kind: 'absorb', agency: state.agency, receivedAt: state.receivedAt, reason, by: decidedBy(tx) });
}

/** A case that others wait upon cannot vanish into another: first they are closed, or the steps that called them withdrawn. */
function mustHaveNoChildren({ state }: Transaction): void {
  const calls = Object.values(state.calls ?? {}).filter((c) => c.wait);
  if (calls.length > 0 || Object.keys(state.openings ?? {}).length > 0) throw new Refusal('merge.children', { calls: calls.length });
}

/** Of the other case: it takes the matter over. */
export function absorb(tx: Transaction, { from, agency, receivedAt, reason, by }: Body<'absorb'>): void {
  mustRun(tx);
  const { state, index } = tx;
  if (from.process !== state.process.key || agency !== state.agency) throw new Refusal('merge.other-kind', { process: from.process, agency });
  emit(tx, { type: 'case.linked', relation: 'merged-from', ...from, reason, by });
  for (const clock of Object.values(state.clocks)) {
    const definition = index.clock(clock.clock);
    // A matter that came before the clock had started gives nobody new time.
    if (!definition?.restartsOnMerge || receivedAt <= clock.startedAt) continue;
    const { rule, duty } = clock;
    const facts = { rule, startedAt: receivedAt, pauses: [], extensions: [] };
    stopClock(tx, clock, 'merged');
    emit(tx, { type: 'clock.started', clockNo: nextId(tx), clock: clock.clock, ...facts, duty, ...datesOf(definition.warnings, facts, tx.context.calendar) });
  }
}

/** The other case has answered. */
export function mergeAnswered(tx: Transaction, refused: string | undefined, dispatch: Dispatch): void {
  const { merging, status } = tx.state;
  if (!merging) return;
  const { into, reason } = merging;
  if (refused !== undefined) {
    emit(tx, { type: 'merge.refused', into, code: refused });
    if (status !== 'closed') releaseKept(tx, dispatch);
    return;
  }
  emit(tx, { type: 'case.linked', relation: 'merged-into', ...into, reason });
  // Time may have closed it meanwhile; the other case has its matter all the same.
  if (status !== 'closed') closeCase(tx, 'merged', null, { reason });
}
