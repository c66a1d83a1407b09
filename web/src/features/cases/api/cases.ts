import { infiniteQueryOptions } from '@tanstack/react-query';
import { caseListSchema } from '../../../../../contracts/cases.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { live } from '../../../lib/query-client.ts';
import type { CasesSearch } from '../../../lib/search.ts';

export interface CasesFilter extends CasesSearch { readonly sort: 'due' | 'updated' }

const pageSize = 50;

export const casesQuery = (filter: CasesFilter) => infiniteQueryOptions({
  queryKey: ['cases', filter],
  queryFn: ({ pageParam, signal }) =>
    request(withQuery('/cases', { ...filter, cursor: pageParam ?? undefined, limit: pageSize }), caseListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: live,
});
