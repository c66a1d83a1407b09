import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { AppendRequest } from '../../domain/record/append.ts';
import { verifyChain } from '../../domain/record/chain.ts';
import { project } from '../../domain/record/project.ts';
import type { Database } from '../pool.ts';
import { requestFor, sampleModel, startSample, testDatabase } from '../../test/support/sample-cases.ts';
import { append, sha256 } from './append.ts';
import { MalformedAppend, RecordCorruption } from './errors.ts';
import { findCommand, loadCaseState, readEvents, recentlyAppended } from './read.ts';

const database = await testDatabase();
const record = (caseId: string): Promise<readonly StoredEvent[]> => readEvents(database, caseId, { after: 0, limit: 10_000 });
const comment = (id: string, text = id) => ({ id, body: { type: 'comment', text } }) as const;
const startOf = (caseId: string, id = 'start') => ({ id, body: { type: 'start', caseId, hash: 'h', agency: 'gd-amr', region: '', data: {} } }) as const;
const count = async (table: string, where = 'true'): Promise<number> =>
  (await database.pool.query<{ n: number }>(`select count(*)::integer as n from ${table} where ${where}`)).rows[0]!.n;

describe('an append', () => {
  it('gives back the events as they then stand in the record, with number and hashes', async () => {
    const caseId = randomUUID();
    const result = await append(database, requestFor(sampleModel, null, caseId, [startOf(caseId), comment('c1', '收到 "quoted" \\ 𠀀')]));
    if (result.kind !== 'appended') throw new Error(result.kind);
    expect(await record(caseId)).toEqual(result.events);
    expect(verifyChain(result.events, caseId, sha256)).toMatchObject({ intact: true, seq: result.events.length });
    expect(fold(null, result.events)?.number).toMatch(/^粤市监样〔\d{4}〕\d+号$/);
  });

  it('remembers each command with its digest and its events', async () => {
    const { caseId, act } = await startSample(database);
    await act({ type: 'comment', text: 'one' });
    const events = await record(caseId);
    const first = await findCommand(database, caseId, 'command-1');
    expect(first).toEqual({ digest: 'digest-command-1', firstSeq: 1, lastSeq: events.length - 1 });
    expect(await findCommand(database, caseId, 'command-2')).toEqual({ digest: 'digest-command-2', firstSeq: events.length, lastSeq: events.length });
    expect(await findCommand(database, caseId, 'command-3')).toBeNull();
  });

  it('writes the rows of the case as the record gives them', async () => {
    const sample = await startSample(database, { data: { product: '儿童推车' } });
    const check = async (): Promise<void> => {
      const { rows: [row] } = await database.pool.query(`select *, due_day::text from cases where id = $1`, [sample.caseId]);
      const { state } = sample;
      const clock = Object.values(state.clocks)[0];
      expect(row).toMatchObject({
        number: state.number, title: '儿童推车', status: state.status, seq: state.seq, visible_to: state.visibleTo, open_nodes: Object.values(state.tasks).map((t) => t.node),
        due_day: clock?.dueDay ?? null, light: clock?.light ?? null,
      });
      const open = await database.pool.query(`select task, node, pool, light, due_at from tasks where case_id = $1 and status = 'open'`, [sample.caseId]);
      expect(open.rows).toEqual(Object.values(state.tasks).map((t) => ({ task: t.id, node: t.node, pool: t.pool, light: row.light, due_at: row.due_at })));
    };
    await check();
    await sample.act({ type: 'complete', task: Object.values(sample.state.tasks)[0]!.id, outcome: 'done', data: {} });
    await check();
    expect(await count('tasks', `case_id = '${sample.caseId}' and status = 'completed' and outcome = 'done' and closed_at is not null`)).toBe(1);
    expect(await count('clocks', `case_id = '${sample.caseId}' and status = 'met' and stopped_at is not null`)).toBe(1);
  });

  it('keeps the due date of the case on its open tasks, also on those that the append does not touch', async () => {
    const sample = await startSample(database, { now: Date.parse('2026-03-02T01:00:00.000Z') });
    await sample.act({ type: 'suspend', reason: '等待检测' }, undefined, Date.parse('2026-03-03T01:00:00.000Z'));
    await sample.act({ type: 'resume' }, undefined, Date.parse('2026-03-10T01:00:00.000Z'));
    const { rows } = await database.pool.query(`select t.due_at = c.due_at as same, c.due_day::text from tasks t join cases c on c.id = t.case_id where c.id = $1`, [sample.caseId]);
    expect(rows).toEqual([{ same: true, due_day: Object.values(sample.state.clocks)[0]!.dueDay }]);
  });

  it('refuses what no repetition can mend, and writes nothing of it', async () => {
    const { caseId, state } = await startSample(database);
    const before = await record(caseId);
    const good = requestFor(sampleModel, state, caseId, [comment('bad')]);
    const events = good.commits[0]!.events.map((e) => ({ ...e, body: { type: 'comment.added', text: 'nul \u0000', internal: true } as const }));
    await expect(append(database, { ...good, commits: [{ ...good.commits[0]!, events }] })).rejects.toThrow(MalformedAppend);
    await expect(append(database, { ...good, expectedSeq: good.expectedSeq + 1 })).rejects.toThrow(MalformedAppend);
    expect(await record(caseId)).toEqual(before);
  });
});

