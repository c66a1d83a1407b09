/** What days bring to a recall, on the time-skipping server: rights that lapse, plans and reports that do not come. */
import { beforeAll, describe, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

describe('when nobody acts and days pass', () => {
  it.each(waysThroughDays('product-recall'))('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
