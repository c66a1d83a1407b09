/** What nobody does in time, on the time-skipping server: the limits of each agency run out in its own case, by themselves. */
import { beforeAll, describe, expect, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

const ways = waysThroughDays('criminal-transfer', 'criminal-acceptance', 'filing-supervision', 'procuratorial-opinion');

describe('when nobody acts and days pass', () => {
  it('there are such ways at the regulator, the police and the procuratorate', () => expect(new Set(ways.map(([process]) => process)).size).toBe(4));
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
