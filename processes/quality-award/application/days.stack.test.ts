/** What lapses where an applicant or a department says nothing, on the time-skipping server, in a round that is really there. */
import { beforeAll, expect, it } from 'vitest';
import { besideInDatabase } from '../../../test/support/fund-beside.ts';
import { shownOf } from '../../../test/support/shown.ts';
import { openDays, type Days } from '../../../test/support/walk-days.ts';
import { upTo } from '../../walk.ts';
import { cycle, plan } from '../cycle/walks.ts';
import { application } from './walks.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

// The notice comes first, while the days of the server are still those of the database.
it.each(application.lapsing.map((way, i) => [way.outcome, way.title, way, i] as const))('%s: %s', async (_outcome, _title, way, i) => {
  const { shell } = days;
  const round = await days.walk(shownOf('quality-award'), { ...upTo(cycle.walks.completed, 'closeDeclaration'), start: { ...plan, edition: 8 + i, roundYear: 2026 + 2 * i, declarationUntil: '2030-12-31' } });
  await expect.poll(async () => Object.values((await shell.state(round)).tasks).map((t) => t.node)).toContain('closeDeclaration');
  const cycleNumber = (await shell.state(round)).number;
  const caseId = await days.walk(shownOf('award-application'), { ...way, start: { ...way.start, cycleNumber } }, besideInDatabase(shell.database, async (id) => String((await shell.state(id)).data['noticeId'])));
  await expect.poll(async () => (await shell.state(caseId)).outcome).toBe(way.outcome);
  await shell.audit(caseId);
});
