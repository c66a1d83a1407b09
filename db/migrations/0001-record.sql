-- The record: events in order by case, and the commands that brought them about. Nothing here is ever changed.
create table events (
  case_id uuid not null,
  seq integer not null,
  at timestamptz(3) not null,
  type text not null,
  command text not null,
  actor jsonb not null,
  body jsonb not null,
  hash text not null,
  constraint events_pkey primary key (case_id, seq),
  constraint events_seq check (seq > 0)
);

create table commands (
  case_id uuid not null,
  command text not null,
  digest text,
  first_seq integer not null,
  last_seq integer not null,
  constraint commands_pkey primary key (case_id, command)
);

create table case_numbers (
  series text primary key,
  last bigint not null
);

create table definitions (
  hash text primary key,
  key text not null,
  version integer not null,
  model json not null,
  registered_at timestamptz(3) not null default now(),
  constraint definitions_version unique (key, version)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are final', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger events_are_final before update or delete or truncate on events for each statement execute function refuse_change();
create trigger commands_are_final before update or delete or truncate on commands for each statement execute function refuse_change();
create trigger definitions_are_final before update or delete or truncate on definitions for each statement execute function refuse_change();
