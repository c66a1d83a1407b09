import { queryOptions } from '@tanstack/react-query';
import { objectionListSchema, objectionReceiptSchema, objectionSchema, ownObjectionListSchema, ownObjectionSchema, publicationViewSchema, type ObjectionReceipt, type OwnObjection } from '../../../../../contracts/notices.ts';
import { request } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';

const of = (id: string): string => `/publications/${encodeURIComponent(id)}`;

export const publicationQuery = (id: string) => queryOptions({ queryKey: ['publications', 'one', id], queryFn: ({ signal }) => request(of(id), publicationViewSchema, { signal }) });
export const objectionsQuery = (id: string) => queryOptions({ queryKey: ['objections', id], queryFn: ({ signal }) => request(`${of(id)}/objections`, objectionListSchema, { signal }) });
export const myObjectionsQuery = queryOptions({ queryKey: ['objections', 'mine'], queryFn: ({ signal }) => request('/objections/mine', ownObjectionListSchema, { signal }) });

const shows = ['objections', 'publications'];
export const useObject = (id: string, outcome: Outcome) => usePost(`${of(id)}/objections`, objectionSchema, shows, outcome);
export const useObjectUnregistered = (id: string, outcome: Outcome<ObjectionReceipt>) => usePost(`${of(id)}/objections/unregistered`, objectionReceiptSchema, shows, outcome);
export const useHandle = (id: string, outcome: Outcome) => usePost(`/objections/${id}/handle`, objectionSchema, shows, outcome);
/** Asks, and changes nothing. */
export const useLookup = (outcome: Outcome<OwnObjection>) => usePost('/objections/lookup', ownObjectionSchema, [], outcome);
