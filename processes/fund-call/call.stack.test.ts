/** A call over its days, on the time-skipping server. What projects tell it is in quality-fund/fund.stack.test.ts. */
import { beforeAll, describe, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

describe('each outcome for which the period has to pass', () => {
  it.each(waysThroughDays('fund-call'))('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
