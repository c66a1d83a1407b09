import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { creditFileSchema, enterpriseCasesSchema, enterpriseHistorySchema, enterpriseListSchema, enterpriseSchema } from '../../../../../contracts/enterprises.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';
import type { EnterprisesSearch } from '../../../lib/search.ts';

const pageSize = 50;

export const enterprisesQuery = ({ q, region }: EnterprisesSearch) => infiniteQueryOptions({
  queryKey: ['enterprises', q ?? '', region ?? ''],
  queryFn: ({ pageParam, signal }) => request(withQuery('/enterprises', { q, region, cursor: pageParam ?? undefined, limit: pageSize }), enterpriseListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const enterpriseQuery = (uscc: string) => queryOptions({
  queryKey: ['enterprise', uscc],
  queryFn: ({ signal }) => request(`/enterprises/${encodeURIComponent(uscc)}`, enterpriseSchema, { signal }),
});

export const enterpriseCasesQuery = (uscc: string) => infiniteQueryOptions({
  queryKey: ['cases', 'enterprise', uscc],
  queryFn: ({ pageParam, signal }) => request(withQuery(`/enterprises/${encodeURIComponent(uscc)}/cases`, { cursor: pageParam ?? undefined, limit: 20 }), enterpriseCasesSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const creditQuery = (uscc: string) => infiniteQueryOptions({
  queryKey: ['credit', uscc],
  queryFn: ({ pageParam, signal }) => request(withQuery(`/enterprises/${encodeURIComponent(uscc)}/credit`, { cursor: pageParam ?? undefined, limit: 20 }), creditFileSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const enterpriseHistoryQuery = (uscc: string) => queryOptions({
  queryKey: ['enterprise', uscc, 'changes'],
  queryFn: ({ signal }) => request(`/enterprises/${encodeURIComponent(uscc)}/changes`, enterpriseHistorySchema, { signal }),
});

export const useKeepEnterprise = (uscc: string, outcome: Outcome) => usePost(`/enterprises/${encodeURIComponent(uscc)}`, enterpriseSchema, ['enterprise', 'enterprises'], outcome);
