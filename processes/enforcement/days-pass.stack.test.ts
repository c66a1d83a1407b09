/** What days bring to a penalty case, on the time-skipping server: rights that lapse, measures that end, arrears that go to the court. */
import { beforeAll, describe, expect, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

const ways = waysThroughDays('enforcement');

describe('when nobody acts and days pass', () => {
  it('here the outcomes are reached that take longer than six months', () => expect(ways.map(([, outcome]) => outcome)).toEqual(expect.arrayContaining(['penaltyEnforced', 'penaltyEnded'])));
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
