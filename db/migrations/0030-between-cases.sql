-- Between cases: links, what a case waits to be told, and which cases have yet to hear of or to tell another.
alter table cases add column owes boolean not null default false;
create index cases_owing on cases (updated_at, id) where owes;

-- Each link stands in the record, and here, of both cases.
create table case_links (
  case_id uuid not null,
  relation text not null,
  other_id uuid not null,
  reason text,
  at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint case_links_pkey primary key (case_id, relation, other_id),
  constraint case_links_relation check (relation in ('parent', 'child', 'lead', 'lead-from', 'related', 'merged-into', 'merged-from', 'split-into', 'split-from'))
);

create table case_awaits (
  case_id uuid not null,
  kind text not null,
  name text not null,
  constraint case_awaits_pkey primary key (case_id, kind, name),
  constraint case_awaits_kind check (kind in ('message', 'signal'))
);
create index case_awaits_by_name on case_awaits (kind, name, case_id);
