-- Written by `npx tsx db/write-schema.ts`: what the migrations give. Do not edit.

table calendar_publications
  column no integer not null
  column id uuid not null
  column year integer not null
  column edition integer not null
  column citation text not null
  column notice jsonb not null
  column content_hash text not null
  column calendar text not null
  column replaces text not null
  column reason text
  column by_id text not null
  column by_name text not null
  column published_at timestamp(3) with time zone not null
  constraint calendar_publications_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendars(version)
  constraint calendar_publications_edition UNIQUE (year, edition)
  constraint calendar_publications_id UNIQUE (id)
  constraint calendar_publications_no CHECK (((no > 0) AND (edition > 0)))
  constraint calendar_publications_pkey PRIMARY KEY (no)
  constraint calendar_publications_replaces_fkey FOREIGN KEY (replaces) REFERENCES calendars(version)
  CREATE TRIGGER calendar_publications_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar_publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table calendars
  column version text not null
  column years jsonb not null
  column content_hash text not null
  column registered_at timestamp(3) with time zone not null
  constraint calendars_pkey PRIMARY KEY (version)
  CREATE TRIGGER calendars_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendars FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table case_awaits
  column case_id uuid not null
  column kind text not null
  column name text not null
  constraint case_awaits_kind CHECK ((kind = ANY (ARRAY['message'::text, 'signal'::text])))
  constraint case_awaits_pkey PRIMARY KEY (case_id, kind, name)
  CREATE INDEX case_awaits_by_name ON public.case_awaits USING btree (kind, name, case_id)

table case_files
  column case_id uuid not null
  column file integer not null
  column sha256 text not null
  column name text not null
  column media text not null
  column size integer not null
  column purpose text not null
  column pool text
  column by_id text not null
  column by_name text not null
  column at timestamp(3) with time zone not null
  constraint case_files_pkey PRIMARY KEY (case_id, file)
  constraint case_files_purpose CHECK ((purpose = ANY (ARRAY['application'::text, 'evidence'::text, 'proof'::text])))
  CREATE INDEX case_files_by_hash ON public.case_files USING btree (case_id, sha256)

table case_links
  column case_id uuid not null
  column relation text not null
  column other_id uuid not null
  column reason text
  column at timestamp(3) with time zone not null
  column ended_at timestamp(3) with time zone
  constraint case_links_pkey PRIMARY KEY (case_id, relation, other_id)
  constraint case_links_relation CHECK ((relation = ANY (ARRAY['parent'::text, 'child'::text, 'lead'::text, 'lead-from'::text, 'related'::text, 'merged-into'::text, 'merged-from'::text, 'split-into'::text, 'split-from'::text, 'batch'::text, 'entry'::text])))

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

table case_walk_results
  column walk uuid not null
  column case_id uuid not null
  column outcome text not null
  column detail jsonb
  column at timestamp(3) with time zone
  constraint case_walk_results_outcome CHECK ((outcome = ANY (ARRAY['pending'::text, 'done'::text, 'unchanged'::text, 'refused'::text, 'skipped'::text, 'unanswered'::text])))
  constraint case_walk_results_pkey PRIMARY KEY (walk, case_id)
  constraint case_walk_results_walk_fkey FOREIGN KEY (walk) REFERENCES case_walks(id)
  CREATE INDEX case_walk_results_by_outcome ON public.case_walk_results USING btree (walk, outcome, case_id)

table case_walks
  column id uuid not null
  column kind text not null
  column subject text not null
  column input jsonb not null
  column digest text not null
  column dry_run boolean not null
  column requested_by jsonb not null
  column requested_at timestamp(3) with time zone not null
  column total integer
  column finished_at timestamp(3) with time zone
  constraint case_walks_pkey PRIMARY KEY (id)
  CREATE INDEX case_walks_by_subject ON public.case_walks USING btree (kind, subject, requested_at DESC, id)
  CREATE INDEX case_walks_unfinished ON public.case_walks USING btree (requested_at, id) WHERE (finished_at IS NULL)

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
  column counts_until date
  column owes boolean not null default false
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
  CREATE INDEX cases_open ON public.cases USING btree (id) WHERE (status <> 'closed'::text)
  CREATE INDEX cases_open_by_agency ON public.cases USING btree (agency, updated_at DESC, id) WHERE (status <> 'closed'::text)
  CREATE INDEX cases_open_by_counts_until ON public.cases USING btree (counts_until, id) WHERE (status <> 'closed'::text)
  CREATE INDEX cases_open_by_definition ON public.cases USING btree (definition_hash, id) WHERE (status <> 'closed'::text)
  CREATE INDEX cases_owing ON public.cases USING btree (updated_at, id) WHERE owes

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
  CREATE INDEX clocks_running_by_due ON public.clocks USING btree (due_at, case_id) WHERE ((status = 'running'::text) AND (breached_at IS NULL))

