-- 清账: up to which job of a case its money was settled. A reservation that was asked for before and comes only afterwards is refused (db/fund/post.ts).
create table fund_settlements (
  case_id uuid primary key,
  job integer not null
);

-- One settlement gives back what is reserved and what is committed, of every fund: two entries of one job, never two on the same side.
alter table fund_entries drop constraint fund_entries_once;
alter table fund_entries add constraint fund_entries_once unique (case_id, job, fund, credit);
