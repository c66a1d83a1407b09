import { infiniteQueryOptions } from '@tanstack/react-query';
import { publicationListSchema } from '../../../../../contracts/people.ts';
import { request, withQuery } from '../../../lib/http.ts';

const pageSize = 20;

/** @param open only those that take objections now */
export const publicationsQuery = (open: boolean) => infiniteQueryOptions({
  queryKey: ['publications', 'items', open],
  queryFn: ({ pageParam, signal }) => request(withQuery('/publications', { cursor: pageParam ?? undefined, limit: pageSize, open: open ? 'true' : undefined }), publicationListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
