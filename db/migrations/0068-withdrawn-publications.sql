-- 公示期满 and 撤回公示: what was published does not stay public for ever.
alter table publications
  -- Last day on which it is public; null = no end.
  add column public_until date,
  add column withdrawn_at timestamptz(3),
  add column withdrawn_why text,
  add constraint publications_withdrawn check ((withdrawn_at is null) = (withdrawn_why is null));
