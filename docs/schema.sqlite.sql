CREATE TABLE abnormal_cases (
  id INTEGER NOT NULL PRIMARY KEY,
  application TEXT NOT NULL,
  batch TEXT NOT NULL,
  applicant TEXT NOT NULL,
  listed_on TEXT NOT NULL,
  batch_closed_on TEXT,
  outcome TEXT NOT NULL,
  outcome_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX abnormal_cases_by_identity ON abnormal_cases (batch, application) WHERE withdrawn_on IS NULL;

CREATE VIEW account_contacts AS
SELECT id, name, name_key, email, language, stage FROM accounts WHERE stage IN ('active', 'invited');

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

CREATE TABLE attendances (
  id INTEGER NOT NULL PRIMARY KEY,
  training TEXT NOT NULL,
  held_on TEXT NOT NULL,
  person_name TEXT NOT NULL,
  person TEXT NOT NULL,
  firm TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX attendances_by_identity ON attendances (training, person) WHERE withdrawn_on IS NULL;

CREATE TABLE brands (
  id INTEGER NOT NULL PRIMARY KEY,
  brand TEXT NOT NULL,
  institution TEXT NOT NULL,
  list TEXT NOT NULL,
  list_name TEXT NOT NULL,
  recognised_on TEXT NOT NULL,
  ended_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX brands_by_identity ON brands (institution, list, recognised_on) WHERE withdrawn_on IS NULL;

CREATE TABLE budgets (
  id INTEGER NOT NULL PRIMARY KEY,
  scope TEXT NOT NULL,
  year BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  spent BIGINT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX budgets_by_identity ON budgets (year, scope) WHERE withdrawn_on IS NULL;

CREATE TABLE buildings (
  id   INTEGER NOT NULL PRIMARY KEY,
  site BIGINT NOT NULL REFERENCES sites (id),
  name TEXT NOT NULL CHECK (name <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (site, name)
);

CREATE TABLE calendar_feeds (
  account    INTEGER NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  language   TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
  created_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE cluster_lists (
  id        INTEGER NOT NULL PRIMARY KEY,
  scheme    TEXT NOT NULL CHECK (scheme IN ('jiangning', 'nanjing')),
  first_day TEXT NOT NULL,
  standing  TEXT   NOT NULL CHECK (standing IN ('provisional', 'confirmed')),
  source_zh TEXT   NOT NULL CHECK (source_zh <> ''),
  source_en TEXT   NOT NULL CHECK (source_en <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (scheme, first_day)
);

CREATE TABLE cluster_services (
  id        INTEGER NOT NULL PRIMARY KEY,
  cluster   TEXT NOT NULL CHECK (cluster <> ''),
  tenant    TEXT NOT NULL CHECK (length(tenant) = 18),
  first_day TEXT NOT NULL,
  last_day  TEXT CHECK (last_day >= first_day),
  ground    TEXT   NOT NULL CHECK (ground <> ''),
  withdrawn BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX cluster_services_by_tenant ON cluster_services (tenant);

CREATE TABLE clusters (
  id       INTEGER NOT NULL PRIMARY KEY,
  list     BIGINT NOT NULL REFERENCES cluster_lists (id),
  place    BIGINT NOT NULL CHECK (place > 0),
  code     TEXT NOT NULL CHECK (code <> ''),
  name_zh  TEXT   NOT NULL CHECK (name_zh <> ''),
  name_en  TEXT   NOT NULL CHECK (name_en <> ''),
  group_zh TEXT   NOT NULL CHECK (group_zh <> ''),
  group_en TEXT   NOT NULL CHECK (group_en <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (list, code)
);

CREATE TABLE cultivation_centres (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  progress TEXT NOT NULL,
  from_day TEXT NOT NULL,
  ended_on TEXT,
  partners TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX cultivation_centres_by_identity ON cultivation_centres (code, level) WHERE withdrawn_on IS NULL;

CREATE TABLE cultivations (
  id INTEGER NOT NULL PRIMARY KEY,
  institution TEXT NOT NULL,
  list TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  goal TEXT NOT NULL,
  goal_by TEXT,
  reached_on TEXT,
  ended_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX cultivations_by_identity ON cultivations (institution, list, entered_on) WHERE withdrawn_on IS NULL;

CREATE TABLE driven_exports (
  id INTEGER NOT NULL PRIMARY KEY,
  client TEXT NOT NULL,
  year BIGINT NOT NULL,
  institution TEXT NOT NULL,
  declared BIGINT NOT NULL,
  amount BIGINT NOT NULL,
  signed BIGINT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX driven_exports_by_identity ON driven_exports (client, year) WHERE withdrawn_on IS NULL;

CREATE TABLE enterprise_statuses (
  id INTEGER NOT NULL PRIMARY KEY,
  enterprise TEXT NOT NULL,
  status TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  list TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX enterprise_statuses_by_identity ON enterprise_statuses (enterprise, status, from_day) WHERE withdrawn_on IS NULL;

CREATE INDEX statuses_for_figures ON enterprise_statuses
  (enterprise, status, from_day, to_day, grade, stage, withdrawn_on);

CREATE TABLE enterprises (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  industry TEXT,
  city_cluster TEXT,
  district_cluster TEXT,
  list_date TEXT,
  contact TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX enterprises_by_identity ON enterprises (code) WHERE withdrawn_on IS NULL;

CREATE INDEX enterprises_by_name ON enterprises (name);

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

CREATE TABLE evidence (
  id                INTEGER NOT NULL PRIMARY KEY,
  file              BIGINT NOT NULL REFERENCES evidence_files (id),
  file_name         TEXT   NOT NULL CHECK (file_name <> ''),
  title             TEXT   NOT NULL CHECK (title <> ''),
  grade             BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  issuer            TEXT,
  number            TEXT,
  issued_on         TEXT,
  note              TEXT,
  added_by          BIGINT NOT NULL,
  added_at          BIGINT NOT NULL,
  withdrawn_at      BIGINT,
  withdrawn_because TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK (grade > 2 OR issuer IS NOT NULL),
  CHECK (grade > 1 OR number IS NOT NULL),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);

CREATE INDEX evidence_by_file ON evidence (file);

CREATE INDEX evidence_by_grade ON evidence (grade, id);

CREATE TABLE evidence_files (
  id     INTEGER NOT NULL PRIMARY KEY,
  sha256 TEXT   NOT NULL UNIQUE CHECK (length(sha256) = 64),
  size   BIGINT NOT NULL CHECK (size > 0),
  sort   TEXT   NOT NULL CHECK (sort IN ('pdf', 'png', 'jpeg', 'xlsx', 'docx', 'text')),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE figure_publications (
  frozen       INTEGER NOT NULL PRIMARY KEY REFERENCES figures_frozen (id),
  reason       TEXT   NOT NULL,
  published_by TEXT   NOT NULL,
  published_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE figure_rows (
  frozen        BIGINT NOT NULL REFERENCES figures_frozen (id),
  position      BIGINT NOT NULL,
  record_table  TEXT   NOT NULL,
  record        BIGINT NOT NULL,
  counted_as    TEXT   NOT NULL,
  weight        BIGINT NOT NULL,
  part          TEXT   NOT NULL CHECK (part IN ('now', 'of', 'before', 'before-of')),
  grade         BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  record_entry  BIGINT,
  record_digest TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (frozen, position)
);

CREATE TABLE figure_rulings (
  id        INTEGER NOT NULL PRIMARY KEY,
  ruling    TEXT NOT NULL UNIQUE,
  option    TEXT   NOT NULL,
  reason    TEXT   NOT NULL,
  chosen_by TEXT   NOT NULL,
  chosen_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE figures_frozen (
  id                     INTEGER NOT NULL PRIMARY KEY,
  code                   TEXT NOT NULL,
  cutoff                 TEXT NOT NULL,
  edition                BIGINT NOT NULL,
  definition             TEXT   NOT NULL,
  rulings                TEXT   NOT NULL,
  state                  TEXT   NOT NULL,
  numerator              BIGINT,
  denominator            BIGINT CHECK (denominator > 0),
  verdict                TEXT   NOT NULL,
  comparator_numerator   BIGINT,
  comparator_denominator BIGINT CHECK (comparator_denominator > 0),
  comparator_source      TEXT,
  row_count              BIGINT NOT NULL,
  declared               BIGINT NOT NULL,
  list_hash              TEXT   NOT NULL,
  reason                 TEXT   NOT NULL,
  frozen_by              TEXT   NOT NULL,
  frozen_at              BIGINT NOT NULL,
  demonstration          BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (code, cutoff, edition)
);

CREATE TABLE financings (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  client TEXT NOT NULL,
  amount BIGINT NOT NULL,
  rate BIGINT,
  signed_on TEXT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX financings_by_identity ON financings (number) WHERE withdrawn_on IS NULL;

CREATE TABLE floors (
  id       INTEGER NOT NULL PRIMARY KEY,
  building BIGINT NOT NULL REFERENCES buildings (id),
  number   BIGINT NOT NULL CHECK (number <> 0),
  gross    BIGINT NOT NULL CHECK (gross > 0),
  usable   BIGINT NOT NULL CHECK (usable > 0 AND usable <= gross),
  outline  TEXT   NOT NULL CHECK (outline <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (building, number)
);

CREATE TABLE foreign_offices (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  approval TEXT NOT NULL,
  country TEXT NOT NULL,
  home TEXT,
  kind TEXT NOT NULL,
  in_district BIGINT NOT NULL,
  scope TEXT,
  approved_on TEXT NOT NULL,
  valid_to TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX foreign_offices_by_identity ON foreign_offices (approval) WHERE withdrawn_on IS NULL;

CREATE TABLE form_uses (form TEXT NOT NULL PRIMARY KEY, used_at BIGINT NOT NULL, outcome TEXT);

CREATE INDEX form_uses_by_time ON form_uses (used_at);

CREATE TABLE high_value_entries (
  id          INTEGER NOT NULL PRIMARY KEY,
  list        BIGINT NOT NULL REFERENCES high_value_lists (id),
  number      TEXT NOT NULL,
  patent      BIGINT NOT NULL,
  title       TEXT   NOT NULL,
  applicants  TEXT   NOT NULL,
  granted_on  TEXT NOT NULL,
  certainty   TEXT NOT NULL CHECK (certainty IN ('certain', 'probable')),
  certain     TEXT   NOT NULL,
  probable    TEXT   NOT NULL,
  evidence_zh TEXT   NOT NULL CHECK (evidence_zh <> ''),
  evidence_en TEXT   NOT NULL CHECK (evidence_en <> ''),
  grade       BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (list, number)
);

CREATE TABLE high_value_lists (
  id           INTEGER NOT NULL PRIMARY KEY,
  day          TEXT NOT NULL,
  counted_from TEXT   NOT NULL CHECK (counted_from IN ('filing', 'grant', 'open')),
  by_rule      BIGINT NOT NULL CHECK (by_rule IN (0, 1)),
  least_pledge BIGINT CHECK (least_pledge >= 0),
  edition      BIGINT REFERENCES sei_tables (id),
  certain      BIGINT NOT NULL CHECK (certain >= 0),
  probable     BIGINT NOT NULL CHECK (probable >= 0),
  list_hash    TEXT   NOT NULL CHECK (length(list_hash) = 64),
  reason       TEXT   NOT NULL CHECK (reason <> ''),
  made_at      BIGINT NOT NULL,
  made_by      TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX high_value_lists_by_day ON high_value_lists (day, id);

CREATE TABLE holiday_calendars (
  id              INTEGER NOT NULL PRIMARY KEY,
  year            BIGINT NOT NULL CHECK (year BETWEEN 2000 AND 2099),
  title           TEXT   NOT NULL CHECK (title <> ''),
  document_number TEXT   NOT NULL CHECK (document_number <> ''),
  issued_on       TEXT   NOT NULL,
  address         TEXT   NOT NULL CHECK (address <> ''),
  days            TEXT   NOT NULL CHECK (days <> ''),
  reason          TEXT,
  entered_by      BIGINT NOT NULL,
  entered_at      BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX holiday_calendars_by_entry ON holiday_calendars (entry);

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

CREATE TABLE institution_absences (
  id          INTEGER NOT NULL PRIMARY KEY,
  institution TEXT NOT NULL,
  first_day   TEXT NOT NULL,
  last_day    TEXT NOT NULL CHECK (last_day >= first_day),
  reason      TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX institution_absences_by_institution ON institution_absences (institution, first_day);

CREATE TABLE institution_returns (
  id INTEGER NOT NULL PRIMARY KEY,
  institution TEXT NOT NULL,
  year BIGINT NOT NULL,
  period TEXT NOT NULL,
  period_end TEXT NOT NULL,
  employees BIGINT NOT NULL,
  insured BIGINT,
  attorneys BIGINT,
  interns BIGINT,
  dispatched BIGINT,
  total_revenue BIGINT NOT NULL,
  ip_revenue BIGINT NOT NULL,
  revenue_agency BIGINT,
  revenue_law BIGINT,
  revenue_information BIGINT,
  revenue_consulting BIGINT,
  revenue_operation BIGINT,
  revenue_training BIGINT,
  revenue_other BIGINT,
  foreign_revenue BIGINT,
  nbs_listed BIGINT,
  profit BIGINT,
  tax BIGINT,
  floor_area BIGINT,
  clients BIGINT,
  filed BIGINT,
  granted BIGINT,
  disputes BIGINT,
  complaints BIGINT,
  trainings BIGINT,
  tools TEXT,
  party BIGINT,
  difficulties TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX institution_returns_by_identity ON institution_returns (institution, year, period) WHERE withdrawn_on IS NULL;

CREATE INDEX institution_returns_by_period_end_id ON institution_returns (period_end, id);

CREATE TABLE institutions (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  kind TEXT NOT NULL,
  main_category TEXT NOT NULL,
  categories TEXT NOT NULL,
  objects TEXT,
  industry TEXT,
  registered_on TEXT,
  in_district BIGINT NOT NULL,
  ip_income BIGINT NOT NULL,
  address TEXT,
  active_from TEXT NOT NULL,
  active_to TEXT,
  left_for TEXT,
  parent_code TEXT,
  parent_name TEXT,
  website TEXT,
  phone TEXT,
  services_offered TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX institutions_by_identity ON institutions (code) WHERE withdrawn_on IS NULL;

CREATE INDEX institutions_by_name ON institutions (name);

CREATE TABLE ip_products (
  id INTEGER NOT NULL PRIMARY KEY,
  product TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  year BIGINT NOT NULL,
  right_kind TEXT NOT NULL,
  right_number TEXT NOT NULL,
  sales BIGINT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX ip_products_by_identity ON ip_products (enterprise, year, product) WHERE withdrawn_on IS NULL;

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

CREATE TABLE lead_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  lead TEXT NOT NULL,
  step TEXT NOT NULL,
  taken_on TEXT NOT NULL,
  note TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX lead_steps_by_identity ON lead_steps (lead, step) WHERE withdrawn_on IS NULL;

CREATE TABLE leads (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  source TEXT,
  keeper TEXT NOT NULL,
  institution TEXT,
  note TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX leads_by_identity ON leads (code) WHERE withdrawn_on IS NULL;

CREATE TABLE learning_numbers (
  letters TEXT NOT NULL,
  year    BIGINT NOT NULL,
  last    BIGINT NOT NULL,
  PRIMARY KEY (letters, year)
);

CREATE TABLE leases (
  name    TEXT   NOT NULL PRIMARY KEY,
  holder  TEXT   NOT NULL,
  until   BIGINT NOT NULL
);

CREATE TABLE lecture_bookings (
  id            INTEGER NOT NULL PRIMARY KEY,
  lecture       BIGINT NOT NULL REFERENCES lectures (id),
  year          BIGINT NOT NULL,
  serial        BIGINT NOT NULL CHECK (serial > 0),
  person        TEXT NOT NULL,
  name          TEXT   NOT NULL,
  email         TEXT,
  organisation  TEXT CHECK (length(organisation) = 18),
  employer      TEXT,
  district      TEXT,
  account       BIGINT,
  stage         TEXT   NOT NULL CHECK (stage IN ('seated', 'waiting', 'withdrawn')),
  registered_at BIGINT NOT NULL,
  queued_at     BIGINT NOT NULL,
  moved_from    BIGINT REFERENCES lectures (id),
  signed_at     BIGINT CHECK (signed_at IS NULL OR stage = 'seated'),
  signed_by     TEXT   CHECK (signed_by IN ('code', 'ticket', 'list')),
  tries         BIGINT NOT NULL CHECK (tries >= 0),
  score         BIGINT CHECK (score BETWEEN 0 AND 100),
  certified_at  BIGINT,
  certificate   BIGINT CHECK (certificate > 0),
  rating        BIGINT CHECK (rating BETWEEN 1 AND 5),
  comment       TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (year, serial)
);

CREATE INDEX lecture_bookings_by_account ON lecture_bookings (account);

CREATE UNIQUE INDEX lecture_bookings_by_certificate ON lecture_bookings (lecture, certificate);

CREATE INDEX lecture_bookings_by_queue ON lecture_bookings (lecture, queued_at, year, serial);

CREATE INDEX lecture_bookings_by_sign_in ON lecture_bookings (signed_at);

CREATE UNIQUE INDEX lecture_bookings_once ON lecture_bookings (lecture, person) WHERE stage <> 'withdrawn';

CREATE TABLE lecture_claims (
  matter   INTEGER NOT NULL PRIMARY KEY,
  account  BIGINT NOT NULL,
  name     TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE lecture_questions (
  lecture BIGINT NOT NULL REFERENCES lectures (id),
  place   BIGINT NOT NULL CHECK (place > 0),
  text    TEXT   NOT NULL,
  answers TEXT   NOT NULL,
  correct BIGINT NOT NULL CHECK (correct >= 0),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (lecture, place)
);

CREATE TABLE lecture_topics (
  id           INTEGER NOT NULL PRIMARY KEY,
  title        TEXT   NOT NULL CHECK (title <> ''),
  wish         TEXT,
  quarter      TEXT NOT NULL,
  nominator    BIGINT NOT NULL,
  nominated_at BIGINT NOT NULL,
  stage        TEXT   NOT NULL CHECK (stage IN ('open', 'scheduled', 'declined')),
  lecture      BIGINT REFERENCES lectures (id),
  reason       TEXT,
  answered_at  BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK ((stage = 'declined') = (reason IS NOT NULL)),
  CHECK ((stage = 'scheduled') = (lecture IS NOT NULL))
);

CREATE INDEX lecture_topics_by_quarter ON lecture_topics (quarter);

CREATE TABLE lecture_votes (
  topic   BIGINT NOT NULL REFERENCES lecture_topics (id),
  account BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (topic, account)
);

CREATE TABLE lectures (
  id               INTEGER NOT NULL PRIMARY KEY,
  year             BIGINT NOT NULL,
  serial           BIGINT NOT NULL CHECK (serial > 0),
  title            TEXT   NOT NULL CHECK (title <> ''),
  series           TEXT   NOT NULL CHECK (series IN ('order', 'training', 'topic')),
  about            TEXT,
  lecturer         TEXT   NOT NULL,
  lecturer_account BIGINT,
  matter           BIGINT,
  medium           TEXT   NOT NULL CHECK (medium IN ('onsite', 'online')),
  place            TEXT   NOT NULL,
  starts_at        BIGINT NOT NULL,
  ends_at          BIGINT NOT NULL CHECK (ends_at > starts_at),
  capacity         BIGINT NOT NULL CHECK (capacity > 0),
  least            BIGINT NOT NULL CHECK (least > 0),
  pass_mark        BIGINT NOT NULL CHECK (pass_mark BETWEEN 1 AND 100),
  tries            BIGINT NOT NULL CHECK (tries > 0),
  stage            TEXT   NOT NULL CHECK (stage IN ('planned', 'merged', 'cancelled')),
  merged_into      BIGINT REFERENCES lectures (id),
  reason           TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (year, serial),
  CHECK ((stage = 'merged') = (merged_into IS NOT NULL))
);

CREATE INDEX lectures_by_matter ON lectures (matter, year, serial);

CREATE INDEX lectures_by_start ON lectures (starts_at);

CREATE UNIQUE INDEX lectures_once ON lectures (matter) WHERE stage = 'planned';

CREATE TABLE licences (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  institution TEXT NOT NULL,
  kind TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX licences_by_identity ON licences (institution, kind, number) WHERE withdrawn_on IS NULL;

CREATE VIEW mandate_holders AS
SELECT mandates.organisation, mandates.holder, mandates.from_day, mandates.to_day FROM mandates
JOIN accounts ON accounts.id = mandates.holder WHERE mandates.stage = 'approved' AND accounts.stage = 'active';

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

CREATE TABLE matter_answers (
  matter BIGINT NOT NULL REFERENCES matters (id),
  place  BIGINT NOT NULL,
  field  TEXT NOT NULL,
  text   TEXT,
  whole  BIGINT,
  day    TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, place, field)
);

CREATE TABLE matter_clocks (
  matter      BIGINT NOT NULL REFERENCES matters (id),
  place       BIGINT NOT NULL CHECK (place > 0),
  clock       TEXT   NOT NULL,
  run         BIGINT NOT NULL CHECK (run > 0),
  started_on  TEXT   NOT NULL,
  length      BIGINT NOT NULL CHECK (length >= 0),
  unit        TEXT   NOT NULL CHECK (unit IN ('workingDays', 'days', 'months')),
  stopped     BIGINT NOT NULL CHECK (stopped >= 0),
  paused_on   TEXT,
  ended_on    TEXT,
  due_on      TEXT NOT NULL,
  provisional BIGINT,
  is_told     BIGINT NOT NULL CHECK (is_told IN (0, 1)),
  is_extended BIGINT NOT NULL CHECK (is_extended IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, place)
);

CREATE INDEX matter_clocks_by_due ON matter_clocks (due_on, matter) WHERE ended_on IS NULL;

CREATE TABLE matter_codes (mark TEXT NOT NULL PRIMARY KEY, matter BIGINT NOT NULL);

CREATE TABLE matter_drafts (
  account        BIGINT NOT NULL,
  procedure_code TEXT NOT NULL,
  texts          TEXT   NOT NULL,
  saved_at       BIGINT NOT NULL,
  PRIMARY KEY (account, procedure_code)
);

CREATE TABLE matter_events (
  matter     BIGINT NOT NULL REFERENCES matters (id),
  place      BIGINT NOT NULL CHECK (place > 0),
  sort       TEXT   NOT NULL CHECK (sort IN
    ('filed', 'step', 'assigned', 'recused', 'note', 'extended', 'lapsed')),
  code       TEXT   NOT NULL,
  from_stage TEXT,
  to_stage   TEXT   NOT NULL,
  at         BIGINT NOT NULL,
  account    BIGINT,
  side       TEXT   NOT NULL,
  reason     TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, place)
);

CREATE TABLE matter_files (
  matter   BIGINT NOT NULL REFERENCES matters (id),
  place    BIGINT NOT NULL,
  number   BIGINT NOT NULL CHECK (number > 0),
  material TEXT   NOT NULL,
  evidence BIGINT NOT NULL,
  name     TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, place, number)
);

CREATE TABLE matter_numbers (
  letters TEXT NOT NULL,
  year    BIGINT NOT NULL,
  last    BIGINT NOT NULL,
  PRIMARY KEY (letters, year)
);

CREATE TABLE matter_parties (
  matter       BIGINT NOT NULL REFERENCES matters (id),
  place        BIGINT NOT NULL CHECK (place > 0),
  role         TEXT   NOT NULL,
  organisation TEXT,
  account      BIGINT,
  name         TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, place)
);

CREATE INDEX matter_parties_by_account ON matter_parties (account, matter);

CREATE INDEX matter_parties_by_organisation ON matter_parties (organisation, matter);

CREATE TABLE matter_recusals (
  matter  BIGINT NOT NULL REFERENCES matters (id),
  account BIGINT NOT NULL,
  reason  TEXT   NOT NULL,
  at      BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (matter, account)
);

CREATE TABLE matters (
  id              INTEGER NOT NULL PRIMARY KEY,
  procedure_code  TEXT NOT NULL,
  letters         TEXT   NOT NULL,
  year            BIGINT NOT NULL,
  serial          BIGINT NOT NULL CHECK (serial > 0),
  stage           TEXT NOT NULL,
  channel         TEXT   NOT NULL CHECK (channel IN ('web', 'counter', 'phone', 'station', 'api')),
  filed_at        BIGINT NOT NULL,
  filer           BIGINT,
  organisation    TEXT,
  applicant       TEXT,
  title           TEXT,
  handler         BIGINT,
  station         TEXT,
  closed_at       BIGINT,
  end_sort        TEXT CHECK (end_sort IN ('granted', 'refused', 'referred', 'ended', 'withdrawn')),
  due_on          TEXT,
  due_provisional BIGINT,
  due_clock       TEXT,
  events          BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK ((closed_at IS NULL) = (end_sort IS NULL))
);

CREATE INDEX matters_by_closing ON matters (procedure_code, closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX matters_by_due ON matters (procedure_code, due_on, id) WHERE closed_at IS NULL;

CREATE INDEX matters_by_filer ON matters (filer, id);

CREATE INDEX matters_by_filing ON matters (procedure_code, filed_at, id);

CREATE INDEX matters_by_handler ON matters (handler, id);

CREATE UNIQUE INDEX matters_by_number ON matters (letters, year, serial);

CREATE INDEX matters_by_organisation ON matters (organisation, id);

CREATE INDEX matters_by_procedure ON matters (procedure_code, id);

CREATE INDEX matters_by_station ON matters (station, id);

CREATE INDEX matters_open ON matters (due_on, id) WHERE closed_at IS NULL;

CREATE TABLE migrations (name TEXT NOT NULL PRIMARY KEY);

CREATE TABLE milestones (
  id INTEGER NOT NULL PRIMARY KEY,
  indicator TEXT NOT NULL,
  title TEXT NOT NULL,
  issuer TEXT,
  issued_on TEXT NOT NULL,
  supersedes TEXT,
  note TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX milestones_by_identity ON milestones (indicator, title, issued_on) WHERE withdrawn_on IS NULL;

CREATE TABLE navigation_branches (
  project BIGINT NOT NULL REFERENCES navigation_projects (id),
  place   BIGINT NOT NULL CHECK (place > 0),
  name    TEXT   NOT NULL CHECK (name <> ''),
  query   TEXT   NOT NULL CHECK (query <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (project, place)
) WITHOUT ROWID;

CREATE TABLE navigation_dataset_branches (
  dataset BIGINT NOT NULL REFERENCES navigation_datasets (id),
  place   BIGINT NOT NULL CHECK (place > 0),
  name    TEXT   NOT NULL,
  query   TEXT   NOT NULL,
  hits    BIGINT NOT NULL CHECK (hits >= 0),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (dataset, place)
) WITHOUT ROWID;

CREATE TABLE navigation_datasets (
  id                   INTEGER NOT NULL PRIMARY KEY,
  project              BIGINT NOT NULL REFERENCES navigation_projects (id),
  number               BIGINT NOT NULL CHECK (number > 0),
  frozen_at            BIGINT NOT NULL,
  frozen_by            TEXT   NOT NULL,
  position             BIGINT NOT NULL,
  corpus               BIGINT NOT NULL CHECK (corpus >= 0),
  cutoff               TEXT,
  latest               TEXT,
  restriction          TEXT   NOT NULL,
  hits                 BIGINT NOT NULL,
  beyond               BIGINT NOT NULL CHECK (beyond >= 0),
  documents            BIGINT NOT NULL CHECK (documents > 0 AND documents = hits - beyond),
  hash                 TEXT   NOT NULL CHECK (length(hash) = 64),
  months               BIGINT NOT NULL,
  international_months BIGINT NOT NULL,
  names                TEXT   NOT NULL,
  log_statement        TEXT,
  log_by               TEXT,
  log_at               BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (project, number)
);

CREATE TABLE navigation_documents (
  dataset  BIGINT NOT NULL REFERENCES navigation_datasets (id),
  document BIGINT NOT NULL,
  content  TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (dataset, document)
) WITHOUT ROWID;

CREATE TABLE navigation_projects (
  id               INTEGER NOT NULL PRIMARY KEY,
  title            TEXT   NOT NULL CHECK (title <> ''),
  kind             TEXT   NOT NULL CHECK (kind IN ('regional', 'industrial', 'enterprise', 'research', 'talent')),
  need             TEXT   NOT NULL CHECK (need <> ''),
  scope            TEXT   NOT NULL,
  orderer_name     TEXT   NOT NULL CHECK (orderer_name <> ''),
  orderer          TEXT CHECK (length(orderer) = 18),
  restriction      TEXT   NOT NULL,
  cutoff           TEXT,
  is_public        BIGINT NOT NULL CHECK (is_public IN (0, 1)),
  maker            TEXT CHECK (length(maker) = 18),
  maker_name       TEXT   NOT NULL,
  author           BIGINT NOT NULL,
  author_name      TEXT   NOT NULL,
  opened_at        BIGINT NOT NULL,
  stage            TEXT NOT NULL CHECK (stage IN
    ('scoping', 'analysing', 'reviewing', 'accepted', 'released', 'declined')),
  dataset          BIGINT,
  submitted_at     BIGINT,
  released_at      BIGINT CHECK ((stage = 'released') = (released_at IS NOT NULL)),
  released_by      TEXT,
  declined_because TEXT CHECK ((stage = 'declined') = (declined_because IS NOT NULL)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE navigation_removals (
  dataset     BIGINT NOT NULL REFERENCES navigation_datasets (id),
  document    BIGINT NOT NULL,
  reason      TEXT   NOT NULL CHECK (reason IN
    ('noise', 'out-of-scope', 'faulty', 'same-application', 'same-family', 'duplicate')),
  merged_into BIGINT CHECK (merged_into <> document),
  note        TEXT   NOT NULL CHECK (note <> ''),
  removed_by  TEXT   NOT NULL,
  removed_at  BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (dataset, document)
) WITHOUT ROWID;

CREATE TABLE navigation_reviews (
  id            INTEGER NOT NULL PRIMARY KEY,
  project       BIGINT NOT NULL REFERENCES navigation_projects (id),
  dataset       BIGINT NOT NULL REFERENCES navigation_datasets (id),
  reviewer      BIGINT NOT NULL,
  reviewer_name TEXT   NOT NULL,
  capacity      TEXT   NOT NULL CHECK (capacity <> ''),
  verdict       TEXT   NOT NULL CHECK (verdict IN ('accept', 'send-back')),
  opinion       TEXT   NOT NULL CHECK (opinion <> ''),
  reviewed_at   BIGINT NOT NULL,
  content_hash  TEXT   NOT NULL CHECK (length(content_hash) = 64),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX navigation_reviews_by_project ON navigation_reviews (project, id);

CREATE TABLE navigation_sections (
  project    BIGINT NOT NULL REFERENCES navigation_projects (id),
  section    TEXT NOT NULL,
  text       TEXT   NOT NULL CHECK (text <> ''),
  writer     BIGINT NOT NULL,
  written_by TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (project, section)
) WITHOUT ROWID;

CREATE TABLE navigation_uses (
  id        INTEGER NOT NULL PRIMARY KEY,
  project   BIGINT NOT NULL REFERENCES navigation_projects (id),
  user_name TEXT   NOT NULL CHECK (user_name <> ''),
  decision  TEXT   NOT NULL CHECK (decision <> ''),
  used_on   TEXT NOT NULL,
  document  TEXT   NOT NULL,
  told_by   TEXT   NOT NULL,
  told_at   BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX navigation_uses_by_project ON navigation_uses (project, id);

CREATE TABLE notice_attempts (
  delivery BIGINT NOT NULL REFERENCES notice_deliveries (id),
  number   BIGINT NOT NULL,
  repeated BIGINT NOT NULL CHECK (repeated IN (0, 1)),
  begun_at BIGINT NOT NULL,
  ended_at BIGINT,
  outcome  TEXT,
  PRIMARY KEY (delivery, number)
) WITHOUT ROWID;

CREATE TABLE notice_choices (
  account BIGINT NOT NULL,
  kind    TEXT   NOT NULL,
  email   BIGINT NOT NULL CHECK (email IN (0, 1)),
  webhook BIGINT NOT NULL CHECK (webhook IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (account, kind)
);

CREATE TABLE notice_deliveries (
  id        INTEGER NOT NULL PRIMARY KEY,
  notice    BIGINT NOT NULL REFERENCES notices (id),
  channel   TEXT   NOT NULL CHECK (channel IN ('email', 'webhook')),
  endpoint  BIGINT REFERENCES webhook_endpoints (id),
  stage     TEXT   NOT NULL CHECK (stage IN ('waiting', 'sending', 'sent', 'failed', 'dropped')),
  attempts  BIGINT NOT NULL,
  repeated  BIGINT NOT NULL CHECK (repeated IN (0, 1)),
  due_at    BIGINT NOT NULL,
  posted_at BIGINT NOT NULL,
  ended_at  BIGINT,
  outcome   TEXT
);

CREATE INDEX notice_deliveries_by_endpoint ON notice_deliveries (endpoint, id);

CREATE INDEX notice_deliveries_by_notice ON notice_deliveries (notice);

CREATE INDEX notice_deliveries_open ON notice_deliveries (channel, due_at) WHERE stage IN ('waiting', 'sending');

CREATE TABLE notice_inbox (
  account BIGINT NOT NULL,
  notice  BIGINT NOT NULL REFERENCES notices (id),
  read_at BIGINT,
  PRIMARY KEY (account, notice)
) WITHOUT ROWID;

CREATE INDEX notice_inbox_unread ON notice_inbox (account, notice) WHERE read_at IS NULL;

CREATE TABLE notice_preferences (
  account    INTEGER NOT NULL PRIMARY KEY,
  language   TEXT   NOT NULL CHECK (language IN ('zh-CN', 'en')),
  quiet_from BIGINT CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_to   BIGINT CHECK (quiet_to BETWEEN 0 AND 1439),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
);

CREATE TABLE notice_secrets (
  delivery INTEGER NOT NULL PRIMARY KEY REFERENCES notice_deliveries (id),
  sealed   BLOB NOT NULL
);

CREATE TABLE notices (
  id          INTEGER NOT NULL PRIMARY KEY,
  kind        TEXT   NOT NULL CHECK (kind <> ''),
  account     BIGINT,
  email       TEXT,
  language    TEXT,
  endpoint    BIGINT REFERENCES webhook_endpoints (id),
  subject_zh  TEXT   NOT NULL,
  subject_en  TEXT   NOT NULL,
  body_zh     TEXT   NOT NULL,
  body_en     TEXT   NOT NULL,
  link        TEXT,
  about_table TEXT,
  about_key   BIGINT,
  posted_at   BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK (
    CASE WHEN account IS NULL THEN 0 ELSE 1 END + CASE WHEN email IS NULL THEN 0 ELSE 1 END
    + CASE WHEN endpoint IS NULL THEN 0 ELSE 1 END = 1
  )
);

CREATE TABLE occupancies (
  id                 INTEGER NOT NULL PRIMARY KEY,
  room               BIGINT NOT NULL REFERENCES rooms (id),
  site               TEXT NOT NULL CHECK (site IN ('centre', 'gaoxin', 'life-town')),
  tenant             TEXT NOT NULL CHECK (length(tenant) = 18),
  tenant_name        TEXT   NOT NULL CHECK (tenant_name <> ''),
  first_day          TEXT NOT NULL,
  last_day           TEXT CHECK (last_day >= first_day),
  stage              TEXT   CHECK (stage IN ('starting', 'growing', 'mature')),
  contract           TEXT   NOT NULL CHECK (contract <> ''),
  decision           TEXT   NOT NULL CHECK (decision <> ''),
  departure_reason   TEXT   CHECK (departure_reason IN
    ('expired', 'own', 'appraisal', 'graduated', 'moved', 'closed')),
  departure_decision TEXT   CHECK ((departure_reason IS NULL) = (departure_decision IS NULL)),
  dispute            TEXT,
  withdrawn          BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK (departure_reason IS NULL OR last_day IS NOT NULL)
);

CREATE INDEX occupancies_by_room ON occupancies (room, first_day);

CREATE INDEX occupancies_by_tenant ON occupancies (tenant, first_day);

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

CREATE TABLE overseas_logs (
  id INTEGER NOT NULL PRIMARY KEY,
  what TEXT NOT NULL,
  site TEXT NOT NULL,
  served_on TEXT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX overseas_logs_by_identity ON overseas_logs (site, served_on, what) WHERE withdrawn_on IS NULL;

CREATE TABLE overseas_sites (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  country TEXT NOT NULL,
  owner TEXT NOT NULL,
  contact TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX overseas_sites_by_identity ON overseas_sites (code) WHERE withdrawn_on IS NULL;

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

CREATE TABLE patent_awards (
  id INTEGER NOT NULL PRIMARY KEY,
  patent TEXT NOT NULL,
  award TEXT NOT NULL,
  year BIGINT NOT NULL,
  award_grade TEXT,
  announced_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX patent_awards_by_identity ON patent_awards (patent, award, year) WHERE withdrawn_on IS NULL;

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

CREATE TABLE patent_pledges (
  id INTEGER NOT NULL PRIMARY KEY,
  patent TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  pledgee TEXT NOT NULL,
  amount BIGINT,
  contract TEXT,
  ended_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX patent_pledges_by_identity ON patent_pledges (patent, registered_on, pledgee) WHERE withdrawn_on IS NULL;

CREATE TABLE patent_sayings (
  file   BIGINT NOT NULL,
  line   BIGINT NOT NULL,
  run    BIGINT NOT NULL,
  said   TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (file, line)
);

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

CREATE INDEX patent_sources_by_entry ON patent_sources (entry, patent);

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

CREATE TABLE pct_filings (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  applicant TEXT NOT NULL,
  in_district BIGINT NOT NULL,
  filed_on TEXT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX pct_filings_by_filed_on_id ON pct_filings (filed_on, id);

CREATE UNIQUE INDEX pct_filings_by_identity ON pct_filings (number) WHERE withdrawn_on IS NULL;

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

CREATE TABLE platforms (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  is_public BIGINT NOT NULL,
  recognised BIGINT NOT NULL,
  opened_on TEXT NOT NULL,
  last_active_on TEXT,
  closed_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX platforms_by_identity ON platforms (name) WHERE withdrawn_on IS NULL;

CREATE TABLE portfolio_contracts (
  id           INTEGER NOT NULL PRIMARY KEY,
  holding      BIGINT NOT NULL REFERENCES portfolio_patents (id),
  kind         TEXT   NOT NULL CHECK (kind IN ('exclusive', 'sole', 'ordinary', 'open-licence', 'pledge')),
  counterparty TEXT   NOT NULL,
  document     TEXT   NOT NULL CHECK (document <> ''),
  first_day    TEXT NOT NULL,
  last_day     TEXT CHECK (last_day >= first_day),
  ended_on     TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX portfolio_contracts_by_holding ON portfolio_contracts (holding);

CREATE TABLE portfolio_import_rows (
  run      BIGINT NOT NULL REFERENCES portfolio_imports (id),
  place    BIGINT NOT NULL,
  line     BIGINT NOT NULL,
  number   TEXT   NOT NULL,
  title    TEXT   NOT NULL,
  effect   TEXT NOT NULL CHECK (effect IN ('added', 'updated', 'unchanged', 'repeated', 'rejected')),
  code     TEXT,
  words_zh TEXT,
  words_en TEXT,
  holding  BIGINT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (run, place)
) WITHOUT ROWID;

CREATE TABLE portfolio_imports (
  id        INTEGER NOT NULL PRIMARY KEY,
  portfolio BIGINT NOT NULL REFERENCES portfolios (id),
  file_name TEXT   NOT NULL,
  file_hash TEXT   NOT NULL,
  taken_at  BIGINT NOT NULL,
  taken_by  TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX portfolio_imports_by_portfolio ON portfolio_imports (portfolio, id);

CREATE TABLE portfolio_patents (
  id            INTEGER NOT NULL PRIMARY KEY,
  portfolio     BIGINT NOT NULL REFERENCES portfolios (id),
  number        TEXT NOT NULL,
  patent        BIGINT,
  title         TEXT   NOT NULL CHECK (title <> ''),
  kind          TEXT   NOT NULL CHECK (kind IN ('invention', 'utilityModel', 'design')),
  filed_on      TEXT NOT NULL,
  granted_on    TEXT,
  inventors     TEXT   NOT NULL,
  department    TEXT,
  owner_role    TEXT   NOT NULL CHECK (owner_role IN ('sole', 'first', 'other')),
  co_owners     TEXT   NOT NULL,
  share         BIGINT CHECK (share BETWEEN 0 AND 10000),
  reduction     TEXT   NOT NULL CHECK (reduction IN ('none', 'single', 'joint')),
  paid_through  BIGINT CHECK (paid_through BETWEEN 1 AND 20),
  left_way      TEXT   CHECK (left_way IN
    ('transferred', 'abandoned', 'lapsed', 'expired', 'invalidated', 'refused')),
  left_on       TEXT,
  left_document TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (portfolio, number)
);

CREATE TABLE portfolio_payments (
  id        INTEGER NOT NULL PRIMARY KEY,
  holding   BIGINT NOT NULL REFERENCES portfolio_patents (id),
  year      BIGINT NOT NULL CHECK (year BETWEEN 1 AND 20),
  amount    BIGINT NOT NULL CHECK (amount >= 0),
  surcharge BIGINT NOT NULL CHECK (surcharge >= 0),
  paid_on   TEXT NOT NULL,
  document  TEXT   NOT NULL CHECK (document <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (holding, year)
);

CREATE TABLE portfolio_reminders (
  holding BIGINT NOT NULL,
  year    BIGINT NOT NULL,
  sort    TEXT NOT NULL CHECK (sort IN ('ahead', 'late')),
  sent_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (holding, year, sort)
);

CREATE TABLE portfolio_review_items (
  id            INTEGER NOT NULL PRIMARY KEY,
  review        BIGINT NOT NULL REFERENCES portfolio_reviews (id),
  place         BIGINT NOT NULL CHECK (place > 0),
  holding       BIGINT NOT NULL REFERENCES portfolio_patents (id),
  number        TEXT NOT NULL,
  title         TEXT   NOT NULL,
  kind          TEXT   NOT NULL CHECK (kind IN ('invention', 'utilityModel', 'design')),
  filed_on      TEXT NOT NULL,
  granted_on    TEXT,
  department    TEXT,
  inventors     TEXT   NOT NULL,
  annuity       TEXT   NOT NULL CHECK (annuity IN
    ('due', 'late', 'overdue', 'unstated', 'complete', 'application', 'expired')),
  next_year     BIGINT,
  next_day      TEXT,
  next_fee      BIGINT,
  contracts     TEXT   NOT NULL,
  last_decision TEXT   CHECK (last_decision IN ('keep', 'transfer', 'license', 'open-licence', 'abandon')),
  changes       TEXT   NOT NULL,
  maturity      BIGINT CHECK (maturity BETWEEN 1 AND 5),
  market        BIGINT CHECK (market BETWEEN 1 AND 5),
  resistance    BIGINT CHECK (resistance BETWEEN 1 AND 5),
  decision      TEXT   CHECK (decision IN ('keep', 'transfer', 'license', 'open-licence', 'abandon')),
  reason        TEXT,
  evidence      TEXT,
  decided_by    BIGINT,
  decider       TEXT,
  decided_at    BIGINT,
  second_by     BIGINT CHECK (second_by <> decided_by),
  second        TEXT,
  second_at     BIGINT,
  sent_back     TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (review, place),
  UNIQUE (review, holding)
);

CREATE INDEX portfolio_review_items_by_holding ON portfolio_review_items (holding);

CREATE TABLE portfolio_reviews (
  id        INTEGER NOT NULL PRIMARY KEY,
  portfolio BIGINT NOT NULL REFERENCES portfolios (id),
  year      BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  opened_by TEXT   NOT NULL,
  list_hash TEXT   NOT NULL,
  previous  BIGINT REFERENCES portfolio_reviews (id),
  closed_at BIGINT,
  closed_by TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (portfolio, year)
);

CREATE TABLE portfolios (
  id         INTEGER NOT NULL PRIMARY KEY,
  owner      TEXT NOT NULL UNIQUE CHECK (length(owner) = 18),
  owner_name TEXT   NOT NULL CHECK (owner_name <> ''),
  reduction  TEXT   NOT NULL CHECK (reduction IN ('none', 'single', 'joint')),
  lead_days  BIGINT NOT NULL CHECK (lead_days BETWEEN 1 AND 180),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE practitioners (
  id INTEGER NOT NULL PRIMARY KEY,
  certificate TEXT NOT NULL,
  person_name TEXT NOT NULL,
  person TEXT NOT NULL,
  institution TEXT NOT NULL,
  in_district BIGINT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX practitioners_by_identity ON practitioners (institution, certificate) WHERE withdrawn_on IS NULL;

CREATE INDEX practitioners_by_person ON practitioners (person);

CREATE TABLE problems (
  id INTEGER NOT NULL PRIMARY KEY,
  problem TEXT NOT NULL,
  enterprise TEXT NOT NULL,
  raised_on TEXT NOT NULL,
  keeper TEXT NOT NULL,
  due_on TEXT NOT NULL,
  closed_on TEXT,
  outcome TEXT,
  confirmed BIGINT,
  closed_for TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX problems_by_identity ON problems (enterprise, raised_on, problem) WHERE withdrawn_on IS NULL;

CREATE TABLE query_alerts (
  id            INTEGER NOT NULL PRIMARY KEY,
  query         BIGINT NOT NULL REFERENCES saved_queries (id),
  after_entry   BIGINT NOT NULL,
  through_entry BIGINT NOT NULL,
  found         BIGINT NOT NULL,
  raised_at     BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX query_alerts_by_query ON query_alerts (query, id);

CREATE TABLE recognitions (
  id INTEGER NOT NULL PRIMARY KEY,
  host TEXT NOT NULL,
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  recognised_on TEXT NOT NULL,
  ended_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX recognitions_by_identity ON recognitions (kind, host, level) WHERE withdrawn_on IS NULL;

CREATE TABLE reset_requests (
  account      INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id),
  requested_at BIGINT NOT NULL
);

CREATE VIEW role_holders AS
SELECT account_roles.role, account_roles.account FROM account_roles
JOIN accounts ON accounts.id = account_roles.account WHERE accounts.stage = 'active';

CREATE TABLE rooms (
  id        INTEGER NOT NULL PRIMARY KEY,
  floor     BIGINT NOT NULL REFERENCES floors (id),
  number    TEXT NOT NULL CHECK (number <> ''),
  area      BIGINT NOT NULL CHECK (area > 0),
  outline   TEXT   NOT NULL CHECK (outline <> ''),
  kind      TEXT   NOT NULL CHECK (kind IN ('office', 'desk', 'meeting', 'service', 'common')),
  first_day TEXT NOT NULL,
  last_day  TEXT CHECK (last_day >= first_day),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX rooms_by_floor ON rooms (floor);

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

CREATE TABLE sales_returns (
  id INTEGER NOT NULL PRIMARY KEY,
  enterprise TEXT NOT NULL,
  year BIGINT NOT NULL,
  total_sales BIGINT NOT NULL,
  signed_by TEXT NOT NULL,
  employees BIGINT,
  research BIGINT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX sales_returns_by_identity ON sales_returns (enterprise, year) WHERE withdrawn_on IS NULL;

CREATE TABLE saved_queries (
  id         INTEGER NOT NULL PRIMARY KEY,
  account    BIGINT NOT NULL,
  name       TEXT   NOT NULL,
  query      TEXT   NOT NULL,
  narrowing  TEXT   NOT NULL,
  sort_order TEXT   NOT NULL,
  watch      TEXT   NOT NULL CHECK (watch IN ('none', 'active', 'paused')),
  created_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX saved_queries_by_account ON saved_queries (account, id);

CREATE TABLE saved_query_marks (
  query         INTEGER NOT NULL PRIMARY KEY REFERENCES saved_queries (id),
  through_entry BIGINT NOT NULL
);

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

CREATE TABLE sei_rows (
  edition  BIGINT NOT NULL REFERENCES sei_tables (id),
  place    BIGINT NOT NULL CHECK (place > 0),
  sei_code TEXT   NOT NULL CHECK (sei_code <> ''),
  sei_name TEXT   NOT NULL CHECK (sei_name <> ''),
  pattern  TEXT   NOT NULL CHECK (pattern <> ''),
  proviso  TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (edition, place)
) WITHOUT ROWID;

CREATE TABLE sei_tables (
  id            INTEGER NOT NULL PRIMARY KEY,
  name          TEXT   NOT NULL CHECK (name <> ''),
  source        TEXT   NOT NULL CHECK (source <> ''),
  first_day     TEXT NOT NULL,
  file_name     TEXT   NOT NULL,
  file_hash     TEXT   NOT NULL CHECK (length(file_hash) = 64),
  row_count     BIGINT NOT NULL CHECK (row_count > 0),
  imported_at   BIGINT NOT NULL,
  imported_by   TEXT   NOT NULL,
  withdrawn_on  TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE VIEW series_in_use AS
SELECT id, series, period, period_end, numerator, denominator, standing FROM (
  SELECT id, series, period, period_end, numerator, denominator, standing,
    row_number() OVER (PARTITION BY series, period ORDER BY standing, published_on DESC, id DESC) AS place
  FROM series_values
) AS ranked WHERE place = 1;

CREATE TABLE series_values (
  id           INTEGER NOT NULL PRIMARY KEY,
  series       TEXT NOT NULL,
  period       TEXT NOT NULL,
  period_end   TEXT NOT NULL,
  numerator    BIGINT NOT NULL,
  denominator  BIGINT NOT NULL CHECK (denominator > 0),
  standing     TEXT NOT NULL CHECK (standing IN ('final', 'provisional')),
  source       TEXT   NOT NULL CHECK (source <> ''),
  published_on TEXT NOT NULL,
  imported_on  TEXT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (series, period, standing, published_on)
);

CREATE TABLE service_exports (
  id INTEGER NOT NULL PRIMARY KEY,
  contract TEXT NOT NULL,
  receipt TEXT NOT NULL,
  institution TEXT NOT NULL,
  client TEXT NOT NULL,
  country TEXT NOT NULL,
  mode TEXT NOT NULL,
  currency TEXT NOT NULL,
  amount BIGINT NOT NULL,
  usd BIGINT NOT NULL,
  rate TEXT NOT NULL,
  rate_source TEXT NOT NULL,
  received_on TEXT NOT NULL,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX service_exports_by_identity ON service_exports (contract, receipt) WHERE withdrawn_on IS NULL;

CREATE TABLE services (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  institution TEXT NOT NULL,
  client TEXT NOT NULL,
  client_name TEXT,
  channel TEXT NOT NULL,
  matter TEXT NOT NULL,
  object TEXT,
  served_on TEXT NOT NULL,
  amount BIGINT,
  client_place TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX services_by_identity ON services (institution, number) WHERE withdrawn_on IS NULL;

CREATE INDEX services_by_served_on_id ON services (served_on, id);

CREATE INDEX services_for_figures ON services
  (served_on, stage, withdrawn_on, channel, matter, client_place, client, grade, institution);

CREATE INDEX services_of_clients ON services
  (client, served_on, stage, withdrawn_on, channel, grade, institution, client_place);

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

CREATE TABLE sites (
  id      INTEGER NOT NULL PRIMARY KEY,
  code    TEXT NOT NULL UNIQUE CHECK (code IN ('centre', 'gaoxin', 'life-town')),
  stage   TEXT   NOT NULL CHECK (stage IN ('starting', 'growing', 'mature')),
  outline TEXT   NOT NULL CHECK (outline <> ''),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE source_orders (
  id         INTEGER NOT NULL PRIMARY KEY,
  day        TEXT   NOT NULL,
  ranks      TEXT   NOT NULL,
  started_at BIGINT NOT NULL,
  started_by BIGINT NOT NULL,
  ended_at   BIGINT,
  looked     BIGINT NOT NULL,
  changed    BIGINT NOT NULL,
  kept       BIGINT NOT NULL,
  marks      BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE source_reservations (
  id     INTEGER NOT NULL PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  reason TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE staff (
  id INTEGER NOT NULL PRIMARY KEY,
  person_name TEXT NOT NULL,
  person TEXT NOT NULL,
  institution TEXT NOT NULL,
  contract TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  insured BIGINT,
  degree TEXT,
  graduate BIGINT,
  qualifications TEXT,
  position TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX staff_by_identity ON staff (institution, person, from_day) WHERE withdrawn_on IS NULL;

CREATE INDEX staff_by_person ON staff (person);

CREATE TABLE stage_criteria (
  id         INTEGER NOT NULL PRIMARY KEY,
  first_day  TEXT NOT NULL,
  adopted_by TEXT   NOT NULL CHECK (adopted_by <> ''),
  document   TEXT   NOT NULL CHECK (document <> ''),
  withdrawn  BIGINT NOT NULL CHECK (withdrawn IN (0, 1)),
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE TABLE stage_moves (
  id          INTEGER NOT NULL PRIMARY KEY,
  criteria    BIGINT NOT NULL REFERENCES stage_criteria (id),
  tenant      TEXT NOT NULL CHECK (length(tenant) = 18),
  tenant_name TEXT   NOT NULL,
  from_stage  TEXT   CHECK (from_stage IN ('starting', 'growing', 'mature')),
  to_stage    TEXT   CHECK (to_stage IN ('starting', 'growing', 'mature')),
  reasons     TEXT   NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (criteria, tenant)
);

CREATE TABLE stage_thresholds (
  id       INTEGER NOT NULL PRIMARY KEY,
  criteria BIGINT NOT NULL REFERENCES stage_criteria (id),
  stage    TEXT   NOT NULL CHECK (stage IN ('growing', 'mature')),
  measure  TEXT   NOT NULL CHECK (measure IN ('staff', 'revenue', 'years')),
  minimum  BIGINT NOT NULL CHECK (minimum >= 0),
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  UNIQUE (criteria, stage, measure)
);

CREATE TABLE station_staff (
  station BIGINT NOT NULL,
  account BIGINT NOT NULL,
  since   BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (station, account)
);

CREATE INDEX station_staff_by_account ON station_staff (account, station);

CREATE TABLE station_visits (
  matter     INTEGER NOT NULL PRIMARY KEY,
  station    BIGINT NOT NULL,
  account    BIGINT NOT NULL,
  queue      TEXT NOT NULL,
  sequence   BIGINT NOT NULL CHECK (sequence > 0),
  visit_key  TEXT NOT NULL,
  content    TEXT NOT NULL,
  visited_at BIGINT NOT NULL,
  taken_at   BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX station_visits_by_key ON station_visits (account, visit_key);

CREATE UNIQUE INDEX station_visits_by_place ON station_visits (account, station, queue, sequence);

CREATE TABLE stations (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  hours TEXT NOT NULL,
  services TEXT NOT NULL,
  phone TEXT,
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX stations_by_identity ON stations (number) WHERE withdrawn_on IS NULL;

CREATE TABLE support (
  id INTEGER NOT NULL PRIMARY KEY,
  number TEXT NOT NULL,
  institution TEXT NOT NULL,
  kind TEXT NOT NULL,
  given_on TEXT NOT NULL,
  amount BIGINT NOT NULL,
  note TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX support_by_identity ON support (number) WHERE withdrawn_on IS NULL;

CREATE TABLE table_mappings (
  id                INTEGER NOT NULL PRIMARY KEY,
  name              TEXT NOT NULL UNIQUE,
  signature         TEXT   NOT NULL,
  columns           TEXT   NOT NULL,
  made_at           BIGINT NOT NULL,
  made_by           BIGINT NOT NULL,
  withdrawn_at      BIGINT,
  withdrawn_because TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);

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

CREATE TABLE trademarks (
  file                BIGINT NOT NULL,
  line                BIGINT NOT NULL,
  run                 BIGINT NOT NULL,
  identity            TEXT NOT NULL,
  sort                TEXT   NOT NULL CHECK (sort IN ('trademark', 'geographical-indication')),
  office              TEXT   NOT NULL,
  application_number  TEXT,
  registration_number TEXT,
  name                TEXT,
  applicants          TEXT,
  agents              TEXT,
  classes             TEXT,
  goods               TEXT,
  filing_day          TEXT,
  publication_day     TEXT,
  registration_day    TEXT,
  renewal_day         TEXT,
  end_day             TEXT,
  status              TEXT,
  status_day          TEXT,
  said                TEXT,
  precedence          BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL,
  PRIMARY KEY (file, line)
);

CREATE INDEX trademarks_by_identity ON trademarks (identity);

CREATE TABLE transfers (
  id INTEGER NOT NULL PRIMARY KEY,
  patent TEXT NOT NULL,
  kind TEXT NOT NULL,
  changed_on TEXT NOT NULL,
  from_zone BIGINT NOT NULL,
  to_zone BIGINT NOT NULL,
  brokered BIGINT NOT NULL,
  price BIGINT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX transfers_by_changed_on_id ON transfers (changed_on, id);

CREATE UNIQUE INDEX transfers_by_identity ON transfers (patent, changed_on, kind) WHERE withdrawn_on IS NULL;

CREATE TABLE visits (
  id INTEGER NOT NULL PRIMARY KEY,
  enterprise TEXT NOT NULL,
  visited_on TEXT NOT NULL,
  visitors TEXT NOT NULL,
  summary TEXT,
  grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 4),
  document TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('filed', 'approved', 'returned')),
  remark TEXT,
  withdrawn_on TEXT,
  withdrawn_for TEXT,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE UNIQUE INDEX visits_by_identity ON visits (enterprise, visited_on) WHERE withdrawn_on IS NULL;

CREATE TABLE webhook_endpoints (
  id         INTEGER NOT NULL PRIMARY KEY,
  title      TEXT   NOT NULL CHECK (title <> ''),
  address    TEXT   NOT NULL,
  owner      BIGINT NOT NULL,
  stage      TEXT   NOT NULL CHECK (stage IN ('active', 'paused', 'broken')),
  created_by BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  entry BIGINT NOT NULL, digest BLOB NOT NULL
);

CREATE INDEX webhook_endpoints_by_owner ON webhook_endpoints (owner);

CREATE TABLE webhook_keys (
  endpoint INTEGER NOT NULL PRIMARY KEY REFERENCES webhook_endpoints (id),
  sealed   BLOB NOT NULL,
  failures BIGINT NOT NULL
);

CREATE TABLE zone (
  id            BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  demonstration BIGINT NOT NULL CHECK (demonstration IN (0, 1)),
  created_at    BIGINT NOT NULL,
  last_node     BIGINT NOT NULL
);

CREATE TABLE zone_key (id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1), mark TEXT NOT NULL);
