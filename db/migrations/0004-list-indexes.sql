-- Most cases are closed: a list narrowed to the open ones, to a light or to a rare process must not wade through them.
create index cases_open_by_agency on cases (agency, updated_at desc, id) where status <> 'closed';
create index cases_by_light on cases (light, agency, due_order, id) where light is not null;
create index cases_by_process on cases (process_key, agency, updated_at desc, id);
