-- 基金账: double entry in fen. The five accounts of a fund stand in one row: locking it puts all that move its money in line,
-- and the checks are the second wall behind domain/fund/ledger.ts.
create table funds (
  id text primary key,
  name jsonb not null,
  agency text not null,
  ceiling bigint not null,
  available bigint not null,
  reserved bigint not null,
  committed bigint not null,
  disbursed bigint not null,
  recovered bigint not null,
  seq bigint not null,
  head text not null,
  constraint funds_ceiling check (ceiling > 0),
  constraint funds_not_negative check (available >= 0 and reserved >= 0 and committed >= 0 and disbursed >= 0 and recovered >= 0),
  constraint funds_balanced check (available + reserved + committed + disbursed + recovered = ceiling)
);

-- What of the fund belongs to one case.
create table fund_positions (
  fund text not null references funds (id),
  case_id uuid not null,
  reserved bigint not null,
  committed bigint not null,
  disbursed bigint not null,
  recovered bigint not null,
  constraint fund_positions_pkey primary key (fund, case_id),
  constraint fund_positions_not_negative check (reserved >= 0 and committed >= 0 and disbursed >= 0 and recovered >= 0)
);

create table fund_entries (
  fund text not null references funds (id),
  seq bigint not null,
  at timestamptz(3) not null,
  case_id uuid,
  job integer,
  operation text not null,
  debit text not null,
  credit text not null,
  amount bigint not null,
  note text not null,
  hash text not null,
  constraint fund_entries_pkey primary key (fund, seq),
  constraint fund_entries_once unique (case_id, job),
  constraint fund_entries_amount check (amount > 0),
  constraint fund_entries_sides check (debit <> credit)
);
create trigger fund_entries_are_final before update or delete or truncate on fund_entries for each statement execute function refuse_change();
create index fund_entries_by_case on fund_entries (fund, case_id, seq);

-- 广东省质量提升发展基金, 粤府〔2020〕50号 measure 二十二: 5亿元. Its first entry is written by the first operation (db/fund/post.ts).
insert into funds (id, name, agency, ceiling, available, reserved, committed, disbursed, recovered, seq, head)
values ('gd-quality', '{"zh": "广东省质量提升发展基金", "en": "Guangdong Quality Improvement Fund"}', 'gd-amr', 50000000000, 50000000000, 0, 0, 0, 0, 0, '');
