/**
 * Writes, honestly: nothing is shown as done before the API says that it is in the record. Each submission has one Idempotency-Key;
 * an answer 202 (accepted, not yet in the record) is followed up until the record has it.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { receiptSchema, type Receipt } from '../../../contracts/cases.ts';
import { attemptDecided, attemptKey } from './attempt.ts';
import { request } from './http.ts';
import { noteWrite } from './query-client.ts';
import { isStatus, isTransient } from './problem.ts';

const firstPollMs = 1_000;
const lastPollMs = 8_000;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => { clearTimeout(timer); reject(new DOMException('left the page', 'AbortError')); }, { once: true });
  });

/** Asks until the record has the command. A case that is not in the record yet answers 404 meanwhile. */
async function untilRecorded(receipt: Receipt, signal: AbortSignal): Promise<Receipt> {
  const path = `/cases/${receipt.caseId}/commands/${encodeURIComponent(receipt.command)}`;
  for (let pause = firstPollMs; ; pause = Math.min(pause * 1.5, lastPollMs)) {
    await wait(pause, signal);
    try {
      const now = await request(path, receiptSchema, { signal });
      if (now.status === 'done') return now;
    } catch (error) {
      if (!isTransient(error) && !isStatus(error, 404)) throw error;
    }
  }
}

async function submit(path: string, body: unknown, signal: AbortSignal, accepted: () => void): Promise<Receipt> {
  const idempotencyKey = attemptKey(path, body);
  try {
    let receipt = await request(path, receiptSchema, { method: 'POST', body, idempotencyKey });
    if (receipt.status === 'accepted') {
      accepted();
      receipt = await untilRecorded(receipt, signal);
    }
    attemptDecided(path);
    return receipt;
  } catch (error) {
    // Decided against: the next try, even with the same content, is another submission. A lost answer keeps its key.
    if (!isTransient(error) && !signal.aborted) attemptDecided(path);
    throw error;
  }
}

export interface Write<B> {
  readonly send: (body: B) => void;
  readonly phase: 'idle' | 'sending' | 'recording';
  /** Why nothing is known of it; a refusal goes to `refused`. */
  readonly error: unknown;
  /** Sends the last content once more, under its key. */
  readonly again: () => void;
  readonly reset: () => void;
}

/** `done` runs after everything that shows cases has been fetched anew; `refused` at once, where the API decided against it. */
export function useWrite<B>(path: string, { done, refused }: { done: (receipt: Receipt, body: B) => void; refused: (error: unknown) => void }): Write<B> {
  const client = useQueryClient();
  const [accepted, setAccepted] = useState(false);
  const left = useRef<AbortController | null>(null);
  useEffect(() => {
    left.current = new AbortController();
    return () => left.current?.abort();
  }, []);

  const refresh = (): Promise<unknown> => Promise.all(['case', 'timeline', 'clock', 'worklist', 'cases', 'notices'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const mutation = useMutation({
    mutationFn: (body: B) => submit(path, body, left.current?.signal ?? new AbortController().signal, () => setAccepted(true)),
    onSuccess: async (receipt, body) => {
      noteWrite();
      await refresh();
      done(receipt, body);
    },
    onError: (error) => {
      if (isTransient(error) || error instanceof DOMException) return;
      refused(error);
      void refresh(); // most likely the page is behind the record
    },
    onSettled: () => setAccepted(false),
  });

  return {
    send: (body) => { if (!mutation.isPending) mutation.mutate(body); },
    phase: mutation.isPending ? (accepted ? 'recording' : 'sending') : 'idle',
    error: isTransient(mutation.error) ? mutation.error : null,
    again: () => { if (mutation.variables !== undefined && !mutation.isPending) mutation.mutate(mutation.variables); },
    reset: mutation.reset,
  };
}
