-- What became due while nothing ran is recorded in the order in which it was due (workers/catch-up.ts).
create index clocks_running_by_due on clocks (due_at, case_id) where status = 'running' and breached_at is null;
