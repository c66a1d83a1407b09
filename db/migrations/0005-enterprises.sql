-- 企业名录 and 质量信用记录. The register is filled from cases and by administrators; whoever changes it by hand is remembered.
create table enterprises (
  uscc text primary key,
  name text not null,
  region text not null,
  industry text,
  contacts jsonb not null,
  origin text not null,
  content text not null,
  terms text[] not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  constraint enterprises_origin check (origin in ('case', 'sign-in', 'administrator'))
);
create index enterprises_by_region on enterprises (region, uscc);
create index enterprises_by_terms on enterprises using gin (terms);

create table enterprise_changes (
  id uuid primary key,
  uscc text not null,
  at timestamptz(3) not null,
  by_id text not null,
  by_name text not null,
  reason text not null,
  old jsonb,
  new jsonb not null
);
create index enterprise_changes_by_uscc on enterprise_changes (uscc, at desc, id);
create trigger enterprise_changes_are_final before update or delete or truncate on enterprise_changes for each statement execute function refuse_change();

create table credit_entries (
  id text primary key,
  uscc text not null,
  kind text not null,
  level text,
  title jsonb not null,
  facts jsonb not null,
  case_id uuid not null,
  agency text not null,
  decided_on date not null,
  public_from date,
  public_until date,
  recorded_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  withdrawn_why text,
  constraint credit_entries_kind check (kind in ('penalty', 'recall', 'serious-violation', 'failed-check', 'commitment-broken', 'award', 'commendation', 'repaired')),
  constraint credit_entries_period check (public_until is null or public_from is not null and public_until >= public_from)
);
create index credit_entries_by_uscc on credit_entries (uscc, decided_on desc, id);
create index credit_entries_by_case on credit_entries (case_id);