table commands
  column case_id uuid not null
  column command text not null
  column digest text
  column first_seq integer not null
  column last_seq integer not null
  constraint commands_pkey PRIMARY KEY (case_id, command)
  CREATE TRIGGER commands_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.commands FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table credit_entries
  column id text not null
  column uscc text not null
  column kind text not null
  column level text
  column title jsonb not null
  column facts jsonb not null
  column case_id uuid not null
  column agency text not null
  column decided_on date not null
  column public_from date
  column public_until date
  column recorded_at timestamp(3) with time zone not null
  column withdrawn_at timestamp(3) with time zone
  column withdrawn_why text
  constraint credit_entries_kind CHECK ((kind = ANY (ARRAY['penalty'::text, 'recall'::text, 'serious-violation'::text, 'failed-check'::text, 'commitment-broken'::text, 'award'::text, 'commendation'::text, 'repaired'::text])))
  constraint credit_entries_period CHECK (((public_until IS NULL) OR ((public_from IS NOT NULL) AND (public_until >= public_from))))
  constraint credit_entries_pkey PRIMARY KEY (id)
  CREATE INDEX credit_entries_by_case ON public.credit_entries USING btree (case_id)
  CREATE INDEX credit_entries_by_uscc ON public.credit_entries USING btree (uscc, decided_on DESC, id)

table definitions
  column hash text not null
  column key text not null
  column version integer not null
  column model json not null
  column registered_at timestamp(3) with time zone not null default now()
  constraint definitions_pkey PRIMARY KEY (hash)
  constraint definitions_version UNIQUE (key, version)
  CREATE TRIGGER definitions_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.definitions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table document_services
  column case_id uuid not null
  column document integer not null
  column addressee integer not null
  column way text not null
  column served_on date not null
  column announced_on date
  column received_by text
  column note text
  column proof jsonb not null
  column recorded_by text not null
  column recorded_at timestamp(3) with time zone not null
  constraint document_services_pkey PRIMARY KEY (case_id, document, addressee)
  constraint document_services_way CHECK ((way = ANY (ARRAY['direct'::text, 'left'::text, 'entrusted'::text, 'mail'::text, 'electronic'::text, 'announcement'::text])))

table documents
  column case_id uuid not null
  column document integer not null
  column seq integer not null
  column job integer not null
  column node text not null
  column template text not null
  column definition text not null
  column title jsonb not null
  column number text
  column issuer jsonb not null
  column on_day date not null
  column addressees jsonb not null
  column internal boolean not null
  column to_serve boolean not null
  column status text not null
  column files jsonb not null
  column renderer text
  column approved_by jsonb
  column seal_series text
  column seal_no integer
  column drafted_at timestamp(3) with time zone not null
  column issued_at timestamp(3) with time zone
  constraint documents_pkey PRIMARY KEY (case_id, document)
  constraint documents_status CHECK ((status = ANY (ARRAY['drafting'::text, 'issued'::text, 'void'::text])))
  CREATE INDEX documents_by_seal ON public.documents USING btree (seal_series, seal_no DESC) WHERE (seal_no IS NOT NULL)

table draws
  column id text not null
  column case_id uuid not null
  column agency text not null
  column subject text not null
  column plan jsonb not null
  column candidates jsonb not null
  column excluded jsonb not null
  column list_hash text not null
  column commitment text not null
  column nonce text not null
  column committed_at timestamp(3) with time zone not null
  column witness jsonb
  column seed text
  column revealed_at timestamp(3) with time zone
  column declined jsonb not null
  column accepted jsonb not null default '[]'::jsonb
  constraint draws_pkey PRIMARY KEY (id)
  constraint draws_revealed CHECK (((seed IS NULL) = (revealed_at IS NULL)))
  CREATE INDEX draws_by_candidate ON public.draws USING gin (candidates)
  CREATE INDEX draws_by_case ON public.draws USING btree (case_id)

table enterprise_changes
  column id uuid not null
  column uscc text not null
  column at timestamp(3) with time zone not null
  column by_id text not null
  column by_name text not null
  column reason text not null
  column old jsonb
  column new jsonb not null
  constraint enterprise_changes_pkey PRIMARY KEY (id)
  CREATE INDEX enterprise_changes_by_uscc ON public.enterprise_changes USING btree (uscc, at DESC, id)
  CREATE TRIGGER enterprise_changes_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.enterprise_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table enterprises
  column uscc text not null
  column name text not null
  column region text not null
  column industry text
  column contacts jsonb not null
  column origin text not null
  column content text not null
  column terms text[] not null
  column created_at timestamp(3) with time zone not null
  column updated_at timestamp(3) with time zone not null
  constraint enterprises_origin CHECK ((origin = ANY (ARRAY['case'::text, 'sign-in'::text, 'administrator'::text])))
  constraint enterprises_pkey PRIMARY KEY (uscc)
  CREATE INDEX enterprises_by_region ON public.enterprises USING btree (region, uscc)
  CREATE INDEX enterprises_by_terms ON public.enterprises USING gin (terms)

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