describe('compare', () => {
  it('answers a repeated request with the events of the first, and writes nothing', async () => {
    const caseId = randomUUID();
    const request = requestFor(sampleModel, null, caseId, [startOf(caseId)]);
    const first = await append(database, request);
    expect(await append(database, request)).toEqual({ kind: 'behind', events: first.kind === 'appended' ? first.events : [] });
    const { state, ...sample } = await startSample(database);
    const next = requestFor(sampleModel, state, sample.caseId, [comment('x'), comment('y')]);
    const appended = await append(database, next);
    expect(await append(database, next)).toEqual({ ...appended, kind: 'behind' });
    expect(await count('events', `case_id = '${sample.caseId}'`)).toBe(state.seq + 2);
  });

  it('answers a command that acted before with where it did', async () => {
    const { caseId, state } = await startSample(database);
    expect(await append(database, requestFor(sampleModel, state, caseId, [comment('new'), comment('command-1')]))).toEqual({
      kind: 'duplicate', commands: [{ command: 'command-1', seq: state.seq, digest: 'digest-command-1' }],
    });
    expect(await findCommand(database, caseId, 'new')).toBeNull();
  });

  it('says behind, not duplicate, where both hold: the command is among the events', async () => {
    const { caseId, state } = await startSample(database);
    await append(database, requestFor(sampleModel, state, caseId, [comment('c')]));
    const result = await append(database, requestFor(sampleModel, state, caseId, [comment('c')]));
    expect(result).toMatchObject({ kind: 'behind', events: [{ command: 'c' }] });
  });

  it('hands out at most 500 events to who is far behind', async () => {
    const { caseId, state } = await startSample(database);
    await append(database, requestFor(sampleModel, state, caseId, Array.from({ length: 520 }, (_, i) => comment(`m${i}`))));
    const result = await append(database, requestFor(sampleModel, state, caseId, [comment('late')]));
    if (result.kind !== 'behind') throw new Error(result.kind);
    expect(result.events.map((e) => e.seq)).toEqual(Array.from({ length: 500 }, (_, i) => state.seq + 1 + i));
  });

  it('stops at a record whose event is not the one that the writer knows', async () => {
    const { caseId, state } = await startSample(database);
    const request = { ...requestFor(sampleModel, state, caseId, [comment('c')]), head: sha256('another') };
    await expect(append(database, request)).rejects.toThrow(RecordCorruption);
  });

  it('stops at a record that has lost its end', async () => {
    const { caseId, state } = await startSample(database);
    const ahead = fold(state, requestFor(sampleModel, state, caseId, [comment('lost')]).commits[0]!.events)!;
    const request = { ...requestFor(sampleModel, ahead, caseId, [comment('c')]), head: sha256('lost') };
    await expect(append(database, request)).rejects.toThrow(RecordCorruption);
  });
});

