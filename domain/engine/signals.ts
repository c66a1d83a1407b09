/** Signals (信号; BPMN §10.5.1): told to every case that waits for them, by name; what they bring fills the fields that the event asks for. */
import { dayOf } from '../calendar/civil-day.ts';
import { validateForm } from '../model/forms.ts';
import type { SignalEvent } from '../model/types.ts';
import type { CommandBody } from './commands.ts';
import { changesOf, eventOccurs } from './flow.ts';
import { Refusal } from './refusal.ts';
import { emit, type Transaction } from './transaction.ts';

/** Every token that waits for it goes on, each by itself. @throws Refusal message.not-awaited */
export function signalled(tx: Transaction, { signal, data }: Extract<CommandBody, { type: 'signal' }>): void {
  const waiting = Object.values(tx.state.tokens).flatMap((token) => {
    const event = tx.index.awaitedAt(token.node).find((e): e is SignalEvent => e.type === 'signalEvent' && e.signal === signal);
    return event ? [{ token: token.id, event }] : [];
  });
  if (waiting.length === 0) throw new Refusal('message.not-awaited', { message: signal });
  for (const { token, event } of waiting) {
    // One that went on before may have withdrawn it.
    if (!tx.state.tokens[token] || tx.state.status === 'closed') continue;
    // A signal is for whoever hears it: of what it brings, each takes what it asks for.
    const brought = Object.fromEntries(Object.entries(data).filter(([field]) => Object.hasOwn(event.form, field)));
    const { data: taken, problems } = validateForm(tx.model, event.form, [], brought, tx.state.data, dayOf(tx.context.now));
    if (problems.length > 0) throw new Refusal('form.invalid', { message: signal }, problems);
    emit(tx, { type: 'signal.received', signal, node: event.id, changes: changesOf(tx.state.data, taken) });
    eventOccurs(tx, token, event.id);
  }
}
