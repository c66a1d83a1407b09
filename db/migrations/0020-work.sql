-- Tasks beside the flow, messages to one person, people found by post, and who stands in for whom.
alter table tasks add column side text, add column title text, add column waiting boolean not null default false;
alter table notices add column person text;

create index people_by_posts on people using gin (posts jsonb_path_ops);
create index people_by_enterprise on people ((enterprise ->> 'uscc')) where enterprise is not null;

create table substitutions (
  id uuid primary key,
  absent text not null,
  substitute text not null,
  from_day date not null,
  until_day date not null,
  reason text not null,
  made_by text not null,
  made_at timestamptz(3) not null,
  revoked_by text,
  revoked_at timestamptz(3),
  constraint substitutions_days check (until_day >= from_day),
  constraint substitutions_two check (absent <> substitute)
);
create index substitutions_by_substitute on substitutions (substitute, until_day) where revoked_at is null;
create index substitutions_by_absent on substitutions (absent, until_day desc);
