-- What people look at, derived from the record in the transaction of the events themselves.
create table cases (
  id uuid primary key,
  number text,
  process_key text not null,
  definition_hash text not null,
  title text not null,
  status text not null,
  outcome text,
  agency text not null,
  region text not null,
  received_at timestamptz(3) not null,
  closed_at timestamptz(3),
  initiator_id text not null,
  open_nodes text[] not null,
  due_at timestamptz(3),
  due_day date,
  provisional boolean not null,
  light text,
  visible_to text[] not null,
  seq integer not null,
  updated_at timestamptz(3) not null,
  due_order timestamptz(3) not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  outside_pools text[] not null generated always as (
    array_remove(array_remove(array_remove(visible_to, 'officer@' || agency), 'section-head@' || agency), 'agency-head@' || agency)
  ) stored,
  constraint cases_number unique (number),
  constraint cases_status check (status in ('open', 'suspended', 'closed'))
);
create index cases_by_agency_updated on cases (agency, updated_at desc, id);
create index cases_by_agency_due on cases (agency, due_order, id);
create index cases_by_region_updated on cases (region, updated_at desc, id);
create index cases_by_updated on cases (updated_at desc, id);
create index cases_by_due on cases (due_order, id);
create index cases_by_initiator on cases (initiator_id, updated_at desc, id);
create index cases_by_outside_pools on cases using gin (outside_pools);

create table case_search (
  case_id uuid primary key,
  content text not null,
  terms text[] not null
);
create index case_search_by_terms on case_search using gin (terms);

create table tasks (
  case_id uuid not null,
  task integer not null,
  node text not null,
  pool text not null,
  status text not null,
  assignee_id text,
  assignee_name text,
  created_at timestamptz(3) not null,
  claimed_at timestamptz(3),
  closed_at timestamptz(3),
  outcome text,
  due_at timestamptz(3),
  light text,
  due_order timestamptz(3) not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  constraint tasks_pkey primary key (case_id, task),
  constraint tasks_status check (status in ('open', 'completed', 'cancelled'))
);
create index tasks_claimable on tasks (pool, due_order, case_id, task, light) where status = 'open' and assignee_id is null;
create index tasks_claimed on tasks (assignee_id, due_order, case_id, task, light) where status = 'open' and assignee_id is not null;

create table clocks (
  case_id uuid not null,
  clock_no integer not null,
  clock text not null,
  status text not null,
  light text not null,
  started_at timestamptz(3) not null,
  stopped_at timestamptz(3),
  due_at timestamptz(3) not null,
  due_day date not null,
  provisional boolean not null,
  breached_at timestamptz(3),
  duty text not null,
  budget jsonb not null,
  basis jsonb not null,
  constraint clocks_pkey primary key (case_id, clock_no),
  constraint clocks_status check (status in ('running', 'paused', 'met', 'late', 'cancelled'))
);
