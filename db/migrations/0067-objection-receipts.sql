-- 异议回执: every objection has a number; whoever objects without an account reads the answer by it and a code of which only the hash is kept.
create sequence objection_numbers as integer;
alter table objections
  add column number text,
  alter column person drop not null,
  -- Where the answer is told to whoever has an account.
  add column pool text,
  add column code_salt text,
  add column code_hash text;
update objections o set number = n.number
from (
  select id, 'YY' || to_char(filed_at at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(nextval('objection_numbers')::text, 5, '0') as number
  from (select id, filed_at from objections order by filed_at, id) filed
) n
where n.id = o.id;
alter table objections
  alter column number set not null,
  add constraint objections_number unique (number),
  add constraint objections_reader check ((person is null) = (code_hash is not null) and (code_hash is null) = (code_salt is null)),
  -- 不予受理 is an answer of its own.
  drop constraint objections_status,
  add constraint objections_status check (status in ('open', 'upheld', 'rejected', 'refused'));
create index publications_by_case on publications (case_id);
