/** 公示 as everybody may read it. */
import type { Publication } from '../../contracts/people.ts';
import type { PublicationRow } from '../../db/queries/objections.ts';
import { isSettled, type NoticeCount } from '../../domain/notices/period.ts';
import { agencyName } from './names.ts';

export function publicationView({ id, kind, title, agency, publishedAt, facts, lastDay, closesAt }: PublicationRow, count: NoticeCount, now: string): Publication {
  return {
    id, kind, title, agencyName: agencyName(agency), publishedAt, facts: [...facts],
    period: closesAt === null || lastDay === null ? null : { lastDay, closesAt, open: now < closesAt, settled: isSettled(closesAt, count, now), objections: { open: count.open, upheld: count.upheld, rejected: count.rejected } },
  };
}
