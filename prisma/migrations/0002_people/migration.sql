-- People, keys and sessions.

CREATE TABLE app_user (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  email text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  language text NOT NULL,
  password_hash text NOT NULL,
  -- Null: no password fits, until the person sets one by a code.
  password_set_at timestamptz(6),
  active boolean NOT NULL DEFAULT true,
  store_id uuid,
  -- Of a person who works for a collection agency and not for the company.
  agency_id uuid,
  created_at timestamptz(6) NOT NULL,
  CONSTRAINT app_user_role
    CHECK (role IN ('cashier', 'storeManager', 'arClerk', 'arManager', 'creditController',
      'owner', 'auditor', 'admin', 'partner')),
  CONSTRAINT app_user_bound CHECK ((role = 'partner') = (agency_id IS NOT NULL))
);
CREATE UNIQUE INDEX app_user_email_key ON app_user (email);
CREATE TRIGGER app_user_audit AFTER INSERT OR DELETE OR UPDATE ON app_user
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE api_key (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  key_id text NOT NULL,
  secret_hash bytea NOT NULL,
  label text NOT NULL,
  role text NOT NULL,
  scopes text[],
  terminal_id uuid REFERENCES terminal (id) ON DELETE SET NULL ON UPDATE CASCADE,
  agency_id uuid,
  user_id uuid REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL,
  expires_at timestamptz(6),
  revoked_at timestamptz(6),
  CONSTRAINT api_key_bound
    CHECK ( (role = 'terminal') = (terminal_id IS NOT NULL) AND (role = 'partner') = (agency_id IS
      NOT NULL)),
  CONSTRAINT api_key_role
    CHECK (role IN ('cashier', 'storeManager', 'arClerk', 'arManager', 'creditController',
      'owner', 'auditor', 'admin', 'terminal', 'partner', 'integration'))
);
CREATE UNIQUE INDEX api_key_key_id_key ON api_key (key_id);
CREATE TRIGGER api_key_audit AFTER INSERT OR DELETE OR UPDATE ON api_key
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER api_key_ended BEFORE UPDATE ON api_key
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION keep_ended();
CREATE TRIGGER api_key_role_of_person BEFORE INSERT OR UPDATE OF role, user_id ON api_key
  FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION keep_role_of_person();

-- Where people sign in with an account of elsewhere (OpenID Connect).
CREATE TABLE identity_provider (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  issuer text NOT NULL,
  client_id text NOT NULL,
  secret_cipher bytea NOT NULL,
  -- With spaces between them.
  scopes text NOT NULL,
  -- The claim that names the groups of a person.
  groups_claim text NOT NULL,
  admits text NOT NULL,
  -- Passwords let in administrators and people of agencies alone.
  required boolean NOT NULL,
  active boolean NOT NULL DEFAULT false,
  -- Counts the changes of how it is reached: a test is of one of them.
  version integer NOT NULL DEFAULT 1,
  tested_version integer,
  created_at timestamptz(6) NOT NULL,
  CONSTRAINT identity_provider_admits CHECK (admits IN ('invited', 'everybody')),
  CONSTRAINT identity_provider_tested CHECK (NOT active OR coalesce(tested_version, 0) = version)
);
CREATE UNIQUE INDEX identity_provider_issuer_key ON identity_provider (issuer);
CREATE TRIGGER identity_provider_audit AFTER INSERT OR DELETE OR UPDATE ON identity_provider
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What people of a group at a provider are here; the first line that fits counts.
CREATE TABLE identity_provider_role (
  provider_id uuid NOT NULL
    REFERENCES identity_provider (id) ON DELETE CASCADE ON UPDATE CASCADE,
  position integer NOT NULL,
  group_name text NOT NULL,
  role text NOT NULL,
  store_id uuid REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  PRIMARY KEY (provider_id, position),
  CONSTRAINT identity_provider_role_role
    CHECK (role IN ('cashier', 'storeManager', 'arClerk', 'arManager', 'creditController',
      'owner', 'auditor', 'admin')),
  CONSTRAINT identity_provider_role_store
    CHECK ((role IN ('cashier', 'storeManager')) = (store_id IS NOT NULL))
);
CREATE UNIQUE INDEX identity_provider_role_provider_id_group_name_key
  ON identity_provider_role (provider_id, group_name);
CREATE TRIGGER identity_provider_role_audit AFTER INSERT OR DELETE OR UPDATE
  ON identity_provider_role
  FOR EACH ROW EXECUTE FUNCTION audit_change('provider_id', 'position');

