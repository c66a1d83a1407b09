-- 异议 are told to whoever handles them: such a notice leads to the publication, where they are answered.
alter table notices add column publication text references publications (id);
