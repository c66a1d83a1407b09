import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { calendarListSchema, publicationReceiptSchema, publicationReportSchema, type VisitStatus } from '../../../../../contracts/calendars.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { usePost } from '../../../lib/post.ts';

/** Publications are a handful a year. */
const publicationsShown = 100;
export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => request(withQuery('/calendars', { limit: publicationsShown }), calendarListSchema, { signal }),
});

const pageSize = 50;
/** While the walk is under way. */
const progressMs = 1_000;

export const reportQuery = (id: string, status: VisitStatus) => infiniteQueryOptions({
  queryKey: ['calendars', 'publication', id, status],
  queryFn: ({ pageParam, signal }) => request(withQuery(`/calendars/publications/${id}`, { cursor: pageParam ?? undefined, limit: pageSize, status }), publicationReportSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: ({ state }) => (state.data?.pages[0]?.status === 'finished' ? false : progressMs),
});

export const usePublication = (year: number) => usePost(`/calendars/years/${year}`, publicationReceiptSchema, ['calendars', 'case', 'cases', 'worklist', 'clock', 'timeline']);
export const usePreview = (year: number) => usePost(`/calendars/years/${year}/preview`, publicationReceiptSchema, []);
export const useRetry = (id: string) => usePost(`/calendars/publications/${id}/retry`, publicationReceiptSchema, ['calendars']);