table evidence
  column case_id uuid not null
  column item integer not null
  column listed_seq integer not null
  column struck_seq integer
  column name text not null
  column quantity text not null
  column source text not null
  column place text not null
  column obtained_on date
  column note text not null
  column files jsonb not null
  column by_name text not null
  column at timestamp(3) with time zone not null
  column struck_why text
  column struck_by text
  constraint evidence_pkey PRIMARY KEY (case_id, item)

table experts
  column id uuid not null
  column name text not null
  column person text
  column employer text not null
  column employer_uscc text
  column title text
  column region text not null
  column fields text[] not null
  column phone text
  column kin jsonb not null
  column advised jsonb not null
  column active boolean not null
  column updated_at timestamp(3) with time zone not null
  constraint experts_person UNIQUE (person)
  constraint experts_pkey PRIMARY KEY (id)
  CREATE INDEX experts_by_fields ON public.experts USING gin (fields)
  CREATE INDEX experts_by_region ON public.experts USING btree (region, id)

table files
  column sha256 text not null
  column size integer not null
  column media text not null
  column bytes bytea not null
  column stored_at timestamp(3) with time zone not null
  constraint files_pkey PRIMARY KEY (sha256)
  constraint files_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
  constraint files_size CHECK (((size = octet_length(bytes)) AND (size <= 20971520)))
  CREATE TRIGGER files_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.files FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table fund_entries
  column fund text not null
  column seq bigint not null
  column at timestamp(3) with time zone not null
  column case_id uuid
  column job integer
  column operation text not null
  column debit text not null
  column credit text not null
  column amount bigint not null
  column note text not null
  column hash text not null
  constraint fund_entries_amount CHECK ((amount > 0))
  constraint fund_entries_fund_fkey FOREIGN KEY (fund) REFERENCES funds(id)
  constraint fund_entries_once UNIQUE (case_id, job, fund, credit)
  constraint fund_entries_pkey PRIMARY KEY (fund, seq)
  constraint fund_entries_sides CHECK ((debit <> credit))
  CREATE INDEX fund_entries_by_case ON public.fund_entries USING btree (fund, case_id, seq)
  CREATE TRIGGER fund_entries_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.fund_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table fund_positions
  column fund text not null
  column case_id uuid not null
  column reserved bigint not null
  column committed bigint not null
  column disbursed bigint not null
  column recovered bigint not null
  constraint fund_positions_fund_fkey FOREIGN KEY (fund) REFERENCES funds(id)
  constraint fund_positions_not_negative CHECK (((reserved >= 0) AND (committed >= 0) AND (disbursed >= 0) AND (recovered >= 0)))
  constraint fund_positions_pkey PRIMARY KEY (fund, case_id)

table fund_settlements
  column case_id uuid not null
  column job integer not null
  constraint fund_settlements_pkey PRIMARY KEY (case_id)

table funds
  column id text not null
  column name jsonb not null
  column agency text not null
  column ceiling bigint not null
  column available bigint not null
  column reserved bigint not null
  column committed bigint not null
  column disbursed bigint not null
  column recovered bigint not null
  column seq bigint not null
  column head text not null
  constraint funds_balanced CHECK ((((((available + reserved) + committed) + disbursed) + recovered) = ceiling))
  constraint funds_ceiling CHECK ((ceiling > 0))
  constraint funds_not_negative CHECK (((available >= 0) AND (reserved >= 0) AND (committed >= 0) AND (disbursed >= 0) AND (recovered >= 0)))
  constraint funds_pkey PRIMARY KEY (id)

table limit_changes
  column id uuid not null
  column process text not null
  column clock text not null
  column version integer not null
  column old jsonb not null
  column new jsonb not null
  column reason text not null
  column by_id text not null
  column by_name text not null
  column at timestamp(3) with time zone not null
  constraint limit_changes_pkey PRIMARY KEY (id)
  constraint limit_changes_version UNIQUE (process, clock, version)
  CREATE TRIGGER limit_changes_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.limit_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

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
  column person text
  column publication text
  constraint notices_pkey PRIMARY KEY (id)
  constraint notices_publication_fkey FOREIGN KEY (publication) REFERENCES publications(id)
  CREATE INDEX notices_by_pool ON public.notices USING btree (pool, at DESC, id)

