/** What days bring to a penalty on the spot, on the time-skipping server: the time for reconsideration ends, and what is not paid goes to the court. */
import { beforeAll, describe, expect, it } from 'vitest';
import { waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';

let days: Days;
beforeAll(async () => { days = await openDays(); });

const ways = waysThroughDays('summary-penalty');

describe('when nobody acts and days pass', () => {
  it('here the outcomes are reached that take longer than a day', () => expect(ways.map(([, outcome]) => outcome)).toEqual(expect.arrayContaining(['warned', 'collected', 'enforced', 'executionEnded'])));
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, shown) => days.expectEnds(await days.walk(shown, way), way));
});
