/** 异议 as the agency sees it, and as whoever filed it does. */
import type { Objection, OwnObjection } from '../../contracts/notices.ts';
import type { ObjectionRow, ObjectionWithNotice } from '../../db/queries/objections.ts';
import { agencyName } from './names.ts';

/** @param viewer whose it may be; @param withContact only for whoever handles it, and its objector */
export const objectionView = ({ id, number, publication, person, name, contact, grounds, filedAt, status, handledAt, handledBy, reply }: ObjectionRow, viewer: string, withContact: boolean): Objection => ({
  id, number, publication, name, contact: withContact ? contact : null, grounds, filedAt, status, handledAt, handledBy: handledBy?.name ?? null, reply, registered: person !== null, mine: person === viewer,
});

export const ownObjection = ({ objection: { number, publication, grounds, filedAt, status, handledAt, handledBy, reply }, notice }: ObjectionWithNotice): OwnObjection => ({
  number, publication, title: notice.title, agencyName: agencyName(notice.agency), grounds, filedAt, status, handledAt, handledBy: handledBy?.name ?? null, reply,
});
