import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maySee, sightOf } from '../../domain/authority/policy.ts';
import { officePool, partyPool, poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { person, validUscc } from '../../test/engine/driver.ts';
import { startSample, testDatabase, type SampleCase } from '../../test/support/sample-cases.ts';
import { findCase } from './case.ts';
import { listCases, type CaseFilter } from './case-list.ts';
import { CursorError, type Page, type PageRequest } from './page.ts';
import { visible } from './visible.ts';
import { cases } from '../schema.ts';
import { worklist, worklistCounts } from './worklist.ts';

const database = await testDatabase();
const otherUscc = '91440101MA59A1BC0X';
const viewer = (id: string, posts: readonly [string, string][] = [], uscc: string | null = null): Viewer => ({
  id, name: id, posts: posts.map(([role, agency]) => ({ role, agency })), enterprise: uscc === null ? null : { uscc, name: uscc },
});
const actorOf = (v: Viewer) => person(v.id, ...poolsOf(v));
const open = (c: SampleCase, node: string): number => Object.values(c.state.tasks).find((t) => t.node === node)!.id;

async function all<T>(list: (page: PageRequest) => Promise<Page<T>>, limit = 3): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list({ cursor, limit });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

// Cases of three agencies in several stages, for the enterprise and without a party.
// Few enough that the random viewers below meet their cases.
const handling = ['samr', 'gd-amr', 'gz-amr', 'sz-amr', 'fs-amr'];
const known = [...handling, 'gd-recall-tech', 'gd-gov-inspection'];
const sample: SampleCase[] = [];
for (const [i, agency] of [...handling, ...handling].entries()) {
  const product = `${['儿童推车', '电热水壶', 'Kettle Ｘ1'][i % 3]}第${i}批`;
  const c = await startSample(database, { agency, data: i % 2 === 0 ? { uscc: validUscc, product } : { product }, actor: actorOf(viewer(`starter-${i % 3}`, [['officer', agency]])), now: Date.parse('2026-03-02T01:00:00.000Z') + i * 86_400_000 });
  const by = (step: string, post: [string, string]) => c.act({ type: 'complete', task: open(c, step), outcome: 'done', data: {} }, actorOf(viewer('doer', [post])));
  if (i % 4 > 0) await by('check', ['officer', agency]);
  if (i % 4 > 1 && i % 2 === 0) await by('test', ['technical-body', 'gd-recall-tech']);
  if (i % 4 === 2) await c.act({ type: 'complete', task: open(c, 'answer'), outcome: 'done', data: {} }, actorOf(viewer('boss', [], validUscc)));
  if (i % 5 === 0 && c.state.status === 'open') await c.act({ type: 'claim', task: Object.values(c.state.tasks)[0]!.id }, actorOf(viewer('claimer', [['officer', agency], ['technical-body', 'gd-recall-tech']], validUscc)));
  sample.push(c);
}

const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  id: fc.constantFrom('starter-0', 'starter-1', 'claimer', 'stranger'),
  posts: fc.array(fc.tuple(fc.constantFrom('officer', 'section-head', 'agency-head', 'technical-body', 'supervisor', 'administrator'), fc.constantFrom(...known)), { maxLength: 12, size: 'max' }),
  uscc: fc.constantFrom(null, validUscc, otherUscc),
}).map(({ id, posts, uscc }) => viewer(id, posts, uscc));
/** Has work wherever there is any: random viewers may by chance all have little. */
const busy = viewer('claimer', handling.flatMap((agency) => ['officer', 'section-head', 'agency-head'].map((role): [string, string] => [role, agency])), validUscc);
const anyFilter: fc.Arbitrary<CaseFilter> = fc.record({ sort: fc.constantFrom('due', 'updated'), status: fc.constantFrom(undefined, 'open', 'closed'), q: fc.constantFrom(undefined, '推', '儿童 推车', '第1') });

