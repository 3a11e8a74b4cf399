CREATE TABLE abnormal_cases (
  id bigint NOT NULL,
  application text COLLATE "C" NOT NULL,
  batch text COLLATE "C" NOT NULL,
  applicant text COLLATE "C" NOT NULL,
  listed_on text COLLATE "C" NOT NULL,
  batch_closed_on text COLLATE "C",
  outcome text COLLATE "C" NOT NULL,
  outcome_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT abnormal_cases_pkey PRIMARY KEY (id),
  CONSTRAINT abnormal_cases_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT abnormal_cases_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX abnormal_cases_by_identity ON abnormal_cases USING btree (batch, application) WHERE withdrawn_on IS NULL;

CREATE TABLE account_roles (
  account bigint NOT NULL,
  role text NOT NULL,
  granted_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT account_roles_pkey PRIMARY KEY (account, role),
  CONSTRAINT account_roles_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

CREATE INDEX account_roles_by_role ON account_roles USING btree (role, account);

CREATE TABLE account_secrets (
  account bigint NOT NULL,
  password_hash text,
  totp bytea,
  totp_pending bytea,
  totp_step bigint NOT NULL,
  CONSTRAINT account_secrets_pkey PRIMARY KEY (account),
  CONSTRAINT account_secrets_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

CREATE TABLE accounts (
  id bigint NOT NULL,
  name text NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  display_name text NOT NULL,
  email text,
  phone text,
  language text NOT NULL,
  stage text NOT NULL,
  wanted_role text,
  must_change bigint NOT NULL,
  secret_mark text NOT NULL,
  salt text NOT NULL,
  created_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_name_key_key UNIQUE (name_key),
  CONSTRAINT accounts_language_check CHECK (language = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  CONSTRAINT accounts_must_change_check CHECK (must_change = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT accounts_stage_check CHECK (stage = ANY (ARRAY['invited'::text, 'active'::text, 'deactivated'::text]))
);

CREATE TABLE attendances (
  id bigint NOT NULL,
  training text COLLATE "C" NOT NULL,
  held_on text COLLATE "C" NOT NULL,
  person_name text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  firm text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT attendances_pkey PRIMARY KEY (id),
  CONSTRAINT attendances_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT attendances_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX attendances_by_identity ON attendances USING btree (training, person) WHERE withdrawn_on IS NULL;

CREATE TABLE brands (
  id bigint NOT NULL,
  brand text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL,
  list_name text COLLATE "C" NOT NULL,
  recognised_on text COLLATE "C" NOT NULL,
  ended_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT brands_pkey PRIMARY KEY (id),
  CONSTRAINT brands_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT brands_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX brands_by_identity ON brands USING btree (institution, list, recognised_on) WHERE withdrawn_on IS NULL;

CREATE TABLE budgets (
  id bigint NOT NULL,
  scope text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  amount bigint NOT NULL,
  spent bigint,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT budgets_pkey PRIMARY KEY (id),
  CONSTRAINT budgets_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT budgets_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX budgets_by_identity ON budgets USING btree (year, scope) WHERE withdrawn_on IS NULL;

CREATE TABLE buildings (
  id bigint NOT NULL,
  site bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT buildings_pkey PRIMARY KEY (id),
  CONSTRAINT buildings_site_name_key UNIQUE (site, name),
  CONSTRAINT buildings_name_check CHECK (name <> ''::text),
  CONSTRAINT buildings_site_fkey FOREIGN KEY (site) REFERENCES sites(id)
);

CREATE TABLE calendar_feeds (
  account bigint NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  language text NOT NULL,
  created_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT calendar_feeds_pkey PRIMARY KEY (account),
  CONSTRAINT calendar_feeds_token_hash_key UNIQUE (token_hash),
  CONSTRAINT calendar_feeds_language_check CHECK (language = ANY (ARRAY['zh-CN'::text, 'en'::text]))
);

CREATE TABLE cluster_lists (
  id bigint NOT NULL,
  scheme text COLLATE "C" NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  standing text NOT NULL,
  source_zh text NOT NULL,
  source_en text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT cluster_lists_pkey PRIMARY KEY (id),
  CONSTRAINT cluster_lists_scheme_first_day_key UNIQUE (scheme, first_day),
  CONSTRAINT cluster_lists_scheme_check CHECK (scheme = ANY (ARRAY['jiangning'::text, 'nanjing'::text])),
  CONSTRAINT cluster_lists_source_en_check CHECK (source_en <> ''::text),
  CONSTRAINT cluster_lists_source_zh_check CHECK (source_zh <> ''::text),
  CONSTRAINT cluster_lists_standing_check CHECK (standing = ANY (ARRAY['provisional'::text, 'confirmed'::text]))
);

CREATE TABLE cluster_services (
  id bigint NOT NULL,
  cluster text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  last_day text COLLATE "C",
  ground text NOT NULL,
  withdrawn bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT cluster_services_pkey PRIMARY KEY (id),
  CONSTRAINT cluster_services_check CHECK (last_day >= first_day),
  CONSTRAINT cluster_services_cluster_check CHECK (cluster <> ''::text),
  CONSTRAINT cluster_services_ground_check CHECK (ground <> ''::text),
  CONSTRAINT cluster_services_tenant_check CHECK (length(tenant) = 18),
  CONSTRAINT cluster_services_withdrawn_check CHECK (withdrawn = ANY (ARRAY[0::bigint, 1::bigint]))
);

CREATE INDEX cluster_services_by_tenant ON cluster_services USING btree (tenant);

CREATE TABLE clusters (
  id bigint NOT NULL,
  list bigint NOT NULL,
  place bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  group_zh text NOT NULL,
  group_en text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT clusters_pkey PRIMARY KEY (id),
  CONSTRAINT clusters_list_code_key UNIQUE (list, code),
  CONSTRAINT clusters_code_check CHECK (code <> ''::text),
  CONSTRAINT clusters_group_en_check CHECK (group_en <> ''::text),
  CONSTRAINT clusters_group_zh_check CHECK (group_zh <> ''::text),
  CONSTRAINT clusters_name_en_check CHECK (name_en <> ''::text),
  CONSTRAINT clusters_name_zh_check CHECK (name_zh <> ''::text),
  CONSTRAINT clusters_place_check CHECK (place > 0),
  CONSTRAINT clusters_list_fkey FOREIGN KEY (list) REFERENCES cluster_lists(id)
);

CREATE TABLE cultivation_centres (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  progress text COLLATE "C" NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  ended_on text COLLATE "C",
  partners text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT cultivation_centres_pkey PRIMARY KEY (id),
  CONSTRAINT cultivation_centres_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT cultivation_centres_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX cultivation_centres_by_identity ON cultivation_centres USING btree (code, level) WHERE withdrawn_on IS NULL;

CREATE TABLE cultivations (
  id bigint NOT NULL,
  institution text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL,
  entered_on text COLLATE "C" NOT NULL,
  goal text COLLATE "C" NOT NULL,
  goal_by text COLLATE "C",
  reached_on text COLLATE "C",
  ended_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT cultivations_pkey PRIMARY KEY (id),
  CONSTRAINT cultivations_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT cultivations_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX cultivations_by_identity ON cultivations USING btree (institution, list, entered_on) WHERE withdrawn_on IS NULL;

CREATE TABLE driven_exports (
  id bigint NOT NULL,
  client text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  institution text COLLATE "C" NOT NULL,
  declared bigint NOT NULL,
  amount bigint NOT NULL,
  signed bigint NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT driven_exports_pkey PRIMARY KEY (id),
  CONSTRAINT driven_exports_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT driven_exports_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX driven_exports_by_identity ON driven_exports USING btree (client, year) WHERE withdrawn_on IS NULL;

CREATE TABLE enterprise_statuses (
  id bigint NOT NULL,
  enterprise text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C",
  list text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT enterprise_statuses_pkey PRIMARY KEY (id),
  CONSTRAINT enterprise_statuses_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT enterprise_statuses_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX enterprise_statuses_by_identity ON enterprise_statuses USING btree (enterprise, status, from_day) WHERE withdrawn_on IS NULL;

CREATE INDEX statuses_for_figures ON enterprise_statuses USING btree (enterprise, status, from_day, to_day, grade, stage, withdrawn_on);

CREATE TABLE enterprises (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  name_en text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  industry text COLLATE "C",
  city_cluster text COLLATE "C",
  district_cluster text COLLATE "C",
  list_date text COLLATE "C",
  contact text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT enterprises_pkey PRIMARY KEY (id),
  CONSTRAINT enterprises_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT enterprises_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX enterprises_by_identity ON enterprises USING btree (code) WHERE withdrawn_on IS NULL;

CREATE INDEX enterprises_by_name ON enterprises USING btree (name);

CREATE TABLE evaluation_evidence (
  id bigint NOT NULL,
  run bigint NOT NULL,
  indicator text NOT NULL,
  reference text NOT NULL,
  sha256 text,
  added_by bigint NOT NULL,
  added_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT evaluation_evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_evidence_reference_check CHECK (reference <> ''::text),
  CONSTRAINT evaluation_evidence_run_fkey FOREIGN KEY (run) REFERENCES evaluation_runs(id)
);

CREATE INDEX evaluation_evidence_by_run ON evaluation_evidence USING btree (run, id);

CREATE TABLE evaluation_runs (
  id bigint NOT NULL,
  scheme bigint NOT NULL,
  cutoff text COLLATE "C" NOT NULL,
  note text NOT NULL,
  run_by bigint NOT NULL,
  run_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT evaluation_runs_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_runs_scheme_fkey FOREIGN KEY (scheme) REFERENCES scheme_versions(id)
);

CREATE INDEX evaluation_runs_by_scheme ON evaluation_runs USING btree (scheme, id);

CREATE TABLE evaluation_scores (
  id bigint NOT NULL,
  run bigint NOT NULL,
  indicator text NOT NULL,
  numerator bigint,
  denominator bigint,
  words_zh text,
  words_en text,
  review_score bigint,
  review_note text,
  score bigint,
  points bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT evaluation_scores_pkey PRIMARY KEY (id),
  CONSTRAINT evaluation_scores_run_indicator_key UNIQUE (run, indicator),
  CONSTRAINT evaluation_scores_check CHECK ((denominator IS NULL) = (numerator IS NULL)),
  CONSTRAINT evaluation_scores_check1 CHECK ((words_en IS NULL) = (words_zh IS NULL)),
  CONSTRAINT evaluation_scores_check2 CHECK ((review_note IS NULL) = (review_score IS NULL)),
  CONSTRAINT evaluation_scores_check3 CHECK (points IS NULL OR score IS NOT NULL),
  CONSTRAINT evaluation_scores_review_score_check CHECK (review_score >= 0 AND review_score <= 10000),
  CONSTRAINT evaluation_scores_score_check CHECK (score >= 0 AND score <= 10000),
  CONSTRAINT evaluation_scores_run_fkey FOREIGN KEY (run) REFERENCES evaluation_runs(id)
);

CREATE TABLE evidence (
  id bigint NOT NULL,
  file bigint NOT NULL,
  file_name text NOT NULL,
  title text NOT NULL,
  grade bigint NOT NULL,
  issuer text,
  number text,
  issued_on text,
  note text,
  added_by bigint NOT NULL,
  added_at bigint NOT NULL,
  withdrawn_at bigint,
  withdrawn_because text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_check CHECK (grade > 2 OR issuer IS NOT NULL),
  CONSTRAINT evidence_check1 CHECK (grade > 1 OR number IS NOT NULL),
  CONSTRAINT evidence_check2 CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL)),
  CONSTRAINT evidence_file_name_check CHECK (file_name <> ''::text),
  CONSTRAINT evidence_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT evidence_title_check CHECK (title <> ''::text),
  CONSTRAINT evidence_file_fkey FOREIGN KEY (file) REFERENCES evidence_files(id)
);

CREATE INDEX evidence_by_file ON evidence USING btree (file);

CREATE INDEX evidence_by_grade ON evidence USING btree (grade, id);

CREATE TABLE evidence_files (
  id bigint NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  sort text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT evidence_files_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_files_sha256_key UNIQUE (sha256),
  CONSTRAINT evidence_files_sha256_check CHECK (length(sha256) = 64),
  CONSTRAINT evidence_files_size_check CHECK (size > 0),
  CONSTRAINT evidence_files_sort_check CHECK (sort = ANY (ARRAY['pdf'::text, 'png'::text, 'jpeg'::text, 'xlsx'::text, 'docx'::text, 'text'::text]))
);

CREATE TABLE figure_publications (
  frozen bigint NOT NULL,
  reason text NOT NULL,
  published_by text NOT NULL,
  published_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT figure_publications_pkey PRIMARY KEY (frozen),
  CONSTRAINT figure_publications_frozen_fkey FOREIGN KEY (frozen) REFERENCES figures_frozen(id)
);

CREATE TABLE figure_rows (
  frozen bigint NOT NULL,
  position bigint NOT NULL,
  record_table text NOT NULL,
  record bigint NOT NULL,
  counted_as text NOT NULL,
  weight bigint NOT NULL,
  part text NOT NULL,
  grade bigint NOT NULL,
  record_entry bigint,
  record_digest text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT figure_rows_pkey PRIMARY KEY (frozen, "position"),
  CONSTRAINT figure_rows_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT figure_rows_part_check CHECK (part = ANY (ARRAY['now'::text, 'of'::text, 'before'::text, 'before-of'::text])),
  CONSTRAINT figure_rows_frozen_fkey FOREIGN KEY (frozen) REFERENCES figures_frozen(id)
);

CREATE TABLE figure_rulings (
  id bigint NOT NULL,
  ruling text COLLATE "C" NOT NULL,
  option text NOT NULL,
  reason text NOT NULL,
  chosen_by text NOT NULL,
  chosen_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT figure_rulings_pkey PRIMARY KEY (id),
  CONSTRAINT figure_rulings_ruling_key UNIQUE (ruling)
);

CREATE TABLE figures_frozen (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  cutoff text COLLATE "C" NOT NULL,
  edition bigint NOT NULL,
  definition text NOT NULL,
  rulings text NOT NULL,
  state text NOT NULL,
  numerator bigint,
  denominator bigint,
  verdict text NOT NULL,
  comparator_numerator bigint,
  comparator_denominator bigint,
  comparator_source text,
  row_count bigint NOT NULL,
  declared bigint NOT NULL,
  list_hash text NOT NULL,
  reason text NOT NULL,
  frozen_by text NOT NULL,
  frozen_at bigint NOT NULL,
  demonstration bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT figures_frozen_pkey PRIMARY KEY (id),
  CONSTRAINT figures_frozen_code_cutoff_edition_key UNIQUE (code, cutoff, edition),
  CONSTRAINT figures_frozen_comparator_denominator_check CHECK (comparator_denominator > 0),
  CONSTRAINT figures_frozen_demonstration_check CHECK (demonstration = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT figures_frozen_denominator_check CHECK (denominator > 0)
);

CREATE TABLE financings (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  client text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  rate bigint,
  signed_on text COLLATE "C" NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT financings_pkey PRIMARY KEY (id),
  CONSTRAINT financings_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT financings_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX financings_by_identity ON financings USING btree (number) WHERE withdrawn_on IS NULL;

CREATE TABLE floors (
  id bigint NOT NULL,
  building bigint NOT NULL,
  number bigint NOT NULL,
  gross bigint NOT NULL,
  usable bigint NOT NULL,
  outline text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT floors_pkey PRIMARY KEY (id),
  CONSTRAINT floors_building_number_key UNIQUE (building, number),
  CONSTRAINT floors_check CHECK (usable > 0 AND usable <= gross),
  CONSTRAINT floors_gross_check CHECK (gross > 0),
  CONSTRAINT floors_number_check CHECK (number <> 0),
  CONSTRAINT floors_outline_check CHECK (outline <> ''::text),
  CONSTRAINT floors_building_fkey FOREIGN KEY (building) REFERENCES buildings(id)
);

CREATE TABLE foreign_offices (
  id bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  approval text COLLATE "C" NOT NULL,
  country text COLLATE "C" NOT NULL,
  home text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  in_district bigint NOT NULL,
  scope text COLLATE "C",
  approved_on text COLLATE "C" NOT NULL,
  valid_to text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT foreign_offices_pkey PRIMARY KEY (id),
  CONSTRAINT foreign_offices_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT foreign_offices_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX foreign_offices_by_identity ON foreign_offices USING btree (approval) WHERE withdrawn_on IS NULL;

CREATE TABLE form_uses (
  form text NOT NULL,
  used_at bigint NOT NULL,
  outcome text,
  CONSTRAINT form_uses_pkey PRIMARY KEY (form)
);

CREATE INDEX form_uses_by_time ON form_uses USING btree (used_at);

CREATE TABLE high_value_entries (
  id bigint NOT NULL,
  list bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  patent bigint NOT NULL,
  title text NOT NULL,
  applicants text NOT NULL,
  granted_on text COLLATE "C" NOT NULL,
  certainty text COLLATE "C" NOT NULL,
  certain text NOT NULL,
  probable text NOT NULL,
  evidence_zh text NOT NULL,
  evidence_en text NOT NULL,
  grade bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT high_value_entries_pkey PRIMARY KEY (id),
  CONSTRAINT high_value_entries_list_number_key UNIQUE (list, number),
  CONSTRAINT high_value_entries_certainty_check CHECK (certainty = ANY (ARRAY['certain'::text, 'probable'::text])),
  CONSTRAINT high_value_entries_evidence_en_check CHECK (evidence_en <> ''::text),
  CONSTRAINT high_value_entries_evidence_zh_check CHECK (evidence_zh <> ''::text),
  CONSTRAINT high_value_entries_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT high_value_entries_list_fkey FOREIGN KEY (list) REFERENCES high_value_lists(id)
);

CREATE TABLE high_value_lists (
  id bigint NOT NULL,
  day text COLLATE "C" NOT NULL,
  counted_from text NOT NULL,
  by_rule bigint NOT NULL,
  least_pledge bigint,
  edition bigint,
  certain bigint NOT NULL,
  probable bigint NOT NULL,
  list_hash text NOT NULL,
  reason text NOT NULL,
  made_at bigint NOT NULL,
  made_by text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT high_value_lists_pkey PRIMARY KEY (id),
  CONSTRAINT high_value_lists_by_rule_check CHECK (by_rule = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT high_value_lists_certain_check CHECK (certain >= 0),
  CONSTRAINT high_value_lists_counted_from_check CHECK (counted_from = ANY (ARRAY['filing'::text, 'grant'::text, 'open'::text])),
  CONSTRAINT high_value_lists_least_pledge_check CHECK (least_pledge >= 0),
  CONSTRAINT high_value_lists_list_hash_check CHECK (length(list_hash) = 64),
  CONSTRAINT high_value_lists_probable_check CHECK (probable >= 0),
  CONSTRAINT high_value_lists_reason_check CHECK (reason <> ''::text),
  CONSTRAINT high_value_lists_edition_fkey FOREIGN KEY (edition) REFERENCES sei_tables(id)
);

CREATE INDEX high_value_lists_by_day ON high_value_lists USING btree (day, id);

CREATE TABLE holiday_calendars (
  id bigint NOT NULL,
  year bigint NOT NULL,
  title text NOT NULL,
  document_number text NOT NULL,
  issued_on text NOT NULL,
  address text NOT NULL,
  days text NOT NULL,
  reason text,
  entered_by bigint NOT NULL,
  entered_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT holiday_calendars_pkey PRIMARY KEY (id),
  CONSTRAINT holiday_calendars_address_check CHECK (address <> ''::text),
  CONSTRAINT holiday_calendars_days_check CHECK (days <> ''::text),
  CONSTRAINT holiday_calendars_document_number_check CHECK (document_number <> ''::text),
  CONSTRAINT holiday_calendars_title_check CHECK (title <> ''::text),
  CONSTRAINT holiday_calendars_year_check CHECK (year >= 2000 AND year <= 2099)
);

CREATE INDEX holiday_calendars_by_entry ON holiday_calendars USING btree (entry);

CREATE TABLE import_notes (
  file bigint NOT NULL,
  line bigint NOT NULL,
  place bigint NOT NULL,
  run bigint NOT NULL,
  sort text NOT NULL,
  code text NOT NULL,
  zh text NOT NULL,
  en text NOT NULL,
  field text,
  original text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT import_notes_pkey PRIMARY KEY (file, line, place),
  CONSTRAINT import_notes_sort_check CHECK (sort = ANY (ARRAY['rejected'::text, 'repaired'::text]))
);

CREATE TABLE institution_absences (
  id bigint NOT NULL,
  institution text COLLATE "C" NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  last_day text COLLATE "C" NOT NULL,
  reason text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT institution_absences_pkey PRIMARY KEY (id),
  CONSTRAINT institution_absences_check CHECK (last_day >= first_day)
);

CREATE INDEX institution_absences_by_institution ON institution_absences USING btree (institution, first_day);

CREATE TABLE institution_returns (
  id bigint NOT NULL,
  institution text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_end text COLLATE "C" NOT NULL,
  employees bigint NOT NULL,
  insured bigint,
  attorneys bigint,
  interns bigint,
  dispatched bigint,
  total_revenue bigint NOT NULL,
  ip_revenue bigint NOT NULL,
  revenue_agency bigint,
  revenue_law bigint,
  revenue_information bigint,
  revenue_consulting bigint,
  revenue_operation bigint,
  revenue_training bigint,
  revenue_other bigint,
  foreign_revenue bigint,
  nbs_listed bigint,
  profit bigint,
  tax bigint,
  floor_area bigint,
  clients bigint,
  filed bigint,
  granted bigint,
  disputes bigint,
  complaints bigint,
  trainings bigint,
  tools text COLLATE "C",
  party bigint,
  difficulties text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT institution_returns_pkey PRIMARY KEY (id),
  CONSTRAINT institution_returns_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT institution_returns_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX institution_returns_by_identity ON institution_returns USING btree (institution, year, period) WHERE withdrawn_on IS NULL;

CREATE INDEX institution_returns_by_period_end_id ON institution_returns USING btree (period_end, id);

CREATE TABLE institutions (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  name_en text COLLATE "C",
  kind text COLLATE "C" NOT NULL,
  main_category text COLLATE "C" NOT NULL,
  categories text COLLATE "C" NOT NULL,
  objects text COLLATE "C",
  industry text COLLATE "C",
  registered_on text COLLATE "C",
  in_district bigint NOT NULL,
  ip_income bigint NOT NULL,
  address text COLLATE "C",
  active_from text COLLATE "C" NOT NULL,
  active_to text COLLATE "C",
  left_for text COLLATE "C",
  parent_code text COLLATE "C",
  parent_name text COLLATE "C",
  website text COLLATE "C",
  phone text COLLATE "C",
  services_offered text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT institutions_pkey PRIMARY KEY (id),
  CONSTRAINT institutions_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT institutions_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX institutions_by_identity ON institutions USING btree (code) WHERE withdrawn_on IS NULL;

CREATE INDEX institutions_by_name ON institutions USING btree (name);

CREATE TABLE ip_products (
  id bigint NOT NULL,
  product text COLLATE "C" NOT NULL,
  enterprise text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  right_kind text COLLATE "C" NOT NULL,
  right_number text COLLATE "C" NOT NULL,
  sales bigint NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT ip_products_pkey PRIMARY KEY (id),
  CONSTRAINT ip_products_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT ip_products_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX ip_products_by_identity ON ip_products USING btree (enterprise, year, product) WHERE withdrawn_on IS NULL;

CREATE TABLE jobs (
  id bigint NOT NULL,
  kind text NOT NULL,
  input text NOT NULL,
  title text NOT NULL,
  created_at bigint NOT NULL,
  created_by bigint NOT NULL,
  stage text NOT NULL,
  done bigint NOT NULL,
  share bigint,
  rate double precision,
  seconds_left double precision,
  outcome text,
  CONSTRAINT jobs_pkey PRIMARY KEY (id),
  CONSTRAINT jobs_stage_check CHECK (stage = ANY (ARRAY['waiting'::text, 'running'::text, 'cancelling'::text, 'cancelled'::text, 'done'::text, 'failed'::text]))
);

CREATE INDEX jobs_by_stage ON jobs USING btree (stage, id);

CREATE TABLE journal (
  number bigint NOT NULL,
  happened_at bigint NOT NULL,
  actor bigint NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  action_zh text NOT NULL,
  action_en text NOT NULL,
  subject_table text,
  subject_key bigint,
  reason text,
  details text NOT NULL,
  added text NOT NULL,
  superseded text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT journal_pkey PRIMARY KEY (number)
);

CREATE INDEX journal_by_action ON journal USING btree (action, number);

CREATE INDEX journal_by_actor ON journal USING btree (actor_name, number);

CREATE INDEX journal_by_subject ON journal USING btree (subject_table, subject_key, number);

CREATE INDEX journal_by_time ON journal USING btree (happened_at, number);

CREATE TABLE journal_changes (
  record_table text NOT NULL,
  record_key bigint NOT NULL,
  entry bigint NOT NULL,
  CONSTRAINT journal_changes_pkey PRIMARY KEY (record_table, record_key, entry)
);

CREATE TABLE journal_head (
  id bigint NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT journal_head_pkey PRIMARY KEY (id),
  CONSTRAINT journal_head_id_check CHECK (id = 1)
);

CREATE TABLE journal_personal (
  entry bigint NOT NULL,
  place bigint NOT NULL,
  record_table text NOT NULL,
  record_key bigint NOT NULL,
  salt text NOT NULL,
  value text NOT NULL,
  CONSTRAINT journal_personal_pkey PRIMARY KEY (entry, place)
);

CREATE INDEX journal_personal_by_record ON journal_personal USING btree (record_table, record_key);

CREATE TABLE journal_table_heads (
  record_table text NOT NULL,
  entry bigint NOT NULL,
  CONSTRAINT journal_table_heads_pkey PRIMARY KEY (record_table)
);

CREATE TABLE lead_steps (
  id bigint NOT NULL,
  lead text COLLATE "C" NOT NULL,
  step text COLLATE "C" NOT NULL,
  taken_on text COLLATE "C" NOT NULL,
  note text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lead_steps_pkey PRIMARY KEY (id),
  CONSTRAINT lead_steps_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT lead_steps_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX lead_steps_by_identity ON lead_steps USING btree (lead, step) WHERE withdrawn_on IS NULL;

CREATE TABLE leads (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  opened_on text COLLATE "C" NOT NULL,
  source text COLLATE "C",
  keeper text COLLATE "C" NOT NULL,
  institution text COLLATE "C",
  note text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT leads_pkey PRIMARY KEY (id),
  CONSTRAINT leads_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT leads_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX leads_by_identity ON leads USING btree (code) WHERE withdrawn_on IS NULL;

CREATE TABLE learning_numbers (
  letters text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT learning_numbers_pkey PRIMARY KEY (letters, year)
);

CREATE TABLE leases (
  name text NOT NULL,
  holder text NOT NULL,
  until bigint NOT NULL,
  CONSTRAINT leases_pkey PRIMARY KEY (name)
);

CREATE TABLE lecture_bookings (
  id bigint NOT NULL,
  lecture bigint NOT NULL,
  year bigint NOT NULL,
  serial bigint NOT NULL,
  person text COLLATE "C" NOT NULL,
  name text NOT NULL,
  email text,
  organisation text COLLATE "C",
  employer text,
  district text,
  account bigint,
  stage text NOT NULL,
  registered_at bigint NOT NULL,
  queued_at bigint NOT NULL,
  moved_from bigint,
  signed_at bigint,
  signed_by text,
  tries bigint NOT NULL,
  score bigint,
  certified_at bigint,
  certificate bigint,
  rating bigint,
  comment text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lecture_bookings_pkey PRIMARY KEY (id),
  CONSTRAINT lecture_bookings_year_serial_key UNIQUE (year, serial),
  CONSTRAINT lecture_bookings_certificate_check CHECK (certificate > 0),
  CONSTRAINT lecture_bookings_check CHECK (signed_at IS NULL OR stage = 'seated'::text),
  CONSTRAINT lecture_bookings_organisation_check CHECK (length(organisation) = 18),
  CONSTRAINT lecture_bookings_rating_check CHECK (rating >= 1 AND rating <= 5),
  CONSTRAINT lecture_bookings_score_check CHECK (score >= 0 AND score <= 100),
  CONSTRAINT lecture_bookings_serial_check CHECK (serial > 0),
  CONSTRAINT lecture_bookings_signed_by_check CHECK (signed_by = ANY (ARRAY['code'::text, 'ticket'::text, 'list'::text])),
  CONSTRAINT lecture_bookings_stage_check CHECK (stage = ANY (ARRAY['seated'::text, 'waiting'::text, 'withdrawn'::text])),
  CONSTRAINT lecture_bookings_tries_check CHECK (tries >= 0),
  CONSTRAINT lecture_bookings_lecture_fkey FOREIGN KEY (lecture) REFERENCES lectures(id),
  CONSTRAINT lecture_bookings_moved_from_fkey FOREIGN KEY (moved_from) REFERENCES lectures(id)
);

CREATE INDEX lecture_bookings_by_account ON lecture_bookings USING btree (account);

CREATE UNIQUE INDEX lecture_bookings_by_certificate ON lecture_bookings USING btree (lecture, certificate);

CREATE INDEX lecture_bookings_by_queue ON lecture_bookings USING btree (lecture, queued_at, year, serial);

CREATE INDEX lecture_bookings_by_sign_in ON lecture_bookings USING btree (signed_at);

CREATE UNIQUE INDEX lecture_bookings_once ON lecture_bookings USING btree (lecture, person) WHERE stage <> 'withdrawn'::text;

CREATE TABLE lecture_claims (
  matter bigint NOT NULL,
  account bigint NOT NULL,
  name text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lecture_claims_pkey PRIMARY KEY (matter)
);

CREATE TABLE lecture_questions (
  lecture bigint NOT NULL,
  place bigint NOT NULL,
  text text NOT NULL,
  answers text NOT NULL,
  correct bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lecture_questions_pkey PRIMARY KEY (lecture, place),
  CONSTRAINT lecture_questions_correct_check CHECK (correct >= 0),
  CONSTRAINT lecture_questions_place_check CHECK (place > 0),
  CONSTRAINT lecture_questions_lecture_fkey FOREIGN KEY (lecture) REFERENCES lectures(id)
);

CREATE TABLE lecture_topics (
  id bigint NOT NULL,
  title text NOT NULL,
  wish text,
  quarter text COLLATE "C" NOT NULL,
  nominator bigint NOT NULL,
  nominated_at bigint NOT NULL,
  stage text NOT NULL,
  lecture bigint,
  reason text,
  answered_at bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lecture_topics_pkey PRIMARY KEY (id),
  CONSTRAINT lecture_topics_check CHECK ((stage = 'declined'::text) = (reason IS NOT NULL)),
  CONSTRAINT lecture_topics_check1 CHECK ((stage = 'scheduled'::text) = (lecture IS NOT NULL)),
  CONSTRAINT lecture_topics_stage_check CHECK (stage = ANY (ARRAY['open'::text, 'scheduled'::text, 'declined'::text])),
  CONSTRAINT lecture_topics_title_check CHECK (title <> ''::text),
  CONSTRAINT lecture_topics_lecture_fkey FOREIGN KEY (lecture) REFERENCES lectures(id)
);

CREATE INDEX lecture_topics_by_quarter ON lecture_topics USING btree (quarter);

CREATE TABLE lecture_votes (
  topic bigint NOT NULL,
  account bigint NOT NULL,
  at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lecture_votes_pkey PRIMARY KEY (topic, account),
  CONSTRAINT lecture_votes_topic_fkey FOREIGN KEY (topic) REFERENCES lecture_topics(id)
);

CREATE TABLE lectures (
  id bigint NOT NULL,
  year bigint NOT NULL,
  serial bigint NOT NULL,
  title text NOT NULL,
  series text NOT NULL,
  about text,
  lecturer text NOT NULL,
  lecturer_account bigint,
  matter bigint,
  medium text NOT NULL,
  place text NOT NULL,
  starts_at bigint NOT NULL,
  ends_at bigint NOT NULL,
  capacity bigint NOT NULL,
  least bigint NOT NULL,
  pass_mark bigint NOT NULL,
  tries bigint NOT NULL,
  stage text NOT NULL,
  merged_into bigint,
  reason text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT lectures_pkey PRIMARY KEY (id),
  CONSTRAINT lectures_year_serial_key UNIQUE (year, serial),
  CONSTRAINT lectures_capacity_check CHECK (capacity > 0),
  CONSTRAINT lectures_check CHECK (ends_at > starts_at),
  CONSTRAINT lectures_check1 CHECK ((stage = 'merged'::text) = (merged_into IS NOT NULL)),
  CONSTRAINT lectures_least_check CHECK ("least" > 0),
  CONSTRAINT lectures_medium_check CHECK (medium = ANY (ARRAY['onsite'::text, 'online'::text])),
  CONSTRAINT lectures_pass_mark_check CHECK (pass_mark >= 1 AND pass_mark <= 100),
  CONSTRAINT lectures_serial_check CHECK (serial > 0),
  CONSTRAINT lectures_series_check CHECK (series = ANY (ARRAY['order'::text, 'training'::text, 'topic'::text])),
  CONSTRAINT lectures_stage_check CHECK (stage = ANY (ARRAY['planned'::text, 'merged'::text, 'cancelled'::text])),
  CONSTRAINT lectures_title_check CHECK (title <> ''::text),
  CONSTRAINT lectures_tries_check CHECK (tries > 0),
  CONSTRAINT lectures_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES lectures(id)
);

CREATE INDEX lectures_by_matter ON lectures USING btree (matter, year, serial);

CREATE INDEX lectures_by_start ON lectures USING btree (starts_at);

CREATE UNIQUE INDEX lectures_once ON lectures USING btree (matter) WHERE stage = 'planned'::text;

CREATE TABLE licences (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  valid_from text COLLATE "C" NOT NULL,
  valid_to text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT licences_pkey PRIMARY KEY (id),
  CONSTRAINT licences_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT licences_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX licences_by_identity ON licences USING btree (institution, kind, number) WHERE withdrawn_on IS NULL;

CREATE TABLE mandates (
  id bigint NOT NULL,
  holder bigint NOT NULL,
  organisation text NOT NULL,
  organisation_name text NOT NULL,
  grade text NOT NULL,
  from_day text NOT NULL,
  to_day text,
  stage text NOT NULL,
  proof text NOT NULL,
  filed_by bigint NOT NULL,
  filed_at bigint NOT NULL,
  decided_by bigint,
  decided_at bigint,
  note text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT mandates_pkey PRIMARY KEY (id),
  CONSTRAINT mandates_grade_check CHECK (grade = ANY (ARRAY['administrator'::text, 'clerk'::text])),
  CONSTRAINT mandates_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'refused'::text, 'revoked'::text])),
  CONSTRAINT mandates_holder_fkey FOREIGN KEY (holder) REFERENCES accounts(id)
);

CREATE INDEX mandates_by_holder ON mandates USING btree (holder, id);

CREATE INDEX mandates_by_stage ON mandates USING btree (stage, id);

CREATE TABLE matter_answers (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  field text COLLATE "C" NOT NULL,
  text text,
  whole bigint,
  day text COLLATE "C",
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_answers_pkey PRIMARY KEY (matter, place, field),
  CONSTRAINT matter_answers_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE TABLE matter_clocks (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  clock text NOT NULL,
  run bigint NOT NULL,
  started_on text NOT NULL,
  length bigint NOT NULL,
  unit text NOT NULL,
  stopped bigint NOT NULL,
  paused_on text,
  ended_on text COLLATE "C",
  due_on text COLLATE "C" NOT NULL,
  provisional bigint,
  is_told bigint NOT NULL,
  is_extended bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_clocks_pkey PRIMARY KEY (matter, place),
  CONSTRAINT matter_clocks_is_extended_check CHECK (is_extended = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT matter_clocks_is_told_check CHECK (is_told = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT matter_clocks_length_check CHECK (length >= 0),
  CONSTRAINT matter_clocks_place_check CHECK (place > 0),
  CONSTRAINT matter_clocks_run_check CHECK (run > 0),
  CONSTRAINT matter_clocks_stopped_check CHECK (stopped >= 0),
  CONSTRAINT matter_clocks_unit_check CHECK (unit = ANY (ARRAY['workingDays'::text, 'days'::text, 'months'::text])),
  CONSTRAINT matter_clocks_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE INDEX matter_clocks_by_due ON matter_clocks USING btree (due_on, matter) WHERE ended_on IS NULL;

CREATE TABLE matter_codes (
  mark text COLLATE "C" NOT NULL,
  matter bigint NOT NULL,
  CONSTRAINT matter_codes_pkey PRIMARY KEY (mark)
);

CREATE TABLE matter_drafts (
  account bigint NOT NULL,
  procedure_code text COLLATE "C" NOT NULL,
  texts text NOT NULL,
  saved_at bigint NOT NULL,
  CONSTRAINT matter_drafts_pkey PRIMARY KEY (account, procedure_code)
);

CREATE TABLE matter_events (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  sort text NOT NULL,
  code text NOT NULL,
  from_stage text,
  to_stage text NOT NULL,
  at bigint NOT NULL,
  account bigint,
  side text NOT NULL,
  reason text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_events_pkey PRIMARY KEY (matter, place),
  CONSTRAINT matter_events_place_check CHECK (place > 0),
  CONSTRAINT matter_events_sort_check CHECK (sort = ANY (ARRAY['filed'::text, 'step'::text, 'assigned'::text, 'recused'::text, 'note'::text, 'extended'::text, 'lapsed'::text])),
  CONSTRAINT matter_events_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE TABLE matter_files (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  number bigint NOT NULL,
  material text NOT NULL,
  evidence bigint NOT NULL,
  name text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_files_pkey PRIMARY KEY (matter, place, number),
  CONSTRAINT matter_files_number_check CHECK (number > 0),
  CONSTRAINT matter_files_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE TABLE matter_numbers (
  letters text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  last bigint NOT NULL,
  CONSTRAINT matter_numbers_pkey PRIMARY KEY (letters, year)
);

CREATE TABLE matter_parties (
  matter bigint NOT NULL,
  place bigint NOT NULL,
  role text NOT NULL,
  organisation text COLLATE "C",
  account bigint,
  name text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_parties_pkey PRIMARY KEY (matter, place),
  CONSTRAINT matter_parties_place_check CHECK (place > 0),
  CONSTRAINT matter_parties_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE INDEX matter_parties_by_account ON matter_parties USING btree (account, matter);

CREATE INDEX matter_parties_by_organisation ON matter_parties USING btree (organisation, matter);

CREATE TABLE matter_recusals (
  matter bigint NOT NULL,
  account bigint NOT NULL,
  reason text NOT NULL,
  at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matter_recusals_pkey PRIMARY KEY (matter, account),
  CONSTRAINT matter_recusals_matter_fkey FOREIGN KEY (matter) REFERENCES matters(id)
);

CREATE TABLE matters (
  id bigint NOT NULL,
  procedure_code text COLLATE "C" NOT NULL,
  letters text NOT NULL,
  year bigint NOT NULL,
  serial bigint NOT NULL,
  stage text COLLATE "C" NOT NULL,
  channel text NOT NULL,
  filed_at bigint NOT NULL,
  filer bigint,
  organisation text COLLATE "C",
  applicant text,
  title text,
  handler bigint,
  station text,
  closed_at bigint,
  end_sort text COLLATE "C",
  due_on text COLLATE "C",
  due_provisional bigint,
  due_clock text,
  events bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT matters_pkey PRIMARY KEY (id),
  CONSTRAINT matters_channel_check CHECK (channel = ANY (ARRAY['web'::text, 'counter'::text, 'phone'::text, 'station'::text, 'api'::text])),
  CONSTRAINT matters_check CHECK ((closed_at IS NULL) = (end_sort IS NULL)),
  CONSTRAINT matters_end_sort_check CHECK (end_sort = ANY (ARRAY['granted'::text, 'refused'::text, 'referred'::text, 'ended'::text, 'withdrawn'::text])),
  CONSTRAINT matters_serial_check CHECK (serial > 0)
);

CREATE INDEX matters_by_closing ON matters USING btree (procedure_code, closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX matters_by_due ON matters USING btree (procedure_code, due_on, id) WHERE closed_at IS NULL;

CREATE INDEX matters_by_filer ON matters USING btree (filer, id);

CREATE INDEX matters_by_filing ON matters USING btree (procedure_code, filed_at, id);

CREATE INDEX matters_by_handler ON matters USING btree (handler, id);

CREATE UNIQUE INDEX matters_by_number ON matters USING btree (letters, year, serial);

CREATE INDEX matters_by_organisation ON matters USING btree (organisation, id);

CREATE INDEX matters_by_procedure ON matters USING btree (procedure_code, id);

CREATE INDEX matters_by_station ON matters USING btree (station, id);

CREATE INDEX matters_open ON matters USING btree (due_on, id) WHERE closed_at IS NULL;

CREATE TABLE migrations (
  name text NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (name)
);

CREATE TABLE milestones (
  id bigint NOT NULL,
  indicator text COLLATE "C" NOT NULL,
  title text COLLATE "C" NOT NULL,
  issuer text COLLATE "C",
  issued_on text COLLATE "C" NOT NULL,
  supersedes text COLLATE "C",
  note text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT milestones_pkey PRIMARY KEY (id),
  CONSTRAINT milestones_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT milestones_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX milestones_by_identity ON milestones USING btree (indicator, title, issued_on) WHERE withdrawn_on IS NULL;

CREATE TABLE navigation_branches (
  project bigint NOT NULL,
  place bigint NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_branches_pkey PRIMARY KEY (project, place),
  CONSTRAINT navigation_branches_name_check CHECK (name <> ''::text),
  CONSTRAINT navigation_branches_place_check CHECK (place > 0),
  CONSTRAINT navigation_branches_query_check CHECK (query <> ''::text),
  CONSTRAINT navigation_branches_project_fkey FOREIGN KEY (project) REFERENCES navigation_projects(id)
);

CREATE TABLE navigation_dataset_branches (
  dataset bigint NOT NULL,
  place bigint NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  hits bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_dataset_branches_pkey PRIMARY KEY (dataset, place),
  CONSTRAINT navigation_dataset_branches_hits_check CHECK (hits >= 0),
  CONSTRAINT navigation_dataset_branches_place_check CHECK (place > 0),
  CONSTRAINT navigation_dataset_branches_dataset_fkey FOREIGN KEY (dataset) REFERENCES navigation_datasets(id)
);

CREATE TABLE navigation_datasets (
  id bigint NOT NULL,
  project bigint NOT NULL,
  number bigint NOT NULL,
  frozen_at bigint NOT NULL,
  frozen_by text NOT NULL,
  position bigint NOT NULL,
  corpus bigint NOT NULL,
  cutoff text COLLATE "C",
  latest text COLLATE "C",
  restriction text NOT NULL,
  hits bigint NOT NULL,
  beyond bigint NOT NULL,
  documents bigint NOT NULL,
  hash text NOT NULL,
  months bigint NOT NULL,
  international_months bigint NOT NULL,
  names text NOT NULL,
  log_statement text,
  log_by text,
  log_at bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_datasets_pkey PRIMARY KEY (id),
  CONSTRAINT navigation_datasets_project_number_key UNIQUE (project, number),
  CONSTRAINT navigation_datasets_beyond_check CHECK (beyond >= 0),
  CONSTRAINT navigation_datasets_check CHECK (documents > 0 AND documents = (hits - beyond)),
  CONSTRAINT navigation_datasets_corpus_check CHECK (corpus >= 0),
  CONSTRAINT navigation_datasets_hash_check CHECK (length(hash) = 64),
  CONSTRAINT navigation_datasets_number_check CHECK (number > 0),
  CONSTRAINT navigation_datasets_project_fkey FOREIGN KEY (project) REFERENCES navigation_projects(id)
);

CREATE TABLE navigation_documents (
  dataset bigint NOT NULL,
  document bigint NOT NULL,
  content text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_documents_pkey PRIMARY KEY (dataset, document),
  CONSTRAINT navigation_documents_dataset_fkey FOREIGN KEY (dataset) REFERENCES navigation_datasets(id)
);

CREATE TABLE navigation_projects (
  id bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  need text NOT NULL,
  scope text NOT NULL,
  orderer_name text NOT NULL,
  orderer text COLLATE "C",
  restriction text NOT NULL,
  cutoff text COLLATE "C",
  is_public bigint NOT NULL,
  maker text COLLATE "C",
  maker_name text NOT NULL,
  author bigint NOT NULL,
  author_name text NOT NULL,
  opened_at bigint NOT NULL,
  stage text COLLATE "C" NOT NULL,
  dataset bigint,
  submitted_at bigint,
  released_at bigint,
  released_by text,
  declined_because text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_projects_pkey PRIMARY KEY (id),
  CONSTRAINT navigation_projects_check CHECK ((stage = 'released'::text) = (released_at IS NOT NULL)),
  CONSTRAINT navigation_projects_check1 CHECK ((stage = 'declined'::text) = (declined_because IS NOT NULL)),
  CONSTRAINT navigation_projects_is_public_check CHECK (is_public = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT navigation_projects_kind_check CHECK (kind = ANY (ARRAY['regional'::text, 'industrial'::text, 'enterprise'::text, 'research'::text, 'talent'::text])),
  CONSTRAINT navigation_projects_maker_check CHECK (length(maker) = 18),
  CONSTRAINT navigation_projects_need_check CHECK (need <> ''::text),
  CONSTRAINT navigation_projects_orderer_check CHECK (length(orderer) = 18),
  CONSTRAINT navigation_projects_orderer_name_check CHECK (orderer_name <> ''::text),
  CONSTRAINT navigation_projects_stage_check CHECK (stage = ANY (ARRAY['scoping'::text, 'analysing'::text, 'reviewing'::text, 'accepted'::text, 'released'::text, 'declined'::text])),
  CONSTRAINT navigation_projects_title_check CHECK (title <> ''::text)
);

CREATE TABLE navigation_removals (
  dataset bigint NOT NULL,
  document bigint NOT NULL,
  reason text NOT NULL,
  merged_into bigint,
  note text NOT NULL,
  removed_by text NOT NULL,
  removed_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_removals_pkey PRIMARY KEY (dataset, document),
  CONSTRAINT navigation_removals_check CHECK (merged_into <> document),
  CONSTRAINT navigation_removals_note_check CHECK (note <> ''::text),
  CONSTRAINT navigation_removals_reason_check CHECK (reason = ANY (ARRAY['noise'::text, 'out-of-scope'::text, 'faulty'::text, 'same-application'::text, 'same-family'::text, 'duplicate'::text])),
  CONSTRAINT navigation_removals_dataset_fkey FOREIGN KEY (dataset) REFERENCES navigation_datasets(id)
);

CREATE TABLE navigation_reviews (
  id bigint NOT NULL,
  project bigint NOT NULL,
  dataset bigint NOT NULL,
  reviewer bigint NOT NULL,
  reviewer_name text NOT NULL,
  capacity text NOT NULL,
  verdict text NOT NULL,
  opinion text NOT NULL,
  reviewed_at bigint NOT NULL,
  content_hash text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_reviews_pkey PRIMARY KEY (id),
  CONSTRAINT navigation_reviews_capacity_check CHECK (capacity <> ''::text),
  CONSTRAINT navigation_reviews_content_hash_check CHECK (length(content_hash) = 64),
  CONSTRAINT navigation_reviews_opinion_check CHECK (opinion <> ''::text),
  CONSTRAINT navigation_reviews_verdict_check CHECK (verdict = ANY (ARRAY['accept'::text, 'send-back'::text])),
  CONSTRAINT navigation_reviews_dataset_fkey FOREIGN KEY (dataset) REFERENCES navigation_datasets(id),
  CONSTRAINT navigation_reviews_project_fkey FOREIGN KEY (project) REFERENCES navigation_projects(id)
);

CREATE INDEX navigation_reviews_by_project ON navigation_reviews USING btree (project, id);

CREATE TABLE navigation_sections (
  project bigint NOT NULL,
  section text COLLATE "C" NOT NULL,
  text text NOT NULL,
  writer bigint NOT NULL,
  written_by text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_sections_pkey PRIMARY KEY (project, section),
  CONSTRAINT navigation_sections_text_check CHECK (text <> ''::text),
  CONSTRAINT navigation_sections_project_fkey FOREIGN KEY (project) REFERENCES navigation_projects(id)
);

CREATE TABLE navigation_uses (
  id bigint NOT NULL,
  project bigint NOT NULL,
  user_name text NOT NULL,
  decision text NOT NULL,
  used_on text COLLATE "C" NOT NULL,
  document text NOT NULL,
  told_by text NOT NULL,
  told_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT navigation_uses_pkey PRIMARY KEY (id),
  CONSTRAINT navigation_uses_decision_check CHECK (decision <> ''::text),
  CONSTRAINT navigation_uses_user_name_check CHECK (user_name <> ''::text),
  CONSTRAINT navigation_uses_project_fkey FOREIGN KEY (project) REFERENCES navigation_projects(id)
);

CREATE INDEX navigation_uses_by_project ON navigation_uses USING btree (project, id);

CREATE TABLE notice_attempts (
  delivery bigint NOT NULL,
  number bigint NOT NULL,
  repeated bigint NOT NULL,
  begun_at bigint NOT NULL,
  ended_at bigint,
  outcome text,
  CONSTRAINT notice_attempts_pkey PRIMARY KEY (delivery, number),
  CONSTRAINT notice_attempts_repeated_check CHECK (repeated = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT notice_attempts_delivery_fkey FOREIGN KEY (delivery) REFERENCES notice_deliveries(id)
);

CREATE TABLE notice_choices (
  account bigint NOT NULL,
  kind text NOT NULL,
  email bigint NOT NULL,
  webhook bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT notice_choices_pkey PRIMARY KEY (account, kind),
  CONSTRAINT notice_choices_email_check CHECK (email = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT notice_choices_webhook_check CHECK (webhook = ANY (ARRAY[0::bigint, 1::bigint]))
);

CREATE TABLE notice_deliveries (
  id bigint NOT NULL,
  notice bigint NOT NULL,
  channel text NOT NULL,
  endpoint bigint,
  stage text NOT NULL,
  attempts bigint NOT NULL,
  repeated bigint NOT NULL,
  due_at bigint NOT NULL,
  posted_at bigint NOT NULL,
  ended_at bigint,
  outcome text,
  CONSTRAINT notice_deliveries_pkey PRIMARY KEY (id),
  CONSTRAINT notice_deliveries_channel_check CHECK (channel = ANY (ARRAY['email'::text, 'webhook'::text])),
  CONSTRAINT notice_deliveries_repeated_check CHECK (repeated = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT notice_deliveries_stage_check CHECK (stage = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'dropped'::text])),
  CONSTRAINT notice_deliveries_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook_endpoints(id),
  CONSTRAINT notice_deliveries_notice_fkey FOREIGN KEY (notice) REFERENCES notices(id)
);

CREATE INDEX notice_deliveries_by_endpoint ON notice_deliveries USING btree (endpoint, id);

CREATE INDEX notice_deliveries_by_notice ON notice_deliveries USING btree (notice);

CREATE INDEX notice_deliveries_open ON notice_deliveries USING btree (channel, due_at) WHERE stage = ANY (ARRAY['waiting'::text, 'sending'::text]);

CREATE TABLE notice_inbox (
  account bigint NOT NULL,
  notice bigint NOT NULL,
  read_at bigint,
  CONSTRAINT notice_inbox_pkey PRIMARY KEY (account, notice),
  CONSTRAINT notice_inbox_notice_fkey FOREIGN KEY (notice) REFERENCES notices(id)
);

CREATE INDEX notice_inbox_unread ON notice_inbox USING btree (account, notice) WHERE read_at IS NULL;

CREATE TABLE notice_preferences (
  account bigint NOT NULL,
  language text NOT NULL,
  quiet_from bigint,
  quiet_to bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT notice_preferences_pkey PRIMARY KEY (account),
  CONSTRAINT notice_preferences_check CHECK ((quiet_from IS NULL) = (quiet_to IS NULL)),
  CONSTRAINT notice_preferences_language_check CHECK (language = ANY (ARRAY['zh-CN'::text, 'en'::text])),
  CONSTRAINT notice_preferences_quiet_from_check CHECK (quiet_from >= 0 AND quiet_from <= 1439),
  CONSTRAINT notice_preferences_quiet_to_check CHECK (quiet_to >= 0 AND quiet_to <= 1439)
);

CREATE TABLE notice_secrets (
  delivery bigint NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT notice_secrets_pkey PRIMARY KEY (delivery),
  CONSTRAINT notice_secrets_delivery_fkey FOREIGN KEY (delivery) REFERENCES notice_deliveries(id)
);

CREATE TABLE notices (
  id bigint NOT NULL,
  kind text NOT NULL,
  account bigint,
  email text,
  language text,
  endpoint bigint,
  subject_zh text NOT NULL,
  subject_en text NOT NULL,
  body_zh text NOT NULL,
  body_en text NOT NULL,
  link text,
  about_table text,
  about_key bigint,
  posted_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (id),
  CONSTRAINT notices_check CHECK ((
CASE
    WHEN account IS NULL THEN 0
    ELSE 1
END +
CASE
    WHEN email IS NULL THEN 0
    ELSE 1
END +
CASE
    WHEN endpoint IS NULL THEN 0
    ELSE 1
END) = 1),
  CONSTRAINT notices_kind_check CHECK (kind <> ''::text),
  CONSTRAINT notices_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook_endpoints(id)
);

CREATE TABLE occupancies (
  id bigint NOT NULL,
  room bigint NOT NULL,
  site text COLLATE "C" NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  tenant_name text NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  last_day text COLLATE "C",
  stage text,
  contract text NOT NULL,
  decision text NOT NULL,
  departure_reason text,
  departure_decision text,
  dispute text,
  withdrawn bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT occupancies_pkey PRIMARY KEY (id),
  CONSTRAINT occupancies_check CHECK (last_day >= first_day),
  CONSTRAINT occupancies_check1 CHECK ((departure_reason IS NULL) = (departure_decision IS NULL)),
  CONSTRAINT occupancies_check2 CHECK (departure_reason IS NULL OR last_day IS NOT NULL),
  CONSTRAINT occupancies_contract_check CHECK (contract <> ''::text),
  CONSTRAINT occupancies_decision_check CHECK (decision <> ''::text),
  CONSTRAINT occupancies_departure_reason_check CHECK (departure_reason = ANY (ARRAY['expired'::text, 'own'::text, 'appraisal'::text, 'graduated'::text, 'moved'::text, 'closed'::text])),
  CONSTRAINT occupancies_site_check CHECK (site = ANY (ARRAY['centre'::text, 'gaoxin'::text, 'life-town'::text])),
  CONSTRAINT occupancies_stage_check CHECK (stage = ANY (ARRAY['starting'::text, 'growing'::text, 'mature'::text])),
  CONSTRAINT occupancies_tenant_check CHECK (length(tenant) = 18),
  CONSTRAINT occupancies_tenant_name_check CHECK (tenant_name <> ''::text),
  CONSTRAINT occupancies_withdrawn_check CHECK (withdrawn = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT occupancies_room_fkey FOREIGN KEY (room) REFERENCES rooms(id)
);

CREATE INDEX occupancies_by_room ON occupancies USING btree (room, first_day);

CREATE INDEX occupancies_by_tenant ON occupancies USING btree (tenant, first_day);

CREATE TABLE one_time_codes (
  id bigint NOT NULL,
  account bigint NOT NULL,
  purpose text NOT NULL,
  code_hash text NOT NULL,
  created_by bigint NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_at bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT one_time_codes_pkey PRIMARY KEY (id),
  CONSTRAINT one_time_codes_code_hash_key UNIQUE (code_hash),
  CONSTRAINT one_time_codes_purpose_check CHECK (purpose = ANY (ARRAY['invitation'::text, 'reset'::text])),
  CONSTRAINT one_time_codes_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

CREATE INDEX one_time_codes_by_account ON one_time_codes USING btree (account, id);

CREATE TABLE overseas_logs (
  id bigint NOT NULL,
  what text COLLATE "C" NOT NULL,
  site text COLLATE "C" NOT NULL,
  served_on text COLLATE "C" NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT overseas_logs_pkey PRIMARY KEY (id),
  CONSTRAINT overseas_logs_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT overseas_logs_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX overseas_logs_by_identity ON overseas_logs USING btree (site, served_on, what) WHERE withdrawn_on IS NULL;

CREATE TABLE overseas_sites (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  country text COLLATE "C" NOT NULL,
  owner text COLLATE "C" NOT NULL,
  contact text COLLATE "C" NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT overseas_sites_pkey PRIMARY KEY (id),
  CONSTRAINT overseas_sites_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT overseas_sites_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX overseas_sites_by_identity ON overseas_sites USING btree (code) WHERE withdrawn_on IS NULL;

CREATE TABLE parties (
  id bigint NOT NULL,
  name text NOT NULL,
  sort_key text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  code text,
  merged_into bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT parties_pkey PRIMARY KEY (id),
  CONSTRAINT parties_kind_check CHECK (kind = ANY (ARRAY['organisation'::text, 'person'::text, 'unknown'::text])),
  CONSTRAINT parties_name_check CHECK (name <> ''::text),
  CONSTRAINT parties_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES parties(id)
);

CREATE INDEX parties_by_code ON parties USING btree (code);

CREATE INDEX parties_by_sort_key ON parties USING btree (sort_key, id);

CREATE TABLE party_names (
  id bigint NOT NULL,
  text text COLLATE "C" NOT NULL,
  folded text COLLATE "C" NOT NULL,
  home bigint NOT NULL,
  party bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT party_names_pkey PRIMARY KEY (id),
  CONSTRAINT party_names_text_key UNIQUE (text),
  CONSTRAINT party_names_home_fkey FOREIGN KEY (home) REFERENCES parties(id),
  CONSTRAINT party_names_party_fkey FOREIGN KEY (party) REFERENCES parties(id)
);

CREATE INDEX party_names_by_folded ON party_names USING btree (folded);

CREATE INDEX party_names_by_home ON party_names USING btree (home);

CREATE INDEX party_names_by_party ON party_names USING btree (party);

CREATE TABLE patent_awards (
  id bigint NOT NULL,
  patent text COLLATE "C" NOT NULL,
  award text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  award_grade text COLLATE "C",
  announced_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_awards_pkey PRIMARY KEY (id),
  CONSTRAINT patent_awards_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT patent_awards_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX patent_awards_by_identity ON patent_awards USING btree (patent, award, year) WHERE withdrawn_on IS NULL;

CREATE TABLE patent_files (
  id bigint NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL,
  format text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_files_pkey PRIMARY KEY (id),
  CONSTRAINT patent_files_hash_key UNIQUE (hash)
);

CREATE TABLE patent_imports (
  id bigint NOT NULL,
  file bigint NOT NULL,
  started_at bigint NOT NULL,
  started_by bigint NOT NULL,
  stage text NOT NULL,
  row_count bigint NOT NULL,
  new_count bigint NOT NULL,
  updated_count bigint NOT NULL,
  unchanged_count bigint NOT NULL,
  repaired_count bigint NOT NULL,
  rejected_count bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_imports_pkey PRIMARY KEY (id),
  CONSTRAINT patent_imports_check CHECK ((new_count + updated_count + unchanged_count + rejected_count) = row_count),
  CONSTRAINT patent_imports_stage_check CHECK (stage = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text, 'withdrawn'::text])),
  CONSTRAINT patent_imports_file_fkey FOREIGN KEY (file) REFERENCES patent_files(id)
);

CREATE INDEX patent_imports_by_file ON patent_imports USING btree (file, id);

CREATE TABLE patent_names (
  name bigint NOT NULL,
  role bigint NOT NULL,
  patent bigint NOT NULL,
  place bigint NOT NULL,
  CONSTRAINT patent_names_pkey PRIMARY KEY (name, role, patent, place)
);

CREATE TABLE patent_pledges (
  id bigint NOT NULL,
  patent text COLLATE "C" NOT NULL,
  registered_on text COLLATE "C" NOT NULL,
  pledgee text COLLATE "C" NOT NULL,
  amount bigint,
  contract text COLLATE "C",
  ended_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_pledges_pkey PRIMARY KEY (id),
  CONSTRAINT patent_pledges_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT patent_pledges_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX patent_pledges_by_identity ON patent_pledges USING btree (patent, registered_on, pledgee) WHERE withdrawn_on IS NULL;

CREATE TABLE patent_sayings (
  file bigint NOT NULL,
  line bigint NOT NULL,
  run bigint NOT NULL,
  said text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_sayings_pkey PRIMARY KEY (file, line)
);

CREATE TABLE patent_sources (
  file bigint NOT NULL,
  line bigint NOT NULL,
  patent bigint NOT NULL,
  run bigint NOT NULL,
  effect text NOT NULL,
  row_hash bigint NOT NULL,
  fields bigint NOT NULL,
  before text,
  precedence_before bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patent_sources_pkey PRIMARY KEY (file, line),
  CONSTRAINT patent_sources_effect_check CHECK (effect = ANY (ARRAY['new'::text, 'updated'::text, 'unchanged'::text]))
);

CREATE INDEX patent_sources_by_entry ON patent_sources USING btree (entry, patent);

CREATE INDEX patent_sources_by_patent ON patent_sources USING btree (patent);

CREATE TABLE patents (
  id bigint NOT NULL,
  identity text COLLATE "C" NOT NULL,
  office text,
  publication_number text,
  application_number text,
  application_raw text,
  application_state text,
  kind text,
  title text,
  abstract text,
  first_claim text,
  applicants text,
  inventors text,
  agents text,
  agency text,
  agency_code text,
  ipc text,
  locarno text,
  filing_day text,
  publication_day text,
  grant_day text,
  priority_day text,
  address text,
  province text,
  legal_status text,
  language text,
  precedence bigint NOT NULL,
  sort_day text COLLATE "C" NOT NULL,
  section text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT patents_pkey PRIMARY KEY (id),
  CONSTRAINT patents_identity_key UNIQUE (identity)
);

CREATE INDEX patents_by_application ON patents USING btree (application_number) WHERE application_number IS NOT NULL;

CREATE INDEX patents_by_day ON patents USING btree (sort_day, id);

CREATE INDEX patents_by_kind ON patents USING btree (kind, sort_day, id, section, province);

CREATE INDEX patents_by_province ON patents USING btree (province, sort_day, id, section, kind);

CREATE INDEX patents_by_section ON patents USING btree (section, sort_day, id, province, kind);

CREATE TABLE pct_filings (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  applicant text COLLATE "C" NOT NULL,
  in_district bigint NOT NULL,
  filed_on text COLLATE "C" NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT pct_filings_pkey PRIMARY KEY (id),
  CONSTRAINT pct_filings_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT pct_filings_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE INDEX pct_filings_by_filed_on_id ON pct_filings USING btree (filed_on, id);

CREATE UNIQUE INDEX pct_filings_by_identity ON pct_filings USING btree (number) WHERE withdrawn_on IS NULL;

CREATE TABLE plan_baselines (
  id bigint NOT NULL,
  task bigint NOT NULL,
  number bigint NOT NULL,
  start_on text NOT NULL,
  due_on text NOT NULL,
  set_on text NOT NULL,
  reason text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT plan_baselines_pkey PRIMARY KEY (id),
  CONSTRAINT plan_baselines_task_number_key UNIQUE (task, number),
  CONSTRAINT plan_baselines_task_fkey FOREIGN KEY (task) REFERENCES plan_tasks(id)
);

CREATE TABLE plan_progress (
  id bigint NOT NULL,
  task bigint NOT NULL,
  noted_on text COLLATE "C" NOT NULL,
  percent bigint NOT NULL,
  note text NOT NULL,
  noted_by bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT plan_progress_pkey PRIMARY KEY (id),
  CONSTRAINT plan_progress_note_check CHECK (note <> ''::text),
  CONSTRAINT plan_progress_percent_check CHECK (percent >= 0 AND percent <= 100),
  CONSTRAINT plan_progress_task_fkey FOREIGN KEY (task) REFERENCES plan_tasks(id)
);

CREATE INDEX plan_progress_by_task ON plan_progress USING btree (task, noted_on, id);

CREATE TABLE plan_redatings (
  id bigint NOT NULL,
  task bigint NOT NULL,
  from_start text NOT NULL,
  from_due text NOT NULL,
  to_start text NOT NULL,
  to_due text NOT NULL,
  reason text NOT NULL,
  changed_on text NOT NULL,
  changed_by bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT plan_redatings_pkey PRIMARY KEY (id),
  CONSTRAINT plan_redatings_reason_check CHECK (reason <> ''::text),
  CONSTRAINT plan_redatings_task_fkey FOREIGN KEY (task) REFERENCES plan_tasks(id)
);

CREATE INDEX plan_redatings_by_task ON plan_redatings USING btree (task, id);

CREATE TABLE plan_tasks (
  id bigint NOT NULL,
  plan bigint NOT NULL,
  place bigint NOT NULL,
  title text NOT NULL,
  clause text NOT NULL,
  start_on text COLLATE "C" NOT NULL,
  due_on text COLLATE "C" NOT NULL,
  person_name text NOT NULL,
  department text NOT NULL,
  person_account bigint,
  target text NOT NULL,
  figure text,
  goal bigint,
  stage text NOT NULL,
  done_on text,
  closing_note text,
  percent bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT plan_tasks_pkey PRIMARY KEY (id),
  CONSTRAINT plan_tasks_check CHECK (due_on >= start_on),
  CONSTRAINT plan_tasks_check1 CHECK ((goal IS NULL) = (figure IS NULL)),
  CONSTRAINT plan_tasks_check2 CHECK ((done_on IS NOT NULL) = (stage = 'done'::text)),
  CONSTRAINT plan_tasks_check3 CHECK ((closing_note IS NULL) = (stage = 'open'::text)),
  CONSTRAINT plan_tasks_department_check CHECK (department <> ''::text),
  CONSTRAINT plan_tasks_percent_check CHECK (percent >= 0 AND percent <= 100),
  CONSTRAINT plan_tasks_person_name_check CHECK (person_name <> ''::text),
  CONSTRAINT plan_tasks_stage_check CHECK (stage = ANY (ARRAY['open'::text, 'done'::text, 'cancelled'::text])),
  CONSTRAINT plan_tasks_target_check CHECK (target <> ''::text),
  CONSTRAINT plan_tasks_title_check CHECK (title <> ''::text),
  CONSTRAINT plan_tasks_plan_fkey FOREIGN KEY (plan) REFERENCES plans(id)
);

CREATE UNIQUE INDEX plan_tasks_by_place ON plan_tasks USING btree (plan, place);

CREATE TABLE plans (
  id bigint NOT NULL,
  year bigint NOT NULL,
  title text NOT NULL,
  approved_on text,
  approval_document text,
  approved_by bigint,
  baselines bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT plans_pkey PRIMARY KEY (id),
  CONSTRAINT plans_year_key UNIQUE (year),
  CONSTRAINT plans_check CHECK ((baselines > 0) = (approved_on IS NOT NULL)),
  CONSTRAINT plans_title_check CHECK (title <> ''::text),
  CONSTRAINT plans_year_check CHECK (year >= 2000 AND year <= 2100)
);

CREATE TABLE platforms (
  id bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  host text COLLATE "C" NOT NULL,
  is_public bigint NOT NULL,
  recognised bigint NOT NULL,
  opened_on text COLLATE "C" NOT NULL,
  last_active_on text COLLATE "C",
  closed_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT platforms_pkey PRIMARY KEY (id),
  CONSTRAINT platforms_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT platforms_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX platforms_by_identity ON platforms USING btree (name) WHERE withdrawn_on IS NULL;

CREATE TABLE portfolio_contracts (
  id bigint NOT NULL,
  holding bigint NOT NULL,
  kind text NOT NULL,
  counterparty text NOT NULL,
  document text NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  last_day text COLLATE "C",
  ended_on text COLLATE "C",
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_contracts_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_contracts_check CHECK (last_day >= first_day),
  CONSTRAINT portfolio_contracts_document_check CHECK (document <> ''::text),
  CONSTRAINT portfolio_contracts_kind_check CHECK (kind = ANY (ARRAY['exclusive'::text, 'sole'::text, 'ordinary'::text, 'open-licence'::text, 'pledge'::text])),
  CONSTRAINT portfolio_contracts_holding_fkey FOREIGN KEY (holding) REFERENCES portfolio_patents(id)
);

CREATE INDEX portfolio_contracts_by_holding ON portfolio_contracts USING btree (holding);

CREATE TABLE portfolio_import_rows (
  run bigint NOT NULL,
  place bigint NOT NULL,
  line bigint NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  effect text COLLATE "C" NOT NULL,
  code text,
  words_zh text,
  words_en text,
  holding bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_import_rows_pkey PRIMARY KEY (run, place),
  CONSTRAINT portfolio_import_rows_effect_check CHECK (effect = ANY (ARRAY['added'::text, 'updated'::text, 'unchanged'::text, 'repeated'::text, 'rejected'::text])),
  CONSTRAINT portfolio_import_rows_run_fkey FOREIGN KEY (run) REFERENCES portfolio_imports(id)
);

CREATE TABLE portfolio_imports (
  id bigint NOT NULL,
  portfolio bigint NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  taken_at bigint NOT NULL,
  taken_by text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_imports_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_imports_portfolio_fkey FOREIGN KEY (portfolio) REFERENCES portfolios(id)
);

CREATE INDEX portfolio_imports_by_portfolio ON portfolio_imports USING btree (portfolio, id);

CREATE TABLE portfolio_patents (
  id bigint NOT NULL,
  portfolio bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  patent bigint,
  title text NOT NULL,
  kind text NOT NULL,
  filed_on text COLLATE "C" NOT NULL,
  granted_on text COLLATE "C",
  inventors text NOT NULL,
  department text COLLATE "C",
  owner_role text NOT NULL,
  co_owners text NOT NULL,
  share bigint,
  reduction text NOT NULL,
  paid_through bigint,
  left_way text,
  left_on text COLLATE "C",
  left_document text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_patents_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_patents_portfolio_number_key UNIQUE (portfolio, number),
  CONSTRAINT portfolio_patents_kind_check CHECK (kind = ANY (ARRAY['invention'::text, 'utilityModel'::text, 'design'::text])),
  CONSTRAINT portfolio_patents_left_way_check CHECK (left_way = ANY (ARRAY['transferred'::text, 'abandoned'::text, 'lapsed'::text, 'expired'::text, 'invalidated'::text, 'refused'::text])),
  CONSTRAINT portfolio_patents_owner_role_check CHECK (owner_role = ANY (ARRAY['sole'::text, 'first'::text, 'other'::text])),
  CONSTRAINT portfolio_patents_paid_through_check CHECK (paid_through >= 1 AND paid_through <= 20),
  CONSTRAINT portfolio_patents_reduction_check CHECK (reduction = ANY (ARRAY['none'::text, 'single'::text, 'joint'::text])),
  CONSTRAINT portfolio_patents_share_check CHECK (share >= 0 AND share <= 10000),
  CONSTRAINT portfolio_patents_title_check CHECK (title <> ''::text),
  CONSTRAINT portfolio_patents_portfolio_fkey FOREIGN KEY (portfolio) REFERENCES portfolios(id)
);

CREATE TABLE portfolio_payments (
  id bigint NOT NULL,
  holding bigint NOT NULL,
  year bigint NOT NULL,
  amount bigint NOT NULL,
  surcharge bigint NOT NULL,
  paid_on text COLLATE "C" NOT NULL,
  document text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_payments_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_payments_holding_year_key UNIQUE (holding, year),
  CONSTRAINT portfolio_payments_amount_check CHECK (amount >= 0),
  CONSTRAINT portfolio_payments_document_check CHECK (document <> ''::text),
  CONSTRAINT portfolio_payments_surcharge_check CHECK (surcharge >= 0),
  CONSTRAINT portfolio_payments_year_check CHECK (year >= 1 AND year <= 20),
  CONSTRAINT portfolio_payments_holding_fkey FOREIGN KEY (holding) REFERENCES portfolio_patents(id)
);

CREATE TABLE portfolio_reminders (
  holding bigint NOT NULL,
  year bigint NOT NULL,
  sort text COLLATE "C" NOT NULL,
  sent_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_reminders_pkey PRIMARY KEY (holding, year, sort),
  CONSTRAINT portfolio_reminders_sort_check CHECK (sort = ANY (ARRAY['ahead'::text, 'late'::text]))
);

CREATE TABLE portfolio_review_items (
  id bigint NOT NULL,
  review bigint NOT NULL,
  place bigint NOT NULL,
  holding bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  filed_on text COLLATE "C" NOT NULL,
  granted_on text COLLATE "C",
  department text,
  inventors text NOT NULL,
  annuity text NOT NULL,
  next_year bigint,
  next_day text COLLATE "C",
  next_fee bigint,
  contracts text NOT NULL,
  last_decision text,
  changes text NOT NULL,
  maturity bigint,
  market bigint,
  resistance bigint,
  decision text,
  reason text,
  evidence text,
  decided_by bigint,
  decider text,
  decided_at bigint,
  second_by bigint,
  second text,
  second_at bigint,
  sent_back text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_review_items_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_review_items_review_holding_key UNIQUE (review, holding),
  CONSTRAINT portfolio_review_items_review_place_key UNIQUE (review, place),
  CONSTRAINT portfolio_review_items_annuity_check CHECK (annuity = ANY (ARRAY['due'::text, 'late'::text, 'overdue'::text, 'unstated'::text, 'complete'::text, 'application'::text, 'expired'::text])),
  CONSTRAINT portfolio_review_items_check CHECK (second_by <> decided_by),
  CONSTRAINT portfolio_review_items_decision_check CHECK (decision = ANY (ARRAY['keep'::text, 'transfer'::text, 'license'::text, 'open-licence'::text, 'abandon'::text])),
  CONSTRAINT portfolio_review_items_kind_check CHECK (kind = ANY (ARRAY['invention'::text, 'utilityModel'::text, 'design'::text])),
  CONSTRAINT portfolio_review_items_last_decision_check CHECK (last_decision = ANY (ARRAY['keep'::text, 'transfer'::text, 'license'::text, 'open-licence'::text, 'abandon'::text])),
  CONSTRAINT portfolio_review_items_market_check CHECK (market >= 1 AND market <= 5),
  CONSTRAINT portfolio_review_items_maturity_check CHECK (maturity >= 1 AND maturity <= 5),
  CONSTRAINT portfolio_review_items_place_check CHECK (place > 0),
  CONSTRAINT portfolio_review_items_resistance_check CHECK (resistance >= 1 AND resistance <= 5),
  CONSTRAINT portfolio_review_items_holding_fkey FOREIGN KEY (holding) REFERENCES portfolio_patents(id),
  CONSTRAINT portfolio_review_items_review_fkey FOREIGN KEY (review) REFERENCES portfolio_reviews(id)
);

CREATE INDEX portfolio_review_items_by_holding ON portfolio_review_items USING btree (holding);

CREATE TABLE portfolio_reviews (
  id bigint NOT NULL,
  portfolio bigint NOT NULL,
  year bigint NOT NULL,
  opened_at bigint NOT NULL,
  opened_by text NOT NULL,
  list_hash text NOT NULL,
  previous bigint,
  closed_at bigint,
  closed_by text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolio_reviews_pkey PRIMARY KEY (id),
  CONSTRAINT portfolio_reviews_portfolio_year_key UNIQUE (portfolio, year),
  CONSTRAINT portfolio_reviews_portfolio_fkey FOREIGN KEY (portfolio) REFERENCES portfolios(id),
  CONSTRAINT portfolio_reviews_previous_fkey FOREIGN KEY (previous) REFERENCES portfolio_reviews(id)
);

CREATE TABLE portfolios (
  id bigint NOT NULL,
  owner text COLLATE "C" NOT NULL,
  owner_name text NOT NULL,
  reduction text NOT NULL,
  lead_days bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT portfolios_pkey PRIMARY KEY (id),
  CONSTRAINT portfolios_owner_key UNIQUE (owner),
  CONSTRAINT portfolios_lead_days_check CHECK (lead_days >= 1 AND lead_days <= 180),
  CONSTRAINT portfolios_owner_check CHECK (length(owner) = 18),
  CONSTRAINT portfolios_owner_name_check CHECK (owner_name <> ''::text),
  CONSTRAINT portfolios_reduction_check CHECK (reduction = ANY (ARRAY['none'::text, 'single'::text, 'joint'::text]))
);

CREATE TABLE practitioners (
  id bigint NOT NULL,
  certificate text COLLATE "C" NOT NULL,
  person_name text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  in_district bigint NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT practitioners_pkey PRIMARY KEY (id),
  CONSTRAINT practitioners_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT practitioners_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX practitioners_by_identity ON practitioners USING btree (institution, certificate) WHERE withdrawn_on IS NULL;

CREATE INDEX practitioners_by_person ON practitioners USING btree (person);

CREATE TABLE problems (
  id bigint NOT NULL,
  problem text COLLATE "C" NOT NULL,
  enterprise text COLLATE "C" NOT NULL,
  raised_on text COLLATE "C" NOT NULL,
  keeper text COLLATE "C" NOT NULL,
  due_on text COLLATE "C" NOT NULL,
  closed_on text COLLATE "C",
  outcome text COLLATE "C",
  confirmed bigint,
  closed_for text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT problems_pkey PRIMARY KEY (id),
  CONSTRAINT problems_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT problems_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX problems_by_identity ON problems USING btree (enterprise, raised_on, problem) WHERE withdrawn_on IS NULL;

CREATE TABLE query_alerts (
  id bigint NOT NULL,
  query bigint NOT NULL,
  after_entry bigint NOT NULL,
  through_entry bigint NOT NULL,
  found bigint NOT NULL,
  raised_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT query_alerts_pkey PRIMARY KEY (id),
  CONSTRAINT query_alerts_query_fkey FOREIGN KEY (query) REFERENCES saved_queries(id)
);

CREATE INDEX query_alerts_by_query ON query_alerts USING btree (query, id);

CREATE TABLE recognitions (
  id bigint NOT NULL,
  host text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  recognised_on text COLLATE "C" NOT NULL,
  ended_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT recognitions_pkey PRIMARY KEY (id),
  CONSTRAINT recognitions_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT recognitions_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX recognitions_by_identity ON recognitions USING btree (kind, host, level) WHERE withdrawn_on IS NULL;

CREATE TABLE reset_requests (
  account bigint NOT NULL,
  requested_at bigint NOT NULL,
  CONSTRAINT reset_requests_pkey PRIMARY KEY (account),
  CONSTRAINT reset_requests_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

CREATE TABLE rooms (
  id bigint NOT NULL,
  floor bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  area bigint NOT NULL,
  outline text NOT NULL,
  kind text NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  last_day text COLLATE "C",
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT rooms_pkey PRIMARY KEY (id),
  CONSTRAINT rooms_area_check CHECK (area > 0),
  CONSTRAINT rooms_check CHECK (last_day >= first_day),
  CONSTRAINT rooms_kind_check CHECK (kind = ANY (ARRAY['office'::text, 'desk'::text, 'meeting'::text, 'service'::text, 'common'::text])),
  CONSTRAINT rooms_number_check CHECK (number <> ''::text),
  CONSTRAINT rooms_outline_check CHECK (outline <> ''::text),
  CONSTRAINT rooms_floor_fkey FOREIGN KEY (floor) REFERENCES floors(id)
);

CREATE INDEX rooms_by_floor ON rooms USING btree (floor);

CREATE TABLE rule_supersession_copies (
  id bigint NOT NULL,
  address text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT rule_supersession_copies_pkey PRIMARY KEY (id),
  CONSTRAINT rule_supersession_copies_address_check CHECK (address <> ''::text),
  CONSTRAINT rule_supersession_copies_id_fkey FOREIGN KEY (id) REFERENCES rule_supersessions(id)
);

CREATE TABLE rule_supersessions (
  id bigint NOT NULL,
  rule text COLLATE "C" NOT NULL,
  value text NOT NULL,
  first_day text NOT NULL,
  basis text NOT NULL,
  document text NOT NULL,
  document_number text NOT NULL,
  article text,
  decided_on text,
  reason text NOT NULL,
  entered_by bigint NOT NULL,
  entered_at bigint NOT NULL,
  withdrawn_at bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT rule_supersessions_pkey PRIMARY KEY (id),
  CONSTRAINT rule_supersessions_basis_check CHECK (basis = ANY (ARRAY['document'::text, 'decision'::text])),
  CONSTRAINT rule_supersessions_check CHECK ((basis = 'decision'::text) = (decided_on IS NOT NULL)),
  CONSTRAINT rule_supersessions_document_check CHECK (document <> ''::text),
  CONSTRAINT rule_supersessions_document_number_check CHECK (document_number <> ''::text),
  CONSTRAINT rule_supersessions_reason_check CHECK (reason <> ''::text)
);

CREATE INDEX rule_supersessions_by_entry ON rule_supersessions USING btree (entry);

CREATE TABLE sales_returns (
  id bigint NOT NULL,
  enterprise text COLLATE "C" NOT NULL,
  year bigint NOT NULL,
  total_sales bigint NOT NULL,
  signed_by text COLLATE "C" NOT NULL,
  employees bigint,
  research bigint,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT sales_returns_pkey PRIMARY KEY (id),
  CONSTRAINT sales_returns_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT sales_returns_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX sales_returns_by_identity ON sales_returns USING btree (enterprise, year) WHERE withdrawn_on IS NULL;

CREATE TABLE saved_queries (
  id bigint NOT NULL,
  account bigint NOT NULL,
  name text NOT NULL,
  query text NOT NULL,
  narrowing text NOT NULL,
  sort_order text NOT NULL,
  watch text NOT NULL,
  created_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT saved_queries_pkey PRIMARY KEY (id),
  CONSTRAINT saved_queries_watch_check CHECK (watch = ANY (ARRAY['none'::text, 'active'::text, 'paused'::text]))
);

CREATE INDEX saved_queries_by_account ON saved_queries USING btree (account, id);

CREATE TABLE saved_query_marks (
  query bigint NOT NULL,
  through_entry bigint NOT NULL,
  CONSTRAINT saved_query_marks_pkey PRIMARY KEY (query),
  CONSTRAINT saved_query_marks_query_fkey FOREIGN KEY (query) REFERENCES saved_queries(id)
);

CREATE TABLE scheme_versions (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  hash text NOT NULL,
  content text NOT NULL,
  document text,
  reason text,
  entered_by bigint NOT NULL,
  entered_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT scheme_versions_pkey PRIMARY KEY (id),
  CONSTRAINT scheme_versions_code_number_key UNIQUE (code, number),
  CONSTRAINT scheme_versions_check CHECK ((reason IS NULL) = (document IS NULL))
);

CREATE TABLE sei_rows (
  edition bigint NOT NULL,
  place bigint NOT NULL,
  sei_code text NOT NULL,
  sei_name text NOT NULL,
  pattern text NOT NULL,
  proviso text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT sei_rows_pkey PRIMARY KEY (edition, place),
  CONSTRAINT sei_rows_pattern_check CHECK (pattern <> ''::text),
  CONSTRAINT sei_rows_place_check CHECK (place > 0),
  CONSTRAINT sei_rows_sei_code_check CHECK (sei_code <> ''::text),
  CONSTRAINT sei_rows_sei_name_check CHECK (sei_name <> ''::text),
  CONSTRAINT sei_rows_edition_fkey FOREIGN KEY (edition) REFERENCES sei_tables(id)
);

CREATE TABLE sei_tables (
  id bigint NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  file_name text NOT NULL,
  file_hash text NOT NULL,
  row_count bigint NOT NULL,
  imported_at bigint NOT NULL,
  imported_by text NOT NULL,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT sei_tables_pkey PRIMARY KEY (id),
  CONSTRAINT sei_tables_file_hash_check CHECK (length(file_hash) = 64),
  CONSTRAINT sei_tables_name_check CHECK (name <> ''::text),
  CONSTRAINT sei_tables_row_count_check CHECK (row_count > 0),
  CONSTRAINT sei_tables_source_check CHECK (source <> ''::text)
);

CREATE TABLE series_values (
  id bigint NOT NULL,
  series text COLLATE "C" NOT NULL,
  period text COLLATE "C" NOT NULL,
  period_end text COLLATE "C" NOT NULL,
  numerator bigint NOT NULL,
  denominator bigint NOT NULL,
  standing text COLLATE "C" NOT NULL,
  source text NOT NULL,
  published_on text COLLATE "C" NOT NULL,
  imported_on text COLLATE "C" NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT series_values_pkey PRIMARY KEY (id),
  CONSTRAINT series_values_series_period_standing_published_on_key UNIQUE (series, period, standing, published_on),
  CONSTRAINT series_values_denominator_check CHECK (denominator > 0),
  CONSTRAINT series_values_source_check CHECK (source <> ''::text),
  CONSTRAINT series_values_standing_check CHECK (standing = ANY (ARRAY['final'::text, 'provisional'::text]))
);

CREATE TABLE service_exports (
  id bigint NOT NULL,
  contract text COLLATE "C" NOT NULL,
  receipt text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  client text COLLATE "C" NOT NULL,
  country text COLLATE "C" NOT NULL,
  mode text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  usd bigint NOT NULL,
  rate text COLLATE "C" NOT NULL,
  rate_source text COLLATE "C" NOT NULL,
  received_on text COLLATE "C" NOT NULL,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT service_exports_pkey PRIMARY KEY (id),
  CONSTRAINT service_exports_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT service_exports_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX service_exports_by_identity ON service_exports USING btree (contract, receipt) WHERE withdrawn_on IS NULL;

CREATE TABLE services (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  client text COLLATE "C" NOT NULL,
  client_name text COLLATE "C",
  channel text COLLATE "C" NOT NULL,
  matter text COLLATE "C" NOT NULL,
  object text COLLATE "C",
  served_on text COLLATE "C" NOT NULL,
  amount bigint,
  client_place text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT services_pkey PRIMARY KEY (id),
  CONSTRAINT services_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT services_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX services_by_identity ON services USING btree (institution, number) WHERE withdrawn_on IS NULL;

CREATE INDEX services_by_served_on_id ON services USING btree (served_on, id);

CREATE INDEX services_for_figures ON services USING btree (served_on, stage, withdrawn_on, channel, matter, client_place, client, grade, institution);

CREATE INDEX services_of_clients ON services USING btree (client, served_on, stage, withdrawn_on, channel, grade, institution, client_place);

CREATE TABLE sessions (
  id bigint NOT NULL,
  token_hash text NOT NULL,
  account bigint NOT NULL,
  factor text NOT NULL,
  mandate bigint,
  address text,
  device text,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_token_hash_key UNIQUE (token_hash),
  CONSTRAINT sessions_factor_check CHECK (factor = ANY (ARRAY['awaited'::text, 'none'::text, 'given'::text])),
  CONSTRAINT sessions_account_fkey FOREIGN KEY (account) REFERENCES accounts(id),
  CONSTRAINT sessions_mandate_fkey FOREIGN KEY (mandate) REFERENCES mandates(id)
);

CREATE INDEX sessions_by_account ON sessions USING btree (account, id);

CREATE INDEX sessions_by_end ON sessions USING btree (expires_at);

CREATE TABLE sign_in_attempts (
  subject text NOT NULL,
  failures bigint NOT NULL,
  last_at bigint NOT NULL,
  CONSTRAINT sign_in_attempts_pkey PRIMARY KEY (subject)
);

CREATE INDEX sign_in_attempts_by_time ON sign_in_attempts USING btree (last_at);

CREATE TABLE sites (
  id bigint NOT NULL,
  code text COLLATE "C" NOT NULL,
  stage text NOT NULL,
  outline text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT sites_pkey PRIMARY KEY (id),
  CONSTRAINT sites_code_key UNIQUE (code),
  CONSTRAINT sites_code_check CHECK (code = ANY (ARRAY['centre'::text, 'gaoxin'::text, 'life-town'::text])),
  CONSTRAINT sites_outline_check CHECK (outline <> ''::text),
  CONSTRAINT sites_stage_check CHECK (stage = ANY (ARRAY['starting'::text, 'growing'::text, 'mature'::text]))
);

CREATE TABLE source_orders (
  id bigint NOT NULL,
  day text NOT NULL,
  ranks text NOT NULL,
  started_at bigint NOT NULL,
  started_by bigint NOT NULL,
  ended_at bigint,
  looked bigint NOT NULL,
  changed bigint NOT NULL,
  kept bigint NOT NULL,
  marks bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT source_orders_pkey PRIMARY KEY (id)
);

CREATE TABLE source_reservations (
  id bigint NOT NULL,
  source text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT source_reservations_pkey PRIMARY KEY (id),
  CONSTRAINT source_reservations_source_key UNIQUE (source)
);

CREATE TABLE staff (
  id bigint NOT NULL,
  person_name text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  contract text COLLATE "C" NOT NULL,
  from_day text COLLATE "C" NOT NULL,
  to_day text COLLATE "C",
  insured bigint,
  degree text COLLATE "C",
  graduate bigint,
  qualifications text COLLATE "C",
  position text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT staff_pkey PRIMARY KEY (id),
  CONSTRAINT staff_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT staff_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX staff_by_identity ON staff USING btree (institution, person, from_day) WHERE withdrawn_on IS NULL;

CREATE INDEX staff_by_person ON staff USING btree (person);

CREATE TABLE stage_criteria (
  id bigint NOT NULL,
  first_day text COLLATE "C" NOT NULL,
  adopted_by text NOT NULL,
  document text NOT NULL,
  withdrawn bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT stage_criteria_pkey PRIMARY KEY (id),
  CONSTRAINT stage_criteria_adopted_by_check CHECK (adopted_by <> ''::text),
  CONSTRAINT stage_criteria_document_check CHECK (document <> ''::text),
  CONSTRAINT stage_criteria_withdrawn_check CHECK (withdrawn = ANY (ARRAY[0::bigint, 1::bigint]))
);

CREATE TABLE stage_moves (
  id bigint NOT NULL,
  criteria bigint NOT NULL,
  tenant text COLLATE "C" NOT NULL,
  tenant_name text NOT NULL,
  from_stage text,
  to_stage text,
  reasons text NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT stage_moves_pkey PRIMARY KEY (id),
  CONSTRAINT stage_moves_criteria_tenant_key UNIQUE (criteria, tenant),
  CONSTRAINT stage_moves_from_stage_check CHECK (from_stage = ANY (ARRAY['starting'::text, 'growing'::text, 'mature'::text])),
  CONSTRAINT stage_moves_tenant_check CHECK (length(tenant) = 18),
  CONSTRAINT stage_moves_to_stage_check CHECK (to_stage = ANY (ARRAY['starting'::text, 'growing'::text, 'mature'::text])),
  CONSTRAINT stage_moves_criteria_fkey FOREIGN KEY (criteria) REFERENCES stage_criteria(id)
);

CREATE TABLE stage_thresholds (
  id bigint NOT NULL,
  criteria bigint NOT NULL,
  stage text NOT NULL,
  measure text NOT NULL,
  minimum bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT stage_thresholds_pkey PRIMARY KEY (id),
  CONSTRAINT stage_thresholds_criteria_stage_measure_key UNIQUE (criteria, stage, measure),
  CONSTRAINT stage_thresholds_measure_check CHECK (measure = ANY (ARRAY['staff'::text, 'revenue'::text, 'years'::text])),
  CONSTRAINT stage_thresholds_minimum_check CHECK (minimum >= 0),
  CONSTRAINT stage_thresholds_stage_check CHECK (stage = ANY (ARRAY['growing'::text, 'mature'::text])),
  CONSTRAINT stage_thresholds_criteria_fkey FOREIGN KEY (criteria) REFERENCES stage_criteria(id)
);

CREATE TABLE station_staff (
  station bigint NOT NULL,
  account bigint NOT NULL,
  since bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT station_staff_pkey PRIMARY KEY (station, account)
);

CREATE INDEX station_staff_by_account ON station_staff USING btree (account, station);

CREATE TABLE station_visits (
  matter bigint NOT NULL,
  station bigint NOT NULL,
  account bigint NOT NULL,
  queue text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  visit_key text COLLATE "C" NOT NULL,
  content text COLLATE "C" NOT NULL,
  visited_at bigint NOT NULL,
  taken_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT station_visits_pkey PRIMARY KEY (matter),
  CONSTRAINT station_visits_sequence_check CHECK (sequence > 0)
);

CREATE UNIQUE INDEX station_visits_by_key ON station_visits USING btree (account, visit_key);

CREATE UNIQUE INDEX station_visits_by_place ON station_visits USING btree (account, station, queue, sequence);

CREATE TABLE stations (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  place text COLLATE "C" NOT NULL,
  hours text COLLATE "C" NOT NULL,
  services text COLLATE "C" NOT NULL,
  phone text COLLATE "C",
  opened_on text COLLATE "C" NOT NULL,
  closed_on text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT stations_pkey PRIMARY KEY (id),
  CONSTRAINT stations_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT stations_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX stations_by_identity ON stations USING btree (number) WHERE withdrawn_on IS NULL;

CREATE TABLE support (
  id bigint NOT NULL,
  number text COLLATE "C" NOT NULL,
  institution text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  given_on text COLLATE "C" NOT NULL,
  amount bigint NOT NULL,
  note text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT support_pkey PRIMARY KEY (id),
  CONSTRAINT support_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT support_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX support_by_identity ON support USING btree (number) WHERE withdrawn_on IS NULL;

CREATE TABLE table_mappings (
  id bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  signature text NOT NULL,
  columns text NOT NULL,
  made_at bigint NOT NULL,
  made_by bigint NOT NULL,
  withdrawn_at bigint,
  withdrawn_because text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT table_mappings_pkey PRIMARY KEY (id),
  CONSTRAINT table_mappings_name_key UNIQUE (name),
  CONSTRAINT table_mappings_check CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
);

CREATE TABLE token_uses (
  token bigint NOT NULL,
  used_at bigint NOT NULL,
  CONSTRAINT token_uses_pkey PRIMARY KEY (token),
  CONSTRAINT token_uses_token_fkey FOREIGN KEY (token) REFERENCES tokens(id)
);

CREATE TABLE tokens (
  id bigint NOT NULL,
  account bigint NOT NULL,
  label text NOT NULL,
  tail text NOT NULL,
  token_hash text NOT NULL,
  scopes text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  revoked_at bigint,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT tokens_pkey PRIMARY KEY (id),
  CONSTRAINT tokens_token_hash_key UNIQUE (token_hash),
  CONSTRAINT tokens_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

CREATE INDEX tokens_by_account ON tokens USING btree (account, id);

CREATE TABLE trademarks (
  file bigint NOT NULL,
  line bigint NOT NULL,
  run bigint NOT NULL,
  identity text COLLATE "C" NOT NULL,
  sort text NOT NULL,
  office text NOT NULL,
  application_number text,
  registration_number text,
  name text,
  applicants text,
  agents text,
  classes text,
  goods text,
  filing_day text,
  publication_day text,
  registration_day text,
  renewal_day text,
  end_day text,
  status text,
  status_day text,
  said text,
  precedence bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT trademarks_pkey PRIMARY KEY (file, line),
  CONSTRAINT trademarks_sort_check CHECK (sort = ANY (ARRAY['trademark'::text, 'geographical-indication'::text]))
);

CREATE INDEX trademarks_by_identity ON trademarks USING btree (identity);

CREATE TABLE transfers (
  id bigint NOT NULL,
  patent text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  changed_on text COLLATE "C" NOT NULL,
  from_zone bigint NOT NULL,
  to_zone bigint NOT NULL,
  brokered bigint NOT NULL,
  price bigint,
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT transfers_pkey PRIMARY KEY (id),
  CONSTRAINT transfers_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT transfers_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE INDEX transfers_by_changed_on_id ON transfers USING btree (changed_on, id);

CREATE UNIQUE INDEX transfers_by_identity ON transfers USING btree (patent, changed_on, kind) WHERE withdrawn_on IS NULL;

CREATE TABLE visits (
  id bigint NOT NULL,
  enterprise text COLLATE "C" NOT NULL,
  visited_on text COLLATE "C" NOT NULL,
  visitors text COLLATE "C" NOT NULL,
  summary text COLLATE "C",
  grade bigint NOT NULL,
  document text,
  stage text NOT NULL,
  remark text,
  withdrawn_on text COLLATE "C",
  withdrawn_for text,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT visits_pkey PRIMARY KEY (id),
  CONSTRAINT visits_grade_check CHECK (grade >= 1 AND grade <= 4),
  CONSTRAINT visits_stage_check CHECK (stage = ANY (ARRAY['filed'::text, 'approved'::text, 'returned'::text]))
);

CREATE UNIQUE INDEX visits_by_identity ON visits USING btree (enterprise, visited_on) WHERE withdrawn_on IS NULL;

CREATE TABLE webhook_endpoints (
  id bigint NOT NULL,
  title text NOT NULL,
  address text NOT NULL,
  owner bigint NOT NULL,
  stage text NOT NULL,
  created_by bigint NOT NULL,
  created_at bigint NOT NULL,
  entry bigint NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT webhook_endpoints_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_endpoints_stage_check CHECK (stage = ANY (ARRAY['active'::text, 'paused'::text, 'broken'::text])),
  CONSTRAINT webhook_endpoints_title_check CHECK (title <> ''::text)
);

CREATE INDEX webhook_endpoints_by_owner ON webhook_endpoints USING btree (owner);

CREATE TABLE webhook_keys (
  endpoint bigint NOT NULL,
  sealed bytea NOT NULL,
  failures bigint NOT NULL,
  CONSTRAINT webhook_keys_pkey PRIMARY KEY (endpoint),
  CONSTRAINT webhook_keys_endpoint_fkey FOREIGN KEY (endpoint) REFERENCES webhook_endpoints(id)
);

CREATE TABLE zone (
  id bigint NOT NULL,
  demonstration bigint NOT NULL,
  created_at bigint NOT NULL,
  last_node bigint NOT NULL,
  CONSTRAINT zone_pkey PRIMARY KEY (id),
  CONSTRAINT zone_demonstration_check CHECK (demonstration = ANY (ARRAY[0::bigint, 1::bigint])),
  CONSTRAINT zone_id_check CHECK (id = 1)
);

CREATE TABLE zone_key (
  id bigint NOT NULL,
  mark text NOT NULL,
  CONSTRAINT zone_key_pkey PRIMARY KEY (id),
  CONSTRAINT zone_key_id_check CHECK (id = 1)
);

CREATE VIEW account_contacts AS
 SELECT accounts.id,
    accounts.name,
    accounts.name_key,
    accounts.email,
    accounts.language,
    accounts.stage
   FROM accounts
  WHERE accounts.stage = ANY (ARRAY['active'::text, 'invited'::text]);

CREATE VIEW mandate_holders AS
 SELECT mandates.organisation,
    mandates.holder,
    mandates.from_day,
    mandates.to_day
   FROM mandates
     JOIN accounts ON accounts.id = mandates.holder
  WHERE mandates.stage = 'approved'::text AND accounts.stage = 'active'::text;

CREATE VIEW role_holders AS
 SELECT account_roles.role,
    account_roles.account
   FROM account_roles
     JOIN accounts ON accounts.id = account_roles.account
  WHERE accounts.stage = 'active'::text;

CREATE VIEW series_in_use AS
 SELECT ranked.id,
    ranked.series,
    ranked.period,
    ranked.period_end,
    ranked.numerator,
    ranked.denominator,
    ranked.standing
   FROM ( SELECT series_values.id,
            series_values.series,
            series_values.period,
            series_values.period_end,
            series_values.numerator,
            series_values.denominator,
            series_values.standing,
            row_number() OVER (PARTITION BY series_values.series, series_values.period ORDER BY series_values.standing, series_values.published_on DESC, series_values.id DESC) AS place
           FROM series_values) ranked
  WHERE ranked.place = 1;
