import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { colleagueListSchema, substitutionListSchema, substitutionSchema } from '../../../../../contracts/work.ts';
import { request } from '../../../lib/http.ts';
import { attemptDecided, attemptKey } from '../../../lib/attempt.ts';
import { isTransient } from '../../../lib/problem.ts';

export const substitutionsQuery = queryOptions({
  queryKey: ['substitutions'],
  queryFn: ({ signal }) => request('/substitutions', substitutionListSchema, { signal }),
});

/** The same content sent again after a lost answer is the same substitution. */
export function useSubstitutionWrite(path: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: object) => {
      try {
        const made = await request(path, substitutionSchema, { method: 'POST', body, idempotencyKey: attemptKey(path, body) });
        attemptDecided(path);
        return made;
      } catch (error) {
        if (!isTransient(error)) attemptDecided(path);
        throw error;
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['substitutions'] }),
  });
}

/** Who else works in the viewer's agencies. */
export const ownColleaguesQuery = queryOptions({
  queryKey: ['colleagues', 'own'],
  queryFn: ({ signal }) => request('/me/colleagues', colleagueListSchema, { signal }),
});
