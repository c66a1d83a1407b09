-- 批次: a case that collects others (a round of awards), and its entries. These links stand in the record alone: a round may have any number of entries.
alter table case_links drop constraint case_links_relation;
alter table case_links add constraint case_links_relation check
  (relation in ('parent', 'child', 'lead', 'lead-from', 'related', 'merged-into', 'merged-from', 'split-into', 'split-from', 'batch', 'entry'));
