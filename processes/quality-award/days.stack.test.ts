/** What only time brings about, on the time-skipping server. */
import { beforeAll, expect, it } from 'vitest';
import type { Shell } from '../../test/support/shell.ts';
import { shownOf, waysThroughDays } from '../../test/support/shown.ts';
import { openDays, type Days } from '../../test/support/walk-days.ts';
import type { Walk } from '../walk.ts';
import { cycle } from './cycle/walks.ts';

let days: Days;
let shell: Shell;
beforeAll(async () => {
  days = await openDays();
  ({ shell } = days);
});

it('a round that nobody entered is over after its last day, and vacant', async () => {
  const way: Walk = { ...cycle.walks.nobody, acts: cycle.walks.nobody.acts.filter((act) => !('told' in act)) };
  const caseId = await days.walk(shownOf('quality-award'), way);
  expect(await shell.state(caseId)).toMatchObject({ status: 'closed', outcome: 'vacant', data: { filedCount: 0 } });
  await shell.audit(caseId);
});

it.each(waysThroughDays('award-revocation'))('%s, %s: %s', async (_process, _outcome, _title, way, shown) => {
  await shell.database.pool.query(
    `insert into credit_entries (id, uscc, kind, level, title, facts, case_id, agency, decided_on, recorded_at) values ('w:j1', $1, 'award', '质量奖', '{"zh":"第7届","en":"Round 7"}', '[]', $2, 'gd-award-secretariat', current_date - 400, now())`,
    ['91440101MA5CK83P1C', crypto.randomUUID()],
  );
  const caseId = await days.walk(shown, way);
  const state = await shell.state(caseId);
  // Who says nothing for five working days has waived the statement.
  expect(state.data).toMatchObject({ withdrawn: true });
  expect(Object.keys(state.visits)).not.toContain('statement');
  await days.expectEnds(caseId, way);
});
