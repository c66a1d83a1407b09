import { queryOptions } from '@tanstack/react-query';
import { limitHistorySchema, limitListSchema, limitSchema } from '../../../../../contracts/limits.ts';
import { request } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';

export const limitsQuery = queryOptions({ queryKey: ['limits'], queryFn: ({ signal }) => request('/settings/limits', limitListSchema, { signal }) });

export const limitHistoryQuery = (process: string, clock: string) => queryOptions({
  queryKey: ['limits', process, clock],
  queryFn: ({ signal }) => request(`/settings/limits/${process}/${clock}/changes`, limitHistorySchema, { signal }),
});

export const useLimitChange = (process: string, clock: string, outcome: Outcome) => usePost(`/settings/limits/${process}/${clock}`, limitSchema, ['limits'], outcome);
