/** A write that answers at once with what it has made. The same content sent again after a lost answer is the same write. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { z } from 'zod';
import { attemptDecided, attemptKey } from './attempt.ts';
import { request } from './http.ts';
import { isTransient } from './problem.ts';

export interface Outcome<T = unknown> { readonly done: (made: T) => void; readonly refused: (error: unknown) => void }

/**
 * @param shows keys of the queries that show what is changed
 * @param outcome told in any case: what sent it may be gone from the page when the page has been fetched anew
 */
export function usePost<T extends z.ZodType>(path: string, answer: T, shows: readonly string[], outcome?: Outcome<z.infer<T>>): UseMutationResult<z.infer<T>, Error, object> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: object) => {
      try {
        const made = await request(path, answer, { method: 'POST', body, idempotencyKey: attemptKey(path, body) });
        attemptDecided(path);
        return made;
      } catch (error) {
        if (!isTransient(error)) attemptDecided(path);
        throw error;
      }
    },
    onSuccess: async (made) => {
      outcome?.done(made);
      await Promise.all(shows.map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
    onError: (error: Error) => outcome?.refused(error),
  });
}
