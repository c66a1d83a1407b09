/** Ways of a complaint, and of what it opens, on which days must pass, on the time-skipping server: the clocks and timers act by themselves. */
import { beforeAll, describe, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

describe('when nobody acts and days pass', () => {
  it.each(waysThroughDays('complaint', 'jurisdiction-dispute', 'complaint-escalation'))('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
