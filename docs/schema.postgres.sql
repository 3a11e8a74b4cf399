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

CREATE TABLE form_uses (
  form text NOT NULL,
  used_at bigint NOT NULL,
  outcome text,
  CONSTRAINT form_uses_pkey PRIMARY KEY (form)
);

CREATE INDEX form_uses_by_time ON form_uses USING btree (used_at);

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

CREATE TABLE leases (
  name text NOT NULL,
  holder text NOT NULL,
  until bigint NOT NULL,
  CONSTRAINT leases_pkey PRIMARY KEY (name)
);

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

CREATE TABLE migrations (
  name text NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (name)
);

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

CREATE TABLE reset_requests (
  account bigint NOT NULL,
  requested_at bigint NOT NULL,
  CONSTRAINT reset_requests_pkey PRIMARY KEY (account),
  CONSTRAINT reset_requests_account_fkey FOREIGN KEY (account) REFERENCES accounts(id)
);

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