describe('the list of cases', () => {
  it('holds exactly the cases that the policy lets the viewer see, whatever the filter, order and page', async () => {
    let listed = 0;
    await fc.assert(fc.asyncProperty(anyViewer, anyFilter, fc.integer({ min: 1, max: 7 }), async (v, filter, limit) => {
      const sight = sightOf(v);
      const rows = await all((page) => listCases(database, sight, filter, page), limit);
      const expected = sample.map((c) => c.state).filter((s) =>
        maySee(sight, { agency: s.agency, region: s.region, initiatorId: s.initiator.id, visibleTo: s.visibleTo }) &&
        (filter.status === undefined || s.status === filter.status) &&
        (filter.q === undefined || filter.q.split(' ').every((word) => `${s.number}\n${s.title}`.includes(word))));
      expect(rows.map((r) => r.id).sort()).toEqual(expected.map((s) => s.caseId).sort());
      const key = (r: (typeof rows)[number]): string => (filter.sort === 'due' ? r.dueAt ?? 'infinity' : r.updatedAt);
      const keys = rows.map(key);
      expect(keys).toEqual(filter.sort === 'due' ? [...keys].sort() : [...keys].sort().reverse());
      const direct = await database.db.select({ id: cases.id }).from(cases).where(visible(sight));
      if (filter.status === undefined && filter.q === undefined) expect(direct.map((r) => r.id).sort()).toEqual(rows.map((r) => r.id).sort());
      listed += rows.length;
    }), { numRuns: 150, examples: [[busy, { sort: 'due' }, 3]] });
    expect(listed).toBeGreaterThanOrEqual(handling.length);
  });

  it('finds by any part of title or number, wide letters and capitals notwithstanding', async () => {
    const sight = sightOf(viewer('s', [['supervisor', 'samr']]));
    const find = async (q: string): Promise<readonly string[]> => (await all((page) => listCases(database, sight, { sort: 'updated', q }, page), 50)).map((r) => r.title);
    const titles = sample.map((c) => c.state.title);
    expect((await find('水壶')).toSorted()).toEqual(titles.filter((t) => t.includes('水壶')).sort());
    expect((await find('KETTLE x1')).toSorted()).toEqual(titles.filter((t) => t.includes('Kettle')).sort());
    expect(await find(sample[0]!.state.number!)).toEqual([sample[0]!.state.title]);
    expect(await find('没有')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('finds words that thousands of cases share: the latest first, page after page, and only what the viewer may see', async () => {
    const own = await testDatabase();
    const model = await startSample(own);
    // More than are looked at one by one; one in ten of another agency. Rows as a case leaves them, without its events.
    await own.pool.query(
      `with copies as (
         insert into cases (id, number, process_key, definition_hash, title, status, agency, region, received_at, initiator_id, open_nodes, provisional, visible_to, seq, updated_at)
         select gen_random_uuid(), null, process_key, definition_hash, '批量 ' || n, status, case when n % 10 = 0 then 'gd-amr' else 'gz-amr' end, region, received_at, initiator_id, open_nodes, false, '{}', 1, updated_at + n * interval '1 second'
         from cases, generate_series(1, 3000) n where id = $1 returning id, title
       ) insert into case_search (case_id, content, terms) select id, title, array['批量', '批', '量'] from copies`,
      [model.caseId],
    );
    const sight = sightOf(viewer('o', [['officer', 'gd-amr']]));
    const titles = (await all((page) => listCases(own, sight, { sort: 'updated', q: '批量' }, page), 70)).map((r) => r.title);
    expect(titles).toEqual(Array.from({ length: 300 }, (_, i) => `批量 ${3_000 - 10 * i}`));
    expect(await all((page) => listCases(own, sightOf(viewer('stranger')), { sort: 'updated', q: '批量' }, page), 70)).toEqual([]);
    expect(await all((page) => listCases(own, sight, { sort: 'updated', q: '批量', status: 'closed' }, page), 70)).toEqual([]);
  });

  it('repeats nothing on later pages when cases change in between', async () => {
    const own = await testDatabase();
    const some: SampleCase[] = [];
    for (let i = 0; i < 6; i++) some.push(await startSample(own, { now: Date.parse('2026-03-02T01:00:00.000Z') + i * 1_000 }));
    const sight = sightOf(viewer('o', [['officer', 'gd-amr']]));
    const first = await listCases(own, sight, { sort: 'updated' }, { limit: 3 });
    await some[5]!.act({ type: 'comment', text: 'moves up, was seen' });
    await startSample(own);
    const rest = await listCases(own, sight, { sort: 'updated' }, { limit: 10, cursor: first.next ?? undefined });
    expect(first.items.map((r) => r.id)).toEqual([5, 4, 3].map((i) => some[i]!.caseId));
    expect(rest.items.map((r) => r.id)).toEqual([2, 1, 0].map((i) => some[i]!.caseId));
  });

  it.each(['', 'x', Buffer.from('["due","infinity","x"]').toString('base64url'), Buffer.from('["updated","0000-01-01T00:00:00Z","00000000-0000-4000-8000-000000000001"]').toString('base64url')])(
    'refuses a cursor that it did not hand out: "%s"', async (cursor) => {
      await expect(listCases(database, sightOf(viewer('o')), { sort: 'updated' }, { cursor, limit: 3 })).rejects.toThrow(CursorError);
    });
});

describe('the worklist', () => {
  it('holds what the viewer has claimed or may claim, the most urgent first, agrees with its counts, and every case in it may be opened', async () => {
    let listed = 0;
    await fc.assert(fc.asyncProperty(anyViewer, fc.constantFrom('all' as const, 'mine' as const, 'pool' as const), async (v, scope) => {
      const sight = sightOf(v);
      const rows = await all((page) => worklist(database, sight, { scope }, page));
      const mine = (t: { assignee: { id: string } | null }): boolean => t.assignee?.id === v.id;
      const expected = sample.flatMap((c) => Object.values(c.state.tasks).filter((t) => sight.pools.includes(t.pool) &&
        ((scope !== 'pool' && mine(t)) || (scope !== 'mine' && t.assignee === null))).map((t) => `${c.caseId}/${t.id}`));
      expect(rows.map((r) => `${r.task.caseId}/${r.task.task}`).sort()).toEqual(expected.sort());
      const due = rows.map((r) => r.task.dueAt ?? 'infinity');
      expect(due).toEqual([...due].sort());
      const counts = await worklistCounts(database, sight);
      expect(counts[scope]).toBe(rows.length);
      for (const r of rows) expect(maySee(sight, (await findCase(database, r.case.id))!)).toBe(true);
      listed += rows.length;
    }), { numRuns: 150, examples: [[busy, 'all'], [busy, 'mine'], [busy, 'pool']] });
    // What it has claimed, and the rest, twice each.
    expect(listed).toBeGreaterThanOrEqual(2 * handling.length);
  });

  it('is narrowed by process, by light and by text', async () => {
    const sight = sightOf(viewer('s', [['technical-body', 'gd-recall-tech'], ...handling.map((a): [string, string] => ['officer', a])]));
    const titles = async (filter: object): Promise<readonly string[]> => (await all((page) => worklist(database, sight, { scope: 'all', ...filter }, page))).map((r) => r.case.title);
    expect(await titles({ process: 'sample' })).toEqual(await titles({}));
    expect(await titles({ process: 'another' })).toEqual([]);
    const lit = (await all((page) => worklist(database, sight, { scope: 'all' }, page))).filter((r) => r.task.light !== null);
    expect(lit.length).toBeGreaterThan(0);
    for (const light of ['green', 'yellow', 'red', 'breached'] as const) expect(await titles({ light })).toEqual(lit.filter((r) => r.task.light === light).map((r) => r.case.title));
    const found = await titles({ q: '儿童' });
    expect(found.length).toBeGreaterThan(0);
    for (const title of found) expect(title).toContain('儿童');
  });
});

it('a case is found with its facts, so that list and object agree', async () => {
  const row = await findCase(database, sample[0]!.caseId);
  expect(row).toMatchObject({ id: sample[0]!.caseId, number: sample[0]!.state.number, visibleTo: [partyPool(validUscc), officePool('officer', sample[0]!.state.agency)] });
});
