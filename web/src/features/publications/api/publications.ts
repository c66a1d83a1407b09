import { infiniteQueryOptions } from '@tanstack/react-query';
import { publicationListSchema } from '../../../../../contracts/people.ts';
import { request, withQuery } from '../../../lib/http.ts';

const pageSize = 20;

export const publicationsQuery = infiniteQueryOptions({
  queryKey: ['publications'],
  queryFn: ({ pageParam, signal }) => request(withQuery('/publications', { cursor: pageParam ?? undefined, limit: pageSize }), publicationListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
