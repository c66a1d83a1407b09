-- 文书、送达、附件、证据清单. Rows follow from events and are written in their transaction; the bytes of files are kept by their SHA-256.
create table files (
  sha256 text primary key,
  size integer not null,
  media text not null,
  bytes bytea not null,
  stored_at timestamptz(3) not null,
  constraint files_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint files_size check (size = octet_length(bytes) and size <= 20971520)
);
-- What was stored once is what its name says for ever.
create trigger files_are_final before update or delete or truncate on files for each statement execute function refuse_change();

create table documents (
  case_id uuid not null,
  document integer not null,
  seq integer not null,
  job integer not null,
  node text not null,
  template text not null,
  definition text not null,
  title jsonb not null,
  number text,
  issuer jsonb not null,
  on_day date not null,
  addressees jsonb not null,
  internal boolean not null,
  to_serve boolean not null,
  status text not null,
  files jsonb not null,
  renderer text,
  approved_by jsonb,
  seal_series text,
  seal_no integer,
  drafted_at timestamptz(3) not null,
  issued_at timestamptz(3),
  constraint documents_pkey primary key (case_id, document),
  constraint documents_status check (status in ('drafting', 'issued', 'void'))
);
create index documents_by_seal on documents (seal_series, seal_no desc) where seal_no is not null;

create table document_services (
  case_id uuid not null,
  document integer not null,
  addressee integer not null,
  way text not null,
  served_on date not null,
  announced_on date,
  received_by text,
  note text,
  proof jsonb not null,
  recorded_by text not null,
  recorded_at timestamptz(3) not null,
  constraint document_services_pkey primary key (case_id, document, addressee),
  constraint document_services_way check (way in ('direct', 'left', 'entrusted', 'mail', 'electronic', 'announcement'))
);

create table case_files (
  case_id uuid not null,
  file integer not null,
  sha256 text not null,
  name text not null,
  media text not null,
  size integer not null,
  purpose text not null,
  pool text,
  by_id text not null,
  by_name text not null,
  at timestamptz(3) not null,
  constraint case_files_pkey primary key (case_id, file),
  constraint case_files_purpose check (purpose in ('application', 'evidence', 'proof'))
);
create index case_files_by_hash on case_files (case_id, sha256);

create table evidence (
  case_id uuid not null,
  item integer not null,
  listed_seq integer not null,
  struck_seq integer,
  name text not null,
  quantity text not null,
  source text not null,
  place text not null,
  obtained_on date,
  note text not null,
  files jsonb not null,
  by_name text not null,
  at timestamptz(3) not null,
  struck_why text,
  struck_by text,
  constraint evidence_pkey primary key (case_id, item)
);
