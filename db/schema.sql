-- Written by `npx tsx db/write-schema.ts`: what the migrations give. Do not edit.

table case_numbers
  column series text not null
  column last bigint not null
  constraint case_numbers_pkey PRIMARY KEY (series)

table case_search
  column case_id uuid not null
  column content text not null
  column terms text[] not null
  constraint case_search_pkey PRIMARY KEY (case_id)
  CREATE INDEX case_search_by_terms ON public.case_search USING gin (terms)

table cases
  column id uuid not null
  column number text
  column process_key text not null
  column definition_hash text not null
  column title text not null
  column status text not null
  column outcome text
  column agency text not null
  column region text not null
  column received_at timestamp(3) with time zone not null
  column closed_at timestamp(3) with time zone
  column initiator_id text not null
  column open_nodes text[] not null
  column due_at timestamp(3) with time zone
  column due_day date
  column provisional boolean not null
  column light text
  column visible_to text[] not null
  column seq integer not null
  column updated_at timestamp(3) with time zone not null
  column due_order timestamp(3) with time zone not null generated always as (COALESCE(due_at, 'infinity'::timestamp with time zone)) stored
  column outside_pools text[] not null generated always as (array_remove(array_remove(array_remove(visible_to, ('officer@'::text || agency)), ('section-head@'::text || agency)), ('agency-head@'::text || agency))) stored
  constraint cases_number UNIQUE (number)
  constraint cases_pkey PRIMARY KEY (id)
  constraint cases_status CHECK ((status = ANY (ARRAY['open'::text, 'suspended'::text, 'closed'::text])))
  CREATE INDEX cases_by_agency_due ON public.cases USING btree (agency, due_order, id)
  CREATE INDEX cases_by_agency_updated ON public.cases USING btree (agency, updated_at DESC, id)
  CREATE INDEX cases_by_due ON public.cases USING btree (due_order, id)
  CREATE INDEX cases_by_initiator ON public.cases USING btree (initiator_id, updated_at DESC, id)
  CREATE INDEX cases_by_light ON public.cases USING btree (light, agency, due_order, id) WHERE (light IS NOT NULL)
  CREATE INDEX cases_by_outside_pools ON public.cases USING gin (outside_pools)
  CREATE INDEX cases_by_process ON public.cases USING btree (process_key, agency, updated_at DESC, id)
  CREATE INDEX cases_by_region_updated ON public.cases USING btree (region, updated_at DESC, id)
  CREATE INDEX cases_by_updated ON public.cases USING btree (updated_at DESC, id)
  CREATE INDEX cases_open_by_agency ON public.cases USING btree (agency, updated_at DESC, id) WHERE (status <> 'closed'::text)

table clocks
  column case_id uuid not null
  column clock_no integer not null
  column clock text not null
  column status text not null
  column light text not null
  column started_at timestamp(3) with time zone not null
  column stopped_at timestamp(3) with time zone
  column due_at timestamp(3) with time zone not null
  column due_day date not null
  column provisional boolean not null
  column breached_at timestamp(3) with time zone
  column duty text not null
  column budget jsonb not null
  column basis jsonb not null
  constraint clocks_pkey PRIMARY KEY (case_id, clock_no)
  constraint clocks_status CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'late'::text, 'cancelled'::text])))

table commands
  column case_id uuid not null
  column command text not null
  column digest text
  column first_seq integer not null
  column last_seq integer not null
  constraint commands_pkey PRIMARY KEY (case_id, command)
  CREATE TRIGGER commands_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.commands FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table definitions
  column hash text not null
  column key text not null
  column version integer not null
  column model json not null
  column registered_at timestamp(3) with time zone not null default now()
  constraint definitions_pkey PRIMARY KEY (hash)
  constraint definitions_version UNIQUE (key, version)
  CREATE TRIGGER definitions_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.definitions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table events
  column case_id uuid not null
  column seq integer not null
  column at timestamp(3) with time zone not null
  column type text not null
  column command text not null
  column actor jsonb not null
  column body jsonb not null
  column hash text not null
  constraint events_pkey PRIMARY KEY (case_id, seq)
  constraint events_seq CHECK ((seq > 0))
  CREATE TRIGGER events_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table notice_reads
  column notice text not null
  column person text not null
  column at timestamp(3) with time zone not null
  constraint notice_reads_notice_fkey FOREIGN KEY (notice) REFERENCES notices(id)
  constraint notice_reads_pkey PRIMARY KEY (person, notice)

table notices
  column id text not null
  column case_id uuid not null
  column pool text not null
  column subject jsonb not null
  column body jsonb not null
  column at timestamp(3) with time zone not null
  constraint notices_pkey PRIMARY KEY (id)
  CREATE INDEX notices_by_pool ON public.notices USING btree (pool, at DESC, id)

table people
  column id text not null
  column name text not null
  column posts jsonb not null
  column enterprise jsonb
  column last_seen timestamp(3) with time zone not null
  constraint people_pkey PRIMARY KEY (id)

table publications
  column id text not null
  column case_id uuid not null
  column kind text not null
  column title jsonb not null
  column agency text not null
  column facts jsonb not null
  column published_at timestamp(3) with time zone not null
  constraint publications_pkey PRIMARY KEY (id)
  CREATE INDEX publications_by_date ON public.publications USING btree (published_at DESC, id)

table tasks
  column case_id uuid not null
  column task integer not null
  column node text not null
  column pool text not null
  column status text not null
  column assignee_id text
  column assignee_name text
  column created_at timestamp(3) with time zone not null
  column claimed_at timestamp(3) with time zone
  column closed_at timestamp(3) with time zone
  column outcome text
  column due_at timestamp(3) with time zone
  column light text
  column due_order timestamp(3) with time zone not null generated always as (COALESCE(due_at, 'infinity'::timestamp with time zone)) stored
  constraint tasks_pkey PRIMARY KEY (case_id, task)
  constraint tasks_status CHECK ((status = ANY (ARRAY['open'::text, 'completed'::text, 'cancelled'::text])))
  CREATE INDEX tasks_claimable ON public.tasks USING btree (pool, due_order, case_id, task, light) WHERE ((status = 'open'::text) AND (assignee_id IS NULL))
  CREATE INDEX tasks_claimed ON public.tasks USING btree (assignee_id, due_order, case_id, task, light) WHERE ((status = 'open'::text) AND (assignee_id IS NOT NULL))

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are final', tg_table_name using errcode = 'restrict_violation';
end
$function$
