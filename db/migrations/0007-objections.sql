-- 公示期 and 异议. A publication with a period is open to objections until its end.
alter table publications
  add column last_day date,
  add column closes_at timestamptz(3),
  add column calendar_version text;

create table objections (
  id uuid primary key,
  publication text not null references publications (id),
  case_id uuid not null,
  person text not null,
  name text not null,
  contact text not null,
  grounds text not null,
  filed_at timestamptz(3) not null,
  status text not null,
  handled_at timestamptz(3),
  handled_by jsonb,
  reply text,
  constraint objections_status check (status in ('open', 'upheld', 'rejected')),
  constraint objections_handled check ((status = 'open') = (handled_at is null) and (status = 'open') = (reply is null))
);
create index objections_by_publication on objections (publication, filed_at, id);
create index objections_by_person on objections (person, filed_at desc, id);
create index objections_open_by_case on objections (case_id) where status = 'open';
