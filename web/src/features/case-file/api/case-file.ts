import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { caseViewSchema, explanationSchema, timelineSchema, verificationSchema } from '../../../../../contracts/cases.ts';
import { caseLinksSchema } from '../../../../../contracts/links.ts';
import { colleagueListSchema } from '../../../../../contracts/work.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { live } from '../../../lib/query-client.ts';

export const caseQuery = (caseId: string) => queryOptions({
  queryKey: ['case', caseId],
  queryFn: ({ signal }) => request(`/cases/${caseId}`, caseViewSchema, { signal }),
  refetchInterval: live,
});

/** 关联案件. Other cases change by themselves. */
export const linksQuery = (caseId: string, depth: number) => queryOptions({
  queryKey: ['case', caseId, 'links', depth],
  queryFn: ({ signal }) => request(withQuery(`/cases/${caseId}/links`, { depth }), caseLinksSchema, { signal }),
  placeholderData: keepPreviousData,
  refetchInterval: live,
});

/** `seq` is part of the key: a clock may have been paused or extended since. */
export const explanationQuery = (caseId: string, clockNo: number, seq: number) => queryOptions({
  queryKey: ['clock', caseId, clockNo, seq],
  queryFn: ({ signal }) => request(`/cases/${caseId}/clocks/${clockNo}`, explanationSchema, { signal }),
});

/** To whom a task can be handed over. */
export const colleaguesQuery = (caseId: string, task: number) => queryOptions({
  queryKey: ['colleagues', caseId, task],
  queryFn: ({ signal }) => request(`/cases/${caseId}/tasks/${task}/colleagues`, colleagueListSchema, { signal }),
});

export const verificationQuery = (caseId: string, seq: number) => queryOptions({
  queryKey: ['verification', caseId, seq],
  queryFn: ({ signal }) => request(`/cases/${caseId}/verification`, verificationSchema, { signal }),
  enabled: false,
  gcTime: 60_000,
});

/** Entries are fetched in windows of sequence numbers, counted from the first event, so that a window that is full never changes. */
export const timelineWindow = 100;
export const windowOf = (seq: number): number => Math.floor(Math.max(0, seq - 1) / timelineWindow);

/** `seq`: last event of the case; a window that it lies in is fetched anew when it grows. */
export const timelineQuery = (caseId: string, window: number, seq: number) => {
  const last = Math.min(seq, (window + 1) * timelineWindow);
  return queryOptions({
    queryKey: ['timeline', caseId, window, last],
    queryFn: async ({ signal }) => {
      const page = await request(withQuery(`/cases/${caseId}/timeline`, { after: window * timelineWindow, limit: timelineWindow }), timelineSchema, { signal });
      return page.items.filter((entry) => entry.seq <= last);
    },
    staleTime: Infinity,
  });
};
