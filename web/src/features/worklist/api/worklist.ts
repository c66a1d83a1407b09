import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { worklistCountsSchema, worklistSchema } from '../../../../../contracts/cases.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { live } from '../../../lib/query-client.ts';
import type { Scope, WorklistSearch } from '../../../lib/search.ts';

export interface WorklistFilter extends WorklistSearch { readonly scope: Scope }

const pageSize = 50;

export const worklistQuery = (filter: WorklistFilter) => infiniteQueryOptions({
  queryKey: ['worklist', 'items', filter],
  queryFn: ({ pageParam, signal }) =>
    request(withQuery('/worklist', { ...filter, cursor: pageParam ?? undefined, limit: pageSize }), worklistSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: live,
});

export const worklistCountsQuery = queryOptions({
  queryKey: ['worklist', 'counts'],
  queryFn: ({ signal }) => request('/worklist/counts', worklistCountsSchema, { signal }),
  refetchInterval: live,
});
