CREATE TABLE account_roles (
  account    BIGINT NOT NULL REFERENCES accounts (id),
  role       TEXT   NOT NULL,
  granted_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (account, role)
);

CREATE INDEX account_roles_by_role ON account_roles (role, account);

CREATE TABLE account_secrets (
  account       INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id),
  password_hash TEXT,
  totp          BLOB,
  totp_pending  BLOB,
  totp_step     BIGINT NOT NULL
);

CREATE TABLE accounts (
  id           INTEGER NOT NULL PRIMARY KEY,
  name         TEXT   NOT NULL,
  name_key     TEXT NOT NULL UNIQUE,
  display_name TEXT   NOT NULL,
  email        TEXT,
  phone        TEXT,
  language     TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
  stage        TEXT   NOT NULL CHECK (stage IN ('invited', 'active', 'deactivated')),
  wanted_role  TEXT,
  must_change  BIGINT NOT NULL CHECK (must_change IN (0, 1)),
  secret_mark  TEXT   NOT NULL,
  salt         TEXT   NOT NULL,
  created_at   BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE evaluation_evidence (
  id        INTEGER NOT NULL PRIMARY KEY,
  run       BIGINT NOT NULL REFERENCES evaluation_runs (id),
  indicator TEXT   NOT NULL,
  reference TEXT   NOT NULL CHECK (reference <> ''),
  sha256    TEXT,
  added_by  BIGINT NOT NULL,
  added_at  BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX evaluation_evidence_by_run ON evaluation_evidence (run, id);

CREATE TABLE evaluation_runs (
  id     INTEGER NOT NULL PRIMARY KEY,
  scheme BIGINT NOT NULL REFERENCES scheme_versions (id),
  cutoff TEXT NOT NULL,
  note   TEXT   NOT NULL,
  run_by BIGINT NOT NULL,
  run_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX evaluation_runs_by_scheme ON evaluation_runs (scheme, id);

CREATE TABLE evaluation_scores (
  id           INTEGER NOT NULL PRIMARY KEY,
  run          BIGINT NOT NULL REFERENCES evaluation_runs (id),
  indicator    TEXT   NOT NULL,
  numerator    BIGINT,
  denominator  BIGINT CHECK ((denominator IS NULL) = (numerator IS NULL)),
  words_zh     TEXT,
  words_en     TEXT   CHECK ((words_en IS NULL) = (words_zh IS NULL)),
  review_score BIGINT CHECK (review_score BETWEEN 0 AND 10000),
  review_note  TEXT   CHECK ((review_note IS NULL) = (review_score IS NULL)),
  score        BIGINT CHECK (score BETWEEN 0 AND 10000),
  points       BIGINT CHECK (points IS NULL OR score IS NOT NULL),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (run, indicator)
);

CREATE TABLE form_uses (form TEXT NOT NULL PRIMARY KEY, used_at BIGINT NOT NULL, outcome TEXT);

CREATE INDEX form_uses_by_time ON form_uses (used_at);

CREATE TABLE import_notes (
  file     BIGINT NOT NULL,
  line     BIGINT NOT NULL,
  place    BIGINT NOT NULL,
  run      BIGINT NOT NULL,
  sort     TEXT   NOT NULL CHECK (sort IN ('rejected', 'repaired')),
  code     TEXT   NOT NULL,
  zh       TEXT   NOT NULL,
  en       TEXT   NOT NULL,
  field    TEXT,
  original TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (file, line, place)
) WITHOUT ROWID;

CREATE TABLE jobs (
  id           INTEGER NOT NULL PRIMARY KEY,
  kind         TEXT   NOT NULL,
  input        TEXT   NOT NULL,
  title        TEXT   NOT NULL,
  created_at   BIGINT NOT NULL,
  created_by   BIGINT NOT NULL,
  stage        TEXT   NOT NULL CHECK (stage IN
    ('waiting', 'running', 'cancelling', 'cancelled', 'done', 'failed')),
  done         BIGINT NOT NULL,
  share        BIGINT,
  rate         DOUBLE PRECISION,
  seconds_left DOUBLE PRECISION,
  outcome      TEXT
);

CREATE INDEX jobs_by_stage ON jobs (stage, id);

CREATE TABLE journal (
  number        INTEGER NOT NULL PRIMARY KEY,
  happened_at   BIGINT NOT NULL,
  actor         BIGINT NOT NULL,
  actor_name    TEXT   NOT NULL,
  action        TEXT   NOT NULL,
  action_zh     TEXT   NOT NULL,
  action_en     TEXT   NOT NULL,
  subject_table TEXT,
  subject_key   BIGINT,
  reason        TEXT,
  details       TEXT   NOT NULL,
  added         TEXT   NOT NULL,
  superseded    TEXT   NOT NULL,
  hash          TEXT   NOT NULL
);

CREATE INDEX journal_by_action ON journal (action, number);

CREATE INDEX journal_by_actor ON journal (actor_name, number);

CREATE INDEX journal_by_subject ON journal (subject_table, subject_key, number);

CREATE INDEX journal_by_time ON journal (happened_at, number);

CREATE TABLE journal_changes (
  record_table TEXT   NOT NULL,
  record_key   BIGINT NOT NULL,
  entry        BIGINT NOT NULL,
  PRIMARY KEY (record_table, record_key, entry)
);

CREATE TABLE journal_head (
  id     BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  number BIGINT NOT NULL,
  hash   TEXT   NOT NULL
);

CREATE TABLE journal_personal (
  entry        BIGINT NOT NULL,
  place        BIGINT NOT NULL,
  record_table TEXT   NOT NULL,
  record_key   BIGINT NOT NULL,
  salt         TEXT   NOT NULL,
  value        TEXT   NOT NULL,
  PRIMARY KEY (entry, place)
);

CREATE INDEX journal_personal_by_record ON journal_personal (record_table, record_key);

CREATE TABLE journal_table_heads (record_table TEXT NOT NULL PRIMARY KEY, entry BIGINT NOT NULL);

CREATE TABLE leases (
  name    TEXT   NOT NULL PRIMARY KEY,
  holder  TEXT   NOT NULL,
  until   BIGINT NOT NULL
);

CREATE TABLE mandates (
  id                INTEGER NOT NULL PRIMARY KEY,
  holder            BIGINT NOT NULL REFERENCES accounts (id),
  organisation      TEXT   NOT NULL,
  organisation_name TEXT   NOT NULL,
  grade             TEXT   NOT NULL CHECK (grade IN ('administrator', 'clerk')),
  from_day          TEXT   NOT NULL,
  to_day            TEXT,
  stage             TEXT   NOT NULL CHECK (stage IN ('filed', 'approved', 'refused', 'revoked')),
  proof             TEXT   NOT NULL,
  filed_by          BIGINT NOT NULL,
  filed_at          BIGINT NOT NULL,
  decided_by        BIGINT,
  decided_at        BIGINT,
  note              TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX mandates_by_holder ON mandates (holder, id);

CREATE INDEX mandates_by_stage ON mandates (stage, id);

CREATE TABLE migrations (name TEXT NOT NULL PRIMARY KEY);

CREATE TABLE one_time_codes (
  id         INTEGER NOT NULL PRIMARY KEY,
  account    BIGINT NOT NULL REFERENCES accounts (id),
  purpose    TEXT   NOT NULL CHECK (purpose IN ('invitation', 'reset')),
  code_hash  TEXT   NOT NULL UNIQUE,
  created_by BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at    BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX one_time_codes_by_account ON one_time_codes (account, id);

CREATE TABLE parties (
  id          INTEGER NOT NULL PRIMARY KEY,
  name        TEXT   NOT NULL CHECK (name <> ''),
  sort_key    TEXT NOT NULL,
  kind        TEXT   NOT NULL CHECK (kind IN ('organisation', 'person', 'unknown')),
  code        TEXT,
  merged_into BIGINT REFERENCES parties (id),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX parties_by_code ON parties (code);

CREATE INDEX parties_by_sort_key ON parties (sort_key, id);

CREATE TABLE party_names (
  id     INTEGER NOT NULL PRIMARY KEY,
  text   TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL,
  home   BIGINT NOT NULL REFERENCES parties (id),
  party  BIGINT NOT NULL REFERENCES parties (id),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX party_names_by_folded ON party_names (folded);

CREATE INDEX party_names_by_home ON party_names (home);

CREATE INDEX party_names_by_party ON party_names (party);

CREATE TABLE patent_files (
  id     INTEGER NOT NULL PRIMARY KEY,
  hash   TEXT   NOT NULL UNIQUE,
  name   TEXT   NOT NULL,
  size   BIGINT NOT NULL,
  format TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE patent_imports (
  id              INTEGER NOT NULL PRIMARY KEY,
  file            BIGINT NOT NULL REFERENCES patent_files (id),
  started_at      BIGINT NOT NULL,
  started_by      BIGINT NOT NULL,
  stage           TEXT   NOT NULL CHECK (stage IN ('running', 'done', 'stopped', 'withdrawn')),
  row_count       BIGINT NOT NULL,
  new_count       BIGINT NOT NULL,
  updated_count   BIGINT NOT NULL,
  unchanged_count BIGINT NOT NULL,
  repaired_count  BIGINT NOT NULL,
  rejected_count  BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK (new_count + updated_count + unchanged_count + rejected_count = row_count)
);

CREATE INDEX patent_imports_by_file ON patent_imports (file, id);

CREATE TABLE patent_names (
  name   BIGINT NOT NULL,
  role   BIGINT NOT NULL,
  patent BIGINT NOT NULL,
  place  BIGINT NOT NULL,
  PRIMARY KEY (name, role, patent, place)
) WITHOUT ROWID;

CREATE TABLE patent_sources (
  file     BIGINT NOT NULL,
  line     BIGINT NOT NULL,
  patent   BIGINT NOT NULL,
  run      BIGINT NOT NULL,
  effect   TEXT   NOT NULL CHECK (effect IN ('new', 'updated', 'unchanged')),
  row_hash BIGINT NOT NULL,
  fields   BIGINT NOT NULL,
  before   TEXT,
  precedence_before BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (file, line)
) WITHOUT ROWID;

CREATE INDEX patent_sources_by_patent ON patent_sources (patent);

CREATE TABLE patents (
  id         INTEGER NOT NULL PRIMARY KEY,
  identity   TEXT NOT NULL UNIQUE,
  office TEXT, publication_number TEXT, application_number TEXT, application_raw TEXT, application_state TEXT, kind TEXT, title TEXT, abstract TEXT, first_claim TEXT, applicants TEXT, inventors TEXT, agents TEXT, agency TEXT, agency_code TEXT, ipc TEXT, locarno TEXT, filing_day TEXT, publication_day TEXT, grant_day TEXT, priority_day TEXT, address TEXT, province TEXT, legal_status TEXT, language TEXT,
  precedence BIGINT NOT NULL,
  sort_day   TEXT NOT NULL,
  section    TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX patents_by_application ON patents (application_number) WHERE application_number IS NOT NULL;

CREATE INDEX patents_by_day ON patents (sort_day, id, title, applicants, publication_number, application_raw);

CREATE INDEX patents_by_kind ON patents (kind, sort_day, id, section, province);

CREATE INDEX patents_by_province ON patents (province, sort_day, id, section, kind);

CREATE INDEX patents_by_section ON patents (section, sort_day, id, province, kind);

CREATE TABLE plan_baselines (
  id       INTEGER NOT NULL PRIMARY KEY,
  task     BIGINT NOT NULL REFERENCES plan_tasks (id),
  number   BIGINT NOT NULL,
  start_on TEXT   NOT NULL,
  due_on   TEXT   NOT NULL,
  set_on   TEXT   NOT NULL,
  reason   TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (task, number)
);

CREATE TABLE plan_progress (
  id       INTEGER NOT NULL PRIMARY KEY,
  task     BIGINT NOT NULL REFERENCES plan_tasks (id),
  noted_on TEXT NOT NULL,
  percent  BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
  note     TEXT   NOT NULL CHECK (note <> ''),
  noted_by BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX plan_progress_by_task ON plan_progress (task, noted_on, id);

CREATE TABLE plan_redatings (
  id         INTEGER NOT NULL PRIMARY KEY,
  task       BIGINT NOT NULL REFERENCES plan_tasks (id),
  from_start TEXT   NOT NULL,
  from_due   TEXT   NOT NULL,
  to_start   TEXT   NOT NULL,
  to_due     TEXT   NOT NULL,
  reason     TEXT   NOT NULL CHECK (reason <> ''),
  changed_on TEXT   NOT NULL,
  changed_by BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX plan_redatings_by_task ON plan_redatings (task, id);

CREATE TABLE plan_tasks (
  id             INTEGER NOT NULL PRIMARY KEY,
  plan           BIGINT NOT NULL REFERENCES plans (id),
  place          BIGINT NOT NULL,
  title          TEXT   NOT NULL CHECK (title <> ''),
  clause         TEXT   NOT NULL,
  start_on       TEXT NOT NULL,
  due_on         TEXT NOT NULL CHECK (due_on >= start_on),
  person_name    TEXT   NOT NULL CHECK (person_name <> ''),
  department     TEXT   NOT NULL CHECK (department <> ''),
  person_account BIGINT,
  target         TEXT   NOT NULL CHECK (target <> ''),
  figure         TEXT,
  goal           BIGINT CHECK ((goal IS NULL) = (figure IS NULL)),
  stage          TEXT   NOT NULL CHECK (stage IN ('open', 'done', 'cancelled')),
  done_on        TEXT   CHECK ((done_on IS NOT NULL) = (stage = 'done')),
  closing_note   TEXT   CHECK ((closing_note IS NULL) = (stage = 'open')),
  percent        BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX plan_tasks_by_place ON plan_tasks (plan, place);

CREATE TABLE plans (
  id                INTEGER NOT NULL PRIMARY KEY,
  year              BIGINT NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2100),
  title             TEXT   NOT NULL CHECK (title <> ''),
  approved_on       TEXT,
  approval_document TEXT,
  approved_by       BIGINT,
  baselines         BIGINT NOT NULL CHECK ((baselines > 0) = (approved_on IS NOT NULL)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE reset_requests (
  account      INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id),
  requested_at BIGINT NOT NULL
);

CREATE TABLE rule_supersession_copies (
  id      INTEGER NOT NULL PRIMARY KEY REFERENCES rule_supersessions (id),
  address TEXT   NOT NULL CHECK (address <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE rule_supersessions (
  id              INTEGER NOT NULL PRIMARY KEY,
  rule            TEXT NOT NULL,
  value           TEXT   NOT NULL,
  first_day       TEXT   NOT NULL,
  basis           TEXT   NOT NULL CHECK (basis IN ('document', 'decision')),
  document        TEXT   NOT NULL CHECK (document <> ''),
  document_number TEXT   NOT NULL CHECK (document_number <> ''),
  article         TEXT,
  decided_on      TEXT   CHECK ((basis = 'decision') = (decided_on IS NOT NULL)),
  reason          TEXT   NOT NULL CHECK (reason <> ''),
  entered_by      BIGINT NOT NULL,
  entered_at      BIGINT NOT NULL,
  withdrawn_at    BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX rule_supersessions_by_entry ON rule_supersessions (entry);

CREATE TABLE scheme_versions (
  id         INTEGER NOT NULL PRIMARY KEY,
  code       TEXT NOT NULL,
  number     BIGINT NOT NULL,
  hash       TEXT   NOT NULL,
  content    TEXT   NOT NULL,
  document   TEXT,
  reason     TEXT   CHECK ((reason IS NULL) = (document IS NULL)),
  entered_by BIGINT NOT NULL,
  entered_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (code, number)
);

CREATE TABLE sessions (
  id         INTEGER NOT NULL PRIMARY KEY,
  token_hash TEXT   NOT NULL UNIQUE,
  account    BIGINT NOT NULL REFERENCES accounts (id),
  factor     TEXT   NOT NULL CHECK (factor IN ('awaited', 'none', 'given')),
  mandate    BIGINT REFERENCES mandates (id),
  address    TEXT,
  device     TEXT,
  created_at BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE INDEX sessions_by_account ON sessions (account, id);

CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE sign_in_attempts (
  subject  TEXT   NOT NULL PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at  BIGINT NOT NULL
);

CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts (last_at);

CREATE TABLE token_uses (
  token   INTEGER NOT NULL PRIMARY KEY REFERENCES tokens (id),
  used_at BIGINT NOT NULL
);

CREATE TABLE tokens (
  id         INTEGER NOT NULL PRIMARY KEY,
  account    BIGINT NOT NULL REFERENCES accounts (id),
  label      TEXT   NOT NULL,
  tail       TEXT   NOT NULL,
  token_hash TEXT   NOT NULL UNIQUE,
  scopes     TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX tokens_by_account ON tokens (account, id);

CREATE TABLE zone (
  id            BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  demonstration BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
  created_at    BIGINT NOT NULL,
  last_node     BIGINT NOT NULL
);

CREATE TABLE zone_key (id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL);
