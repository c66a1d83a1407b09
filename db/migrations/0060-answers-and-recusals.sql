-- 应邀: drawn experts who said that they come. 评审回避: who may not judge one applicant, found after the panel was opened.
alter table draws add column accepted jsonb not null default '[]';
alter table panels add column recusals jsonb not null default '[]';
-- The draws in which an expert was on the list.
create index draws_by_candidate on draws using gin (candidates);
