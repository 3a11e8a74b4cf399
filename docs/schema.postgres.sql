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
