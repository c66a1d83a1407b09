-- 专家库, 随机抽取, 评审组 and their scores.
create table experts (
  id uuid primary key,
  name text not null,
  person text,
  employer text not null,
  employer_uscc text,
  title text,
  region text not null,
  fields text[] not null,
  phone text,
  kin jsonb not null,
  advised jsonb not null,
  active boolean not null,
  updated_at timestamptz(3) not null,
  constraint experts_person unique (person)
);
create index experts_by_fields on experts using gin (fields);
create index experts_by_region on experts (region, id);

create table draws (
  id text primary key,
  case_id uuid not null,
  agency text not null,
  subject text not null,
  plan jsonb not null,
  candidates jsonb not null,
  excluded jsonb not null,
  list_hash text not null,
  commitment text not null,
  nonce text not null,
  committed_at timestamptz(3) not null,
  witness jsonb,
  seed text,
  revealed_at timestamptz(3),
  declined jsonb not null,
  constraint draws_revealed check ((seed is null) = (revealed_at is null))
);
create index draws_by_case on draws (case_id);

create table panels (
  id text primary key,
  case_id uuid not null,
  agency text not null,
  name jsonb not null,
  rules jsonb not null,
  members jsonb not null,
  member_accounts text[] not null,
  applicants jsonb not null,
  opened_at timestamptz(3) not null,
  closed_at timestamptz(3),
  result jsonb,
  digest text,
  constraint panels_closed check ((closed_at is null) = (result is null) and (closed_at is null) = (digest is null))
);
create index panels_by_case on panels (case_id);
create index panels_by_member on panels using gin (member_accounts);

-- Every sheet that was ever handed in; the last one of a member for an applicant counts.
create table panel_scores (
  panel text not null references panels (id),
  member text not null,
  applicant text not null,
  version integer not null,
  scores jsonb not null,
  comment text,
  by_id text not null,
  by_name text not null,
  at timestamptz(3) not null,
  constraint panel_scores_pkey primary key (panel, member, applicant, version)
);
create trigger panel_scores_are_final before update or delete or truncate on panel_scores for each statement execute function refuse_change();
