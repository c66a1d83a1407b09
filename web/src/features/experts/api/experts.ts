import { infiniteQueryOptions } from '@tanstack/react-query';
import { expertListSchema, expertSchema } from '../../../../../contracts/panels.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';

export const expertsQuery = (filter: { readonly field?: string | undefined; readonly active?: 'true' | 'false' | undefined }) => infiniteQueryOptions({
  queryKey: ['experts', filter],
  queryFn: ({ pageParam, signal }) => request(withQuery('/experts', { ...filter, cursor: pageParam ?? undefined, limit: 100 }), expertListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** @param id null = a new one */
export const useKeepExpert = (id: string | null, outcome: Outcome) => usePost(id === null ? '/experts' : `/experts/${id}`, expertSchema, ['experts'], outcome);