describe('case numbers', () => {
  it('have no gap and no double, whoever starts at once and whatever fails', async () => {
    const own = await testDatabase(20);
    const starts = Array.from({ length: 40 }, () => randomUUID());
    const results = await Promise.all(starts.map((caseId, i) => {
      const request = requestFor(sampleModel, null, caseId, [startOf(caseId)]);
      // Every fourth fails after it has taken its number.
      return i % 4 === 0 ? append(own, { ...request, rows: { ...request.rows, clocks: [{ ...request.rows.clocks[0]!, status: 'no such status' as 'met' }] } }).catch((e: unknown) => e) : append(own, request);
    }));
    expect(results.filter((r) => r instanceof MalformedAppend)).toHaveLength(10);
    const { rows } = await own.pool.query<{ n: number }>(`select substring(number from '〕(\\d+)号')::integer as n from cases order by 1`);
    expect(rows.map((r) => r.n)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  });

  it('are given back where the case exists already', async () => {
    const caseId = randomUUID();
    await append(database, requestFor(sampleModel, null, caseId, [startOf(caseId)]));
    const { rows: [before] } = await database.pool.query('select sum(last) from case_numbers');
    const results = await Promise.all([1, 2, 3].map((i) => append(database, requestFor(sampleModel, null, caseId, [startOf(caseId, `again-${i}`)]))));
    expect(results.map((r) => r.kind)).toEqual(['behind', 'behind', 'behind']);
    expect((await database.pool.query('select sum(last) from case_numbers')).rows).toEqual([before]);
  });
});

/** Appends as the workflow does: decide on what it believes, follow the answer. Loses some answers on the way. */
async function writer(own: Database, caseId: string, texts: readonly string[], losesAnswer: (n: number) => boolean): Promise<void> {
  let state: CaseState | null = null;
  let sends = 0;
  const queue = texts.map((id) => comment(id));
  while (queue.length > 0) {
    const commands = [...(state === null ? [startOf(caseId)] : []), ...queue.slice(0, 3)];
    const request: AppendRequest = requestFor(sampleModel, state, caseId, commands);
    let result = await append(own, request);
    if (losesAnswer(sends++)) result = await append(own, request);
    if (result.kind === 'duplicate') throw new Error(`duplicate: ${result.commands.map((c) => c.command).join()}`);
    state = fold(state, result.events);
    for (const event of result.events) {
      const at = queue.findIndex((c) => c.id === event.command);
      if (at >= 0) queue.splice(at, 1);
    }
  }
}

it('writers that race leave one record: no gap, a whole chain, each command once, rows equal to the fold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 6 }), lost: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }) }), { minLength: 2, maxLength: 4 }),
      async (writers) => {
        const caseId = randomUUID();
        const all = writers.flatMap((w, i) => Array.from({ length: w.size }, (_, n) => `w${i}-${n}`));
        await Promise.all(writers.map((w, i) =>
          writer(database, caseId, Array.from({ length: w.size }, (_, n) => `w${i}-${n}`), (send) => w.lost[send % w.lost.length] ?? false)));
        const events = await record(caseId);
        expect(verifyChain(events, caseId, sha256)).toMatchObject({ intact: true, seq: events.length });
        expect(events.flatMap((e) => (e.body.type === 'comment.added' ? [e.command] : [])).sort()).toEqual(all.sort());
        expect(await count('commands', `case_id = '${caseId}'`)).toBe(all.length + 1);
        const state = fold(null, events)!;
        expect(await loadCaseState(database, caseId)).toEqual(state);
        const { rows: [row] } = await database.pool.query('select seq, title, visible_to from cases where id = $1', [caseId]);
        expect(row).toEqual({ seq: state.seq, title: state.title, visible_to: project(sampleModel, null, events).case.visibleTo });
      },
    ),
    { numRuns: 30 },
  );
});

describe('the record', () => {
  it.each(['update events set hash = hash', 'delete from events', 'truncate events', 'delete from commands', 'update definitions set key = key'])('refuses "%s"', async (statement) => {
    await startSample(database);
    await expect(database.pool.query(statement)).rejects.toThrow('are final');
  });

  it('gives the states of cases: known ones by the events after them, and those of a restored database anew', async () => {
    const sample = await startSample(database);
    expect(await loadCaseState(database, sample.caseId)).toEqual(sample.state);
    await sample.act({ type: 'comment', text: 'later' });
    expect(await loadCaseState(database, sample.caseId)).toEqual(sample.state);
    expect(await loadCaseState(database, sample.caseId)).toBe(await loadCaseState(database, sample.caseId));
    await database.pool.query('alter table events disable trigger user');
    await database.pool.query('delete from events where case_id = $1 and seq > 2', [sample.caseId]);
    await database.pool.query('alter table events enable trigger user');
    expect((await loadCaseState(database, sample.caseId))?.seq).toBe(2);
    expect(await loadCaseState(database, randomUUID())).toBeNull();
  });

  it('names the cases last appended to', async () => {
    const old = await startSample(database);
    const fresh = await startSample(database);
    await old.act({ type: 'comment', text: 'again' }, undefined, Date.now() + 1_000);
    const ids = (await recentlyAppended(database, 2)).map((c) => c.id);
    expect(ids[0]).toBe(old.caseId);
    expect(ids).toContain(fresh.caseId);
  });
});

it('tells listeners of a case that changed', async () => {
  const listener = await database.pool.connect();
  try {
    await listener.query('listen case_changed');
    const heard = new Set<string | undefined>();
    const news = new EventEmitter();
    listener.on('notification', (n) => {
      heard.add(n.payload);
      news.emit('more');
    });
    const { caseId } = await startSample(database);
    while (!heard.has(caseId)) await once(news, 'more');
    expect(heard).toContain(caseId);
  } finally {
    listener.release(true);
  }
});
