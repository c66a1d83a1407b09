-- 逐案处理: a walk over running cases (migration to another version, publication of a calendar). Its cases are fixed when it begins.
create table case_walks (
  id uuid primary key,
  kind text not null,
  subject text not null,
  input jsonb not null,
  digest text not null,
  dry_run boolean not null,
  requested_by jsonb not null,
  requested_at timestamptz(3) not null,
  total integer,
  finished_at timestamptz(3)
);
create index case_walks_by_subject on case_walks (kind, subject, requested_at desc, id);
create index case_walks_unfinished on case_walks (requested_at, id) where finished_at is null;

create table case_walk_results (
  walk uuid not null references case_walks (id),
  case_id uuid not null,
  outcome text not null,
  detail jsonb,
  at timestamptz(3),
  constraint case_walk_results_pkey primary key (walk, case_id),
  constraint case_walk_results_outcome check (outcome in ('pending', 'done', 'unchanged', 'refused', 'skipped', 'unanswered'))
);
create index case_walk_results_by_outcome on case_walk_results (walk, outcome, case_id);

create index cases_open_by_definition on cases (definition_hash, id) where status <> 'closed';
create index cases_open on cases (id) where status <> 'closed';