table objections
  column id uuid not null
  column publication text not null
  column case_id uuid not null
  column person text
  column name text not null
  column contact text not null
  column grounds text not null
  column filed_at timestamp(3) with time zone not null
  column status text not null
  column handled_at timestamp(3) with time zone
  column handled_by jsonb
  column reply text
  column number text not null
  column pool text
  column code_salt text
  column code_hash text
  constraint objections_handled CHECK ((((status = 'open'::text) = (handled_at IS NULL)) AND ((status = 'open'::text) = (reply IS NULL))))
  constraint objections_number UNIQUE (number)
  constraint objections_pkey PRIMARY KEY (id)
  constraint objections_publication_fkey FOREIGN KEY (publication) REFERENCES publications(id)
  constraint objections_reader CHECK ((((person IS NULL) = (code_hash IS NOT NULL)) AND ((code_hash IS NULL) = (code_salt IS NULL))))
  constraint objections_status CHECK ((status = ANY (ARRAY['open'::text, 'upheld'::text, 'rejected'::text, 'refused'::text])))
  CREATE INDEX objections_by_person ON public.objections USING btree (person, filed_at DESC, id)
  CREATE INDEX objections_by_publication ON public.objections USING btree (publication, filed_at, id)
  CREATE INDEX objections_open_by_case ON public.objections USING btree (case_id) WHERE (status = 'open'::text)

table panel_scores
  column panel text not null
  column member text not null
  column applicant text not null
  column version integer not null
  column scores jsonb not null
  column comment text
  column by_id text not null
  column by_name text not null
  column at timestamp(3) with time zone not null
  constraint panel_scores_panel_fkey FOREIGN KEY (panel) REFERENCES panels(id)
  constraint panel_scores_pkey PRIMARY KEY (panel, member, applicant, version)
  CREATE TRIGGER panel_scores_are_final BEFORE DELETE OR UPDATE OR TRUNCATE ON public.panel_scores FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

table panels
  column id text not null
  column case_id uuid not null
  column agency text not null
  column name jsonb not null
  column rules jsonb not null
  column members jsonb not null
  column member_accounts text[] not null
  column applicants jsonb not null
  column opened_at timestamp(3) with time zone not null
  column closed_at timestamp(3) with time zone
  column result jsonb
  column digest text
  column recusals jsonb not null default '[]'::jsonb
  constraint panels_closed CHECK ((((closed_at IS NULL) = (result IS NULL)) AND ((closed_at IS NULL) = (digest IS NULL))))
  constraint panels_pkey PRIMARY KEY (id)
  CREATE INDEX panels_by_case ON public.panels USING btree (case_id)
  CREATE INDEX panels_by_member ON public.panels USING gin (member_accounts)

table people
  column id text not null
  column name text not null
  column posts jsonb not null
  column enterprise jsonb
  column last_seen timestamp(3) with time zone not null
  constraint people_pkey PRIMARY KEY (id)
  CREATE INDEX people_by_enterprise ON public.people USING btree (((enterprise ->> 'uscc'::text))) WHERE (enterprise IS NOT NULL)
  CREATE INDEX people_by_posts ON public.people USING gin (posts jsonb_path_ops)

table publications
  column id text not null
  column case_id uuid not null
  column kind text not null
  column title jsonb not null
  column agency text not null
  column facts jsonb not null
  column published_at timestamp(3) with time zone not null
  column last_day date
  column closes_at timestamp(3) with time zone
  column calendar_version text
  column public_until date
  column withdrawn_at timestamp(3) with time zone
  column withdrawn_why text
  constraint publications_pkey PRIMARY KEY (id)
  constraint publications_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_why IS NULL)))
  CREATE INDEX publications_by_case ON public.publications USING btree (case_id)
  CREATE INDEX publications_by_date ON public.publications USING btree (published_at DESC, id)

table substitutions
  column id uuid not null
  column absent text not null
  column substitute text not null
  column from_day date not null
  column until_day date not null
  column reason text not null
  column made_by text not null
  column made_at timestamp(3) with time zone not null
  column revoked_by text
  column revoked_at timestamp(3) with time zone
  constraint substitutions_days CHECK ((until_day >= from_day))
  constraint substitutions_pkey PRIMARY KEY (id)
  constraint substitutions_two CHECK ((absent <> substitute))
  CREATE INDEX substitutions_by_absent ON public.substitutions USING btree (absent, until_day DESC)
  CREATE INDEX substitutions_by_substitute ON public.substitutions USING btree (substitute, until_day) WHERE (revoked_at IS NULL)

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
  column side text
  column title text
  column waiting boolean not null default false
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
