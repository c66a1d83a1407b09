import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { noticeListSchema } from '../../../../../contracts/people.ts';
import { request, withQuery } from '../../../lib/http.ts';
import { live } from '../../../lib/query-client.ts';

const pageSize = 50;

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'items'],
  queryFn: ({ pageParam, signal }) => request(withQuery('/notices', { cursor: pageParam ?? undefined, limit: pageSize }), noticeListSchema, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  refetchInterval: live,
});

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async ({ signal }) => (await request(withQuery('/notices', { limit: 1 }), noticeListSchema, { signal })).unread,
  refetchInterval: live,
});

export function useMarkRead() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => request(`/notices/${encodeURIComponent(id)}/read`, z.unknown(), { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  });
}
