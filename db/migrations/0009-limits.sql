-- 内部时限: limits that no law sets, as administrators have changed them. The newest change of a clock is in force for cases that start after it.
create table limit_changes (
  id uuid primary key,
  process text not null,
  clock text not null,
  version integer not null,
  old jsonb not null,
  new jsonb not null,
  reason text not null,
  by_id text not null,
  by_name text not null,
  at timestamptz(3) not null,
  constraint limit_changes_version unique (process, clock, version)
);
create trigger limit_changes_are_final before update or delete or truncate on limit_changes for each statement execute function refuse_change();
