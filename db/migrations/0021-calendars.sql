-- 工作日历: calendars by content, and the notices (放假通知) that brought them into force, in order.
create table calendars (
  version text primary key,
  years jsonb not null,
  content_hash text not null,
  registered_at timestamptz(3) not null
);
create table calendar_publications (
  no integer primary key,
  id uuid not null,
  year integer not null,
  edition integer not null,
  citation text not null,
  notice jsonb not null,
  content_hash text not null,
  calendar text not null references calendars (version),
  replaces text not null references calendars (version),
  reason text,
  by_id text not null,
  by_name text not null,
  published_at timestamptz(3) not null,
  constraint calendar_publications_id unique (id),
  constraint calendar_publications_edition unique (year, edition),
  constraint calendar_publications_no check (no > 0 and edition > 0)
);
create trigger calendars_are_final before update or delete or truncate on calendars for each statement execute function refuse_change();
create trigger calendar_publications_are_final before update or delete or truncate on calendar_publications for each statement execute function refuse_change();

-- Which running cases a calendar can move. What older rows count until is unknown here: they are asked, and know it from their next event on.
alter table cases add column counts_until date;
update cases set counts_until = 'infinity' where status <> 'closed';
create index cases_open_by_counts_until on cases (counts_until, id) where status <> 'closed';
