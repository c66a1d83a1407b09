/**
 * The one statement of an append: compare, then events, commands and rows together. Everything hangs on `mine`, the case row that this
 * append has locked at the seq it expects; where another append was first, the row has moved on, `mine` is empty, and nothing is written.
 *
 * Parameters: 1 case id, 2 expected seq, 3 head, 4 events, 5 commands, 6 case row, 7 tasks, 8 clocks, 9 notices (4 to 9 as JSON), 10 case number.
 */

const caseColumns = [
  ['process_key', 'text'], ['definition_hash', 'text'], ['title', 'text'], ['status', 'text'], ['outcome', 'text'], ['agency', 'text'],
  ['region', 'text'], ['received_at', 'timestamptz'], ['closed_at', 'timestamptz'], ['initiator_id', 'text'], ['open_nodes', 'text[]'],
  ['due_at', 'timestamptz'], ['due_day', 'date'], ['counts_until', 'date'], ['provisional', 'boolean'], ['light', 'text'], ['visible_to', 'text[]'], ['owes', 'boolean'], ['seq', 'integer'],
  ['updated_at', 'timestamptz'],
] as const;

const names = caseColumns.map(([name]) => name);
const record = `jsonb_to_record($6::jsonb) as r(${caseColumns.map(([name, type]) => `${name} ${type}`).join(', ')})`;

const insertCase = `
  insert into cases (id, number, ${names.join(', ')})
  select $1::uuid, $10::text, ${names.map((n) => `r.${n}`).join(', ')} from ${record}
  where $2::integer = 0 and $3::text = ''
  on conflict (id) do nothing
  returning due_at, light`;

const updateCase = `
  update cases c set number = coalesce($10::text, c.number), ${names.map((n) => `${n} = r.${n}`).join(', ')}
  from ${record}
  where c.id = $1::uuid and c.seq = $2::integer
    and exists (select from events e where e.case_id = $1 and e.seq = $2 and e.hash = $3::text)
    and not exists (select from known)
  returning c.due_at, c.light`;

const statement = (mine: string): string => `
with sent as (
  select * from jsonb_to_recordset($5::jsonb) as x(command text, digest text, first_seq integer, last_seq integer)
), known as (
  -- The limit keeps it a look-up by key for each; joined, the planner reads all commands of the case, who knows how many.
  select c.* from sent cross join lateral (select c.command, c.digest, c.last_seq from commands c where c.case_id = $1 and c.command = sent.command limit 1) c
), mine as (${mine}
), new_events as (
  insert into events (case_id, seq, at, type, command, actor, body, hash)
  select $1, x.seq, x.at, x.body ->> 'type', x.command, x.actor, x.body, x.hash
  from mine, jsonb_to_recordset($4::jsonb) as x(seq integer, at timestamptz, command text, actor jsonb, body jsonb, hash text)
), new_commands as (
  insert into commands (case_id, command, digest, first_seq, last_seq)
  select $1, sent.command, sent.digest, sent.first_seq, sent.last_seq from mine, sent
), task_rows as (
  select * from jsonb_to_recordset($7::jsonb) as x(task integer, node text, pool text, status text, "assigneeId" text, "assigneeName" text,
    "createdAt" timestamptz, "claimedAt" timestamptz, "closedAt" timestamptz, outcome text, side text, title text, waiting boolean)
), changed_tasks as (
  insert into tasks (case_id, task, node, pool, status, assignee_id, assignee_name, created_at, claimed_at, closed_at, outcome, due_at, light, side, title, waiting)
  select $1, x.task, x.node, x.pool, x.status, x."assigneeId", x."assigneeName", x."createdAt", x."claimedAt", x."closedAt", x.outcome, mine.due_at, mine.light, x.side, x.title, x.waiting
  from mine, task_rows x
  on conflict (case_id, task) do update set node = excluded.node, pool = excluded.pool, waiting = excluded.waiting, status = excluded.status, assignee_id = excluded.assignee_id, assignee_name = excluded.assignee_name,
    claimed_at = excluded.claimed_at, closed_at = excluded.closed_at, outcome = excluded.outcome, due_at = excluded.due_at, light = excluded.light
), dated_tasks as (
  update tasks t set due_at = mine.due_at, light = mine.light from mine
  where t.case_id = $1 and t.status = 'open' and (t.due_at, t.light) is distinct from (mine.due_at, mine.light)
    and t.task not in (select task from task_rows)
), changed_clocks as (
  insert into clocks (case_id, clock_no, clock, status, light, started_at, stopped_at, due_at, due_day, provisional, breached_at, duty, budget, basis)
  select $1, x."clockNo", x.clock, x.status, x.light, x."startedAt", x."stoppedAt", x."dueAt", x."dueDay", x.provisional, x."breachedAt", x.duty, x.budget, x.basis
  from mine, jsonb_to_recordset($8::jsonb) as x("clockNo" integer, clock text, status text, light text, "startedAt" timestamptz, "stoppedAt" timestamptz,
    "dueAt" timestamptz, "dueDay" date, provisional boolean, "breachedAt" timestamptz, duty text, budget jsonb, basis jsonb)
  on conflict (case_id, clock_no) do update set clock = excluded.clock, budget = excluded.budget, basis = excluded.basis, status = excluded.status, light = excluded.light, stopped_at = excluded.stopped_at,
    due_at = excluded.due_at, due_day = excluded.due_day, provisional = excluded.provisional, breached_at = excluded.breached_at, duty = excluded.duty
), new_notices as (
  insert into notices (id, case_id, pool, subject, body, at, person)
  select $1::text || ':' || x.key, $1, x.pool, x.subject, x.body, x.at, x.person
  from mine, jsonb_to_recordset($9::jsonb) as x(key text, pool text, subject jsonb, body jsonb, at timestamptz, person text)
  on conflict (id) do nothing
)
select exists (select from mine) as appended,
  coalesce((select jsonb_agg(jsonb_build_object('command', command, 'seq', last_seq, 'digest', digest) order by last_seq) from known), '[]') as known`;

/** For the first events of a case. */
export const appendFirst = { name: 'append-first', text: statement(insertCase) } as const;
/** For all that follow. */
export const appendNext = { name: 'append-next', text: statement(updateCase) } as const;