-- Who somebody is at a provider: the issuer and its name for the person, never an e-mail address.
CREATE TABLE person_identity (
  issuer text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  linked_at timestamptz(6) NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE UNIQUE INDEX person_identity_user_id_key ON person_identity (user_id);
CREATE TRIGGER person_identity_audit AFTER INSERT OR DELETE OR UPDATE ON person_identity
  FOR EACH ROW EXECUTE FUNCTION audit_change('user_id');

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  token_hash bytea NOT NULL,
  csrf_token text NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  -- A session that nobody uses ends before its day is over.
  last_seen_at timestamptz(6) NOT NULL,
  -- When its person last proved who it is: approvals ask for it again.
  password_at timestamptz(6) NOT NULL,
  ended_at timestamptz(6),
  -- From where, and with which program, its person signed in.
  address text NOT NULL,
  user_agent text,
  -- The provider by which it began; null: by a password.
  provider_id uuid REFERENCES identity_provider (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The provider has asked for a second factor.
  second_factor_there boolean NOT NULL DEFAULT false
);
CREATE INDEX session_provider_id_idx ON session (provider_id) WHERE ended_at IS NULL;
CREATE INDEX session_user_id_idx ON session (user_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX session_token_hash_key ON session (token_hash);
-- Not its last use, which moves with every minute.
CREATE TRIGGER session_audit AFTER INSERT OR DELETE OR UPDATE OF user_id, created_at, expires_at,
  address ON session FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- The second factor of a person: a secret shared with an app that makes a code of six digits every
-- 30 seconds (RFC 6238).
CREATE TABLE second_factor (
  user_id uuid PRIMARY KEY REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  secret_cipher bytea NOT NULL,
  created_at timestamptz(6) NOT NULL,
  -- Null: begun; the person has not proved yet that the app has it.
  confirmed_at timestamptz(6),
  -- The step of time of the last code: each code is good once.
  last_step bigint NOT NULL DEFAULT 0
);
CREATE TRIGGER second_factor_audit AFTER INSERT OR DELETE OR UPDATE ON second_factor
  FOR EACH ROW EXECUTE FUNCTION audit_change('user_id');

-- A code that stands in for the second factor once, for who has lost the app.
CREATE TABLE recovery_code (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  secret_hash bytea NOT NULL,
  created_at timestamptz(6) NOT NULL,
  used_at timestamptz(6)
);
CREATE UNIQUE INDEX recovery_code_user_id_secret_hash_key ON recovery_code (user_id, secret_hash);
CREATE TRIGGER recovery_code_audit AFTER INSERT OR DELETE OR UPDATE ON recovery_code
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER recovery_code_ended BEFORE UPDATE ON recovery_code
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL) EXECUTE FUNCTION keep_ended();

-- The roles whose people need a second factor.
CREATE TABLE second_factor_role (
  role text PRIMARY KEY,
  CONSTRAINT second_factor_role_role
    CHECK (role IN ('cashier', 'storeManager', 'arClerk', 'arManager', 'creditController',
      'owner', 'auditor', 'admin'))
);
CREATE TRIGGER second_factor_role_audit AFTER INSERT OR DELETE OR UPDATE ON second_factor_role
  FOR EACH ROW EXECUTE FUNCTION audit_change('role');

-- Who signed in, failed to, or signed out: from where and when. Written once, never changed.
CREATE TABLE sign_in (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  at timestamptz(6) NOT NULL,
  kind text NOT NULL,
  -- Empty while nobody knows who it is.
  email text NOT NULL,
  user_id uuid,
  address text NOT NULL,
  user_agent text,
  -- By which provider, and the code of what was refused.
  provider_id uuid,
  reason text,
  CONSTRAINT sign_in_kind CHECK (kind IN ('signed-in', 'refused', 'locked-out', 'signed-out',
    'confirmed', 'password-changed', 'second-factor-set', 'second-factor-ended',
    'provider-refused', 'provider-tested'))
);
CREATE INDEX sign_in_email_at_idx ON sign_in (email, at);
CREATE INDEX sign_in_address_at_idx ON sign_in (address, at);
CREATE TRIGGER sign_in_immutable BEFORE DELETE OR UPDATE ON sign_in
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sign_in_untruncatable BEFORE TRUNCATE ON sign_in
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A code that somebody is shown once and hands in once: a till for its key, a person to set a
-- password.
CREATE TABLE one_time_code (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  purpose text NOT NULL,
  secret_hash bytea NOT NULL,
  terminal_id uuid REFERENCES terminal (id) ON DELETE SET NULL ON UPDATE CASCADE,
  user_id uuid REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  agency_id uuid,
  -- What the key of an agency is called.
  label text,
  created_by text NOT NULL,
  created_at timestamptz(6) NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  -- Handed in, or replaced by a later one.
  ended_at timestamptz(6),
  CONSTRAINT one_time_code_purpose CHECK (purpose IN ('enrolment', 'agency', 'password')),
  CONSTRAINT one_time_code_bound
    CHECK ((purpose = 'enrolment') = (terminal_id IS NOT NULL)
      AND (purpose = 'agency') = (agency_id IS NOT NULL)
      AND (purpose = 'password') = (user_id IS NOT NULL))
);
CREATE UNIQUE INDEX one_time_code_secret_hash_key ON one_time_code (secret_hash);
CREATE INDEX one_time_code_terminal_id_idx ON one_time_code (terminal_id);
CREATE INDEX one_time_code_agency_id_idx ON one_time_code (agency_id);
CREATE INDEX one_time_code_user_id_idx ON one_time_code (user_id);
CREATE TRIGGER one_time_code_audit AFTER INSERT OR DELETE OR UPDATE ON one_time_code
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER one_time_code_ended BEFORE UPDATE ON one_time_code
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION keep_ended();

-- The PIN by which a person of a store is known at its tills. One that a manager has given is good
-- for being changed alone.
CREATE TABLE staff_pin (
  user_id uuid PRIMARY KEY REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Argon2id in PHC form, with the salt of its own.
  pin_hash text NOT NULL,
  is_own boolean NOT NULL,
  set_at timestamptz(6) NOT NULL,
  good_until timestamptz(6) NOT NULL
);
CREATE TRIGGER staff_pin_audit AFTER INSERT OR DELETE OR UPDATE ON staff_pin
  FOR EACH ROW EXECUTE FUNCTION audit_change('user_id');

-- Each PIN that was typed at a till, and what for; those without a connection came later. Written
-- once, never changed.
CREATE TABLE staff_pin_check (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  terminal_id uuid NOT NULL REFERENCES terminal (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  purpose text NOT NULL,
  -- The sale or document that it was typed for.
  about uuid,
  outcome text NOT NULL,
  is_offline boolean NOT NULL,
  at timestamptz(6) NOT NULL,
  CONSTRAINT staff_pin_check_outcome CHECK (outcome IN ('right', 'wrong')),
  CONSTRAINT staff_pin_check_purpose
    CHECK (purpose IN ('sign-in', 'tender-change', 'void', 'line-removal', 'price', 'discount',
      'refund', 'reprint', 'drawer', 'offline-sale', 'pin-change'))
);
CREATE INDEX staff_pin_check_user_id_at_idx ON staff_pin_check (user_id, at);
CREATE TRIGGER staff_pin_check_immutable BEFORE DELETE OR UPDATE ON staff_pin_check
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER staff_pin_check_not_truncated BEFORE TRUNCATE ON staff_pin_check
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The filters of a list that a person keeps under a name.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  list text NOT NULL,
  name text NOT NULL,
  -- As they stand in the address of the list, after the question mark.
  filters text NOT NULL,
  changed_at timestamptz(6) NOT NULL,
  CONSTRAINT saved_view_list
    CHECK (list IN ('sales', 'queue', 'customers', 'matching', 'agencies', 'ledger', 'stock',
      'prices'))
);
CREATE INDEX saved_view_user_id_list_idx ON saved_view (user_id, list);
CREATE TRIGGER saved_view_audit AFTER INSERT OR DELETE OR UPDATE ON saved_view
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- ------------------------------------------------------------------ rights

-- A person is added without a password. Role, store and access change by a command (change_person),
-- and a password is set by a code or from an open session (set_password, replace_password).
GRANT SELECT, INSERT (id, email, name, role, language, password_hash, active, store_id, agency_id,
  created_at) ON app_user TO lunas_app;
-- Whose key or code it is, and its secret, never change; an end does not come back (keep_ended).
GRANT SELECT, INSERT, UPDATE (expires_at, revoked_at) ON api_key TO lunas_app;
GRANT SELECT, INSERT, UPDATE (ended_at) ON one_time_code TO lunas_app;
-- A session begins by a command (begin_session); whose it is and how long it may last never changes.
GRANT SELECT, UPDATE (last_seen_at, password_at, ended_at) ON session TO lunas_app;
GRANT SELECT, INSERT, UPDATE (secret_cipher, created_at, confirmed_at, last_step), DELETE
  ON second_factor TO lunas_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON recovery_code TO lunas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor_role TO lunas_app;
-- Nobody switches on what was not tried (identity_provider_tested).
GRANT SELECT, INSERT, UPDATE (name, issuer, client_id, secret_cipher, scopes, groups_claim, admits,
  required, active, version, tested_version), DELETE ON identity_provider TO lunas_app;
GRANT SELECT, INSERT, DELETE ON identity_provider_role TO lunas_app;
-- Whose an identity is says a command (know_identity); it is taken away, and never given to another.
GRANT SELECT, DELETE ON person_identity TO lunas_app;
GRANT SELECT, INSERT ON sign_in, staff_pin_check TO lunas_app;
-- Kept and removed by commands (keep_saved_view, remove_saved_view), each by its own person.
GRANT SELECT ON saved_view TO lunas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_pin TO lunas_app;
