/** 评审: draws, panels, and what somebody has to do with them. */
import { queryOptions } from '@tanstack/react-query';
import { drawListSchema, drawProofSchema, drawSchema, invitationSchema, panelListSchema, panelSchema, reviewsSchema, type Reviews } from '../../../../../contracts/panels.ts';
import { request } from '../../../lib/http.ts';
import { usePost, type Outcome } from '../../../lib/post.ts';
import { live } from '../../../lib/query-client.ts';

const askAgainMs = 60_000;
const path = (kind: 'draws' | 'panels', id: string, rest = ''): string => `/${kind}/${encodeURIComponent(id)}${rest}`;

export const reviewsQuery = queryOptions({ queryKey: ['reviews'], queryFn: ({ signal }) => request('/reviews', reviewsSchema, { signal }), refetchInterval: askAgainMs });
export const hasReviews = ({ invitations, scoring, witnessing, running }: Reviews): boolean => invitations.length + scoring.length + witnessing.length + running.length > 0;
export const isToScore = ({ closedAt, sheets, asked }: Reviews['scoring'][number]): boolean => closedAt === null && sheets < asked;
/** What waits for the viewer. */
export const waitingReviews = ({ invitations, scoring, witnessing }: Reviews): number => invitations.filter((i) => i.answer === null).length + scoring.filter(isToScore).length + witnessing.length;

export const drawQuery = (id: string) => queryOptions({ queryKey: ['draw', id], queryFn: ({ signal }) => request(path('draws', id), drawSchema, { signal }), refetchInterval: live });
export const proofQuery = (id: string) => queryOptions({ queryKey: ['draw', id, 'proof'], queryFn: ({ signal }) => request(path('draws', id, '/proof'), drawProofSchema, { signal }) });
export const panelQuery = (id: string) => queryOptions({ queryKey: ['panel', id], queryFn: ({ signal }) => request(path('panels', id), panelSchema, { signal }), refetchInterval: live });

export const caseDrawsQuery = (caseId: string) => queryOptions({ queryKey: ['case', caseId, 'draws'], queryFn: ({ signal }) => request(`/cases/${caseId}/draws`, drawListSchema, { signal }), refetchInterval: live });
export const casePanelsQuery = (caseId: string) => queryOptions({ queryKey: ['case', caseId, 'panels'], queryFn: ({ signal }) => request(`/cases/${caseId}/panels`, panelListSchema, { signal }), refetchInterval: live });

const shows = ['reviews', 'draw', 'panel', 'case'];
export const useReveal = (draw: string, outcome: Outcome) => usePost(path('draws', draw, '/reveal'), drawSchema, shows, outcome);
export const useDecline = (draw: string, outcome: Outcome) => usePost(path('draws', draw, '/decline'), drawSchema, shows, outcome);
export const useAnswer = (draw: string, outcome: Outcome) => usePost(path('draws', draw, '/answer'), invitationSchema, shows, outcome);
export const useHandIn = (panel: string, outcome: Outcome) => usePost(path('panels', panel, '/sheets'), panelSchema, shows, outcome);
export const useRecuse = (panel: string, outcome: Outcome) => usePost(path('panels', panel, '/recuse'), panelSchema, shows, outcome);
export const useClose = (panel: string, outcome: Outcome) => usePost(path('panels', panel, '/close'), panelSchema, shows, outcome);
