import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fundAuditSchema, fundEntryListSchema, fundListSchema } from '../../../../../contracts/fund.ts';
import { request, withQuery } from '../../../lib/http.ts';

export const fundsQuery = queryOptions({ queryKey: ['funds'], queryFn: ({ signal }) => request('/funds', fundListSchema, { signal }) });

export const fundEntriesQuery = (fund: string, caseId: string | undefined) => infiniteQueryOptions({
  queryKey: ['funds', fund, 'entries', caseId ?? ''],
  queryFn: ({ pageParam, signal }) => request(withQuery(`/funds/${encodeURIComponent(fund)}/entries`, { caseId, cursor: pageParam ?? undefined, limit: 50 }), fundEntryListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** Reads the whole ledger: only when somebody asks for it. */
export const fundAuditQuery = (fund: string) => queryOptions({
  queryKey: ['funds', fund, 'audit'], enabled: false,
  queryFn: ({ signal }) => request(`/funds/${encodeURIComponent(fund)}/audit`, fundAuditSchema, { signal }),
});
