import { queryOptions } from '@tanstack/react-query';
import { colleagueListSchema, substitutionListSchema, substitutionSchema } from '../../../../../contracts/work.ts';
import { request } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';

export const substitutionsQuery = queryOptions({
  queryKey: ['substitutions'],
  queryFn: ({ signal }) => request('/substitutions', substitutionListSchema, { signal }),
});

export const useNewSubstitution = (outcome: Outcome) => usePost('/substitutions', substitutionSchema, ['substitutions'], outcome);
export const useRevoke = (id: string, outcome: Outcome) => usePost(`/substitutions/${id}/revoke`, substitutionSchema, ['substitutions'], outcome);

/** Who else works in the viewer's agencies. */
export const ownColleaguesQuery = queryOptions({
  queryKey: ['colleagues', 'own'],
  queryFn: ({ signal }) => request('/me/colleagues', colleagueListSchema, { signal }),
});
