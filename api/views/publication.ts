/** 公示 as everybody may read it. */
import type { Publication } from '../../contracts/people.ts';
import type { PublicationRow } from '../../db/queries/objections.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { isSettled, type NoticeCount } from '../../domain/notices/period.ts';
import { agencyName } from './names.ts';

/** What was withdrawn, or is over, says only that: the agency gives the reason of a withdrawal (公开说明理由), and shows nothing of it any more. */
export function publicationView({ id, kind, title, agency, publishedAt, facts, lastDay, closesAt, publicUntil, withdrawnAt, withdrawnWhy }: PublicationRow, count: NoticeCount, now: string): Publication {
  const over = publicUntil !== null && publicUntil < dayOf(now);
  const gone = withdrawnAt !== null || over;
  return {
    id, kind, title, agencyName: agencyName(agency), publishedAt, facts: gone ? [] : [...facts],
    ended: withdrawnAt !== null ? { kind: 'withdrawn', on: dayOf(withdrawnAt), why: withdrawnWhy } : over ? { kind: 'over', on: publicUntil, why: null } : null,
    period: gone || closesAt === null || lastDay === null ? null : { lastDay, closesAt, open: now < closesAt, settled: isSettled(closesAt, count, now), objections: { open: count.open, upheld: count.upheld, rejected: count.rejected } },
  };
}
