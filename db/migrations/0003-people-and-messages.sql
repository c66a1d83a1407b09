-- The directory of people, messages to pools, and what is published.
create table people (
  id text primary key,
  name text not null,
  posts jsonb not null,
  enterprise jsonb,
  last_seen timestamptz(3) not null
);

create table notices (
  id text primary key,
  case_id uuid not null,
  pool text not null,
  subject jsonb not null,
  body jsonb not null,
  at timestamptz(3) not null
);
create index notices_by_pool on notices (pool, at desc, id);

create table notice_reads (
  notice text not null references notices (id),
  person text not null,
  at timestamptz(3) not null,
  constraint notice_reads_pkey primary key (person, notice)
);

create table publications (
  id text primary key,
  case_id uuid not null,
  kind text not null,
  title jsonb not null,
  agency text not null,
  facts jsonb not null,
  published_at timestamptz(3) not null
);
create index publications_by_date on publications (published_at desc, id);
