import { queryOptions } from '@tanstack/react-query';
import { objectionListSchema, objectionSchema, publicationViewSchema } from '../../../../../contracts/notices.ts';
import { request } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';

const of = (id: string): string => `/publications/${encodeURIComponent(id)}`;

export const publicationQuery = (id: string) => queryOptions({ queryKey: ['publications', 'one', id], queryFn: ({ signal }) => request(of(id), publicationViewSchema, { signal }) });
export const objectionsQuery = (id: string) => queryOptions({ queryKey: ['objections', id], queryFn: ({ signal }) => request(`${of(id)}/objections`, objectionListSchema, { signal }) });

export const useObject = (id: string, outcome: Outcome) => usePost(`${of(id)}/objections`, objectionSchema, ['objections', 'publications'], outcome);
export const useHandle = (id: string, outcome: Outcome) => usePost(`/objections/${id}/handle`, objectionSchema, ['objections', 'publications'], outcome);
