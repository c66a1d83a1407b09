/** Signals (信号; BPMN §10.5.1): told to every case that waits for them, by name; what they bring fills the fields that the event asks for. */
import { dayOf } from '../calendar/civil-day.ts';
import { validateForm } from '../model/forms.ts';
import { awaitedBy, eventOf, stillWaits, waitingFor } from './catching.ts';
import type { CommandBody } from './commands.ts';
import { changesOf, occur } from './flow.ts';
import { Refusal } from './refusal.ts';
import { emit, type Transaction } from './transaction.ts';

/** Everything that waits for it goes on, each by itself. @throws Refusal message.not-awaited */
export function signalled(tx: Transaction, { signal, data }: Extract<CommandBody, { type: 'signal' }>): void {
  const waiting = waitingFor(tx, (on) => on.kind === 'signal' && on.signal === signal);
  if (waiting.length === 0) throw new Refusal('message.not-awaited', { message: signal });
  for (const one of waiting) {
    const on = awaitedBy(one);
    // One that went on before may have withdrawn it.
    if (on.kind !== 'signal' || !stillWaits(tx, one)) continue;
    // A signal is for whoever hears it: of what it brings, each takes what it asks for.
    const brought = Object.fromEntries(Object.entries(data).filter(([field]) => Object.hasOwn(on.form, field)));
    const { data: taken, problems } = validateForm(tx.model, on.form, [], brought, tx.state.data, dayOf(tx.context.now));
    if (problems.length > 0) throw new Refusal('form.invalid', { message: signal }, problems);
    emit(tx, { type: 'signal.received', signal, node: eventOf(one), changes: changesOf(tx.state.data, taken) });
    occur(tx, one);
  }
}
