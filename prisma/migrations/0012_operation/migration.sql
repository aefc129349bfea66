-- What keeps the machine honest.

CREATE TABLE idempotency_record (
  scope text NOT NULL,
  key text NOT NULL,
  request_hash bytea NOT NULL,
  status integer NOT NULL,
  response json NOT NULL,
  created_at timestamptz(6) NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_record_created_at_idx ON idempotency_record (created_at);

-- Outbox: a workflow that must exist. The starter makes it so.
CREATE TABLE workflow_start (
  id bigserial PRIMARY KEY,
  workflow_type text NOT NULL,
  workflow_id text NOT NULL,
  task_queue text NOT NULL,
  input jsonb NOT NULL,
  search_attributes jsonb NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_at timestamptz(6),
  run_id text,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  -- Rows that nobody hands to Temporal yet: those of a history that is being filled in beside a
  -- running platform. Who fills it in plays those lives itself, says so of its connections
  -- (`lunas.outbox = held`), and lets the rows go at its end.
  held boolean NOT NULL DEFAULT COALESCE(current_setting('lunas.outbox', true) = 'held', false)
);
CREATE INDEX workflow_start_waiting ON workflow_start (attempts, id) WHERE started_at IS NULL;
CREATE UNIQUE INDEX workflow_start_workflow_id_key ON workflow_start (workflow_id);

-- Outbox: "look again". May be lost, doubled or late; costs delay, never money.
CREATE TABLE poke (
  id bigserial PRIMARY KEY,
  workflow_id text NOT NULL,
  reason text NOT NULL,
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  sent_at timestamptz(6),
  outcome text,
  -- As in workflow_start.
  held boolean NOT NULL DEFAULT COALESCE(current_setting('lunas.outbox', true) = 'held', false)
);
CREATE INDEX poke_waiting ON poke (id) WHERE sent_at IS NULL;

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  -- The order in which the agency must get them.
  position bigserial,
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  placement_id uuid NOT NULL REFERENCES placement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  type text NOT NULL,
  payload json NOT NULL,
  created_at timestamptz(6) NOT NULL,
  delivered_at timestamptz(6),
  attempts integer NOT NULL DEFAULT 0,
  last_status integer,
  last_error text,
  -- A closed set (AGENCY_MESSAGES).
  CONSTRAINT webhook_delivery_type
    CHECK (type IN ('placement.created', 'placement.direct_payment', 'placement.adjusted',
      'placement.recalled'))
);
-- The last messages of an agency, for the agency to see.
CREATE INDEX webhook_delivery_agency_id_position_idx ON webhook_delivery (agency_id, "position"
  DESC);
CREATE INDEX webhook_delivery_placement_id_idx ON webhook_delivery (placement_id);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (placement_id)
  WHERE delivered_at IS NULL;
CREATE TRIGGER webhook_delivery_audit AFTER INSERT OR DELETE OR UPDATE ON webhook_delivery
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE mail_message (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  business_key text NOT NULL,
  message_id text NOT NULL,
  kind text NOT NULL,
  customer_id uuid,
  invoice_id uuid,
  notice_id uuid REFERENCES dunning_notice (id) ON DELETE SET NULL ON UPDATE CASCADE,
  recipient text NOT NULL,
  language text NOT NULL,
  subject text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  failure text,
  created_at timestamptz(6) NOT NULL,
  -- Machine time: the lease of the attempt that is handing the mail over.
  attempted_at timestamptz(6),
  sent_at timestamptz(6),
  CONSTRAINT mail_message_state
    CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unconfirmed'))
);
CREATE UNIQUE INDEX mail_message_business_key_key ON mail_message (business_key);
CREATE UNIQUE INDEX mail_message_message_id_key ON mail_message (message_id);
CREATE UNIQUE INDEX mail_message_notice_id_key ON mail_message (notice_id);
CREATE TRIGGER mail_message_audit AFTER INSERT OR DELETE OR UPDATE ON mail_message
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Who did what, when, from where, before and after. Written by triggers in the transaction of the
-- change.
CREATE TABLE audit_row (
  id bigserial PRIMARY KEY,
  at timestamptz(6) NOT NULL,
  recorded_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  origin text NOT NULL,
  request_id text NOT NULL,
  action text NOT NULL,
  table_name text NOT NULL,
  row_id text NOT NULL,
  before jsonb,
  after jsonb
);
CREATE INDEX audit_row_table_name_row_id_idx ON audit_row (table_name, row_id);
-- Payments that belonged to a customer once (payments_of_then).
CREATE INDEX audit_row_payer_before ON audit_row ((before->>'customer_id'))
  WHERE table_name = 'payment' AND action = 'update' AND before ? 'customer_id';
CREATE TRIGGER audit_row_immutable BEFORE DELETE OR UPDATE ON audit_row
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER audit_row_not_truncated BEFORE TRUNCATE ON audit_row
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Rows `first_row` to `last_row` of the audit trail, or entries of the journal by their position, as
-- they were, the seal before, and a signature over both. See ADR 9.
-- `leaves`: for each row its id (8 bytes, big-endian) and the SHA-256 of its canonical content,
-- ascending, so that a finding names the row and not only the seal. `key_id`: which public key the
-- signature belongs to.
CREATE TABLE audit_seal (
  id bigserial PRIMARY KEY,
  trail text NOT NULL,
  first_row bigint NOT NULL,
  last_row bigint NOT NULL,
  leaves bytea NOT NULL,
  digest bytea NOT NULL,
  previous_digest bytea NOT NULL,
  signature bytea NOT NULL,
  key_id text NOT NULL,
  sealed_at timestamptz(6) NOT NULL,
  CONSTRAINT audit_seal_digests CHECK (length(digest) = 32 AND length(previous_digest) = 32),
  CONSTRAINT audit_seal_leaves CHECK (length(leaves) > 0 AND length(leaves) % 40 = 0),
  CONSTRAINT audit_seal_rows CHECK (first_row <= last_row),
  CONSTRAINT audit_seal_trail CHECK (trail IN ('audit', 'journal'))
);
CREATE UNIQUE INDEX audit_seal_trail_last_row_key ON audit_seal (trail, last_row);
-- A seal has one successor: of two workers that seal at once, one is refused and looks again.
CREATE UNIQUE INDEX audit_seal_trail_previous_digest_key ON audit_seal (trail, previous_digest);
CREATE TRIGGER audit_seal_immutable BEFORE DELETE OR UPDATE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER audit_seal_not_truncated BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Something a person must look at.
CREATE TABLE work_item (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  store_id uuid,
  customer_id uuid,
  sale_id uuid,
  amount bigint,
  currency char(3),
  detail jsonb NOT NULL,
  state text NOT NULL DEFAULT 'open',
  opened_at timestamptz(6) NOT NULL,
  closed_at timestamptz(6),
  closed_by text,
  -- What a person said who ended it with a reason.
  resolution text,
  -- Whose it is, and until when it is out of the queue. Whoever changes either names the version that
  -- they saw, so that of two people the second is told.
  assignee_id uuid REFERENCES app_user (id) ON DELETE SET NULL ON UPDATE CASCADE,
  snoozed_until date,
  changed_by text,
  version integer NOT NULL DEFAULT 0,
  CONSTRAINT work_item_state CHECK (state IN ('open', 'done'))
);
CREATE UNIQUE INDEX work_item_kind_subject_id_key ON work_item (kind, subject_id);
CREATE INDEX work_item_state_opened_at_id_idx ON work_item (state, opened_at, id);
CREATE INDEX work_item_assignee_id_idx ON work_item (assignee_id);
CREATE TRIGGER work_item_audit AFTER INSERT OR DELETE OR UPDATE ON work_item
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What a door could not accept, exactly as it was sent, for a person to look at.
CREATE TABLE quarantine (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  door text NOT NULL,
  subject_id text,
  code text NOT NULL,
  detail text NOT NULL,
  param text,
  content_type text NOT NULL,
  content bytea NOT NULL,
  content_hash bytea NOT NULL,
  actor_id text NOT NULL,
  received_at timestamptz(6) NOT NULL,
  resolved_at timestamptz(6),
  resolved_by text,
  -- The store of the till or the person that sent it: a store's staff sees what came from its own
  -- store alone. None: machines of the whole company and agencies.
  store_id uuid,
  -- Came when the sender had filled its part: only the last of these stay.
  overflow boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX quarantine_door_content_hash_code_key ON quarantine (door, content_hash, code);
CREATE INDEX quarantine_open_of_sender ON quarantine (actor_id) WHERE resolved_at IS NULL;
-- That something came stands in its work item; the trail tells what became of it.
CREATE TRIGGER quarantine_audit AFTER DELETE OR UPDATE ON quarantine
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What a company has in other systems, brought in by files. See IMPORT_STATES.
CREATE TABLE import_profile (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  -- The name of the column of each field that no known name finds; `#3` is the third column.
  columns jsonb NOT NULL,
  decimal_mark text,
  date_order text,
  -- What is taken for a field that the file says nothing about.
  defaults jsonb NOT NULL,
  CONSTRAINT import_profile_decimal_mark CHECK (decimal_mark IN ('.', ',')),
  CONSTRAINT import_profile_date_order CHECK (date_order IN ('dmy', 'mdy', 'ymd'))
);
CREATE UNIQUE INDEX import_profile_code_key ON import_profile (code);
CREATE TRIGGER import_profile_audit AFTER INSERT OR DELETE OR UPDATE ON import_profile
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE import (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL,
  mode text NOT NULL,
  file_hash bytea NOT NULL,
  file_bytes integer NOT NULL,
  profile_id uuid REFERENCES import_profile (id) ON DELETE SET NULL ON UPDATE CASCADE,
  -- What the caller says about the whole file, such as the place of opening stock.
  settings jsonb NOT NULL,
  state text NOT NULL,
  -- What was recognised: encoding, delimiter, header, columns.
  format jsonb,
  refusal_code text,
  refusal_detail text,
  refusal_place text,
  received_at timestamptz(6) NOT NULL,
  received_by text NOT NULL,
  ended_at timestamptz(6),
  undone_at timestamptz(6),
  undone_by text,
  CONSTRAINT import_mode CHECK (mode IN ('write', 'dry-run')),
  CONSTRAINT import_state CHECK (state IN ('received', 'read', 'done', 'refused', 'undone'))
);
-- The same bytes of one kind are brought in once. A dry run that has ended may be repeated, and so
-- may what was refused or undone.
CREATE UNIQUE INDEX import_once ON import (kind, mode, file_hash)
  WHERE state IN ('received', 'read') OR (state = 'done' AND mode = 'write');
CREATE INDEX import_received_at_id_idx ON import (received_at, id);
CREATE TRIGGER import_audit AFTER INSERT OR DELETE OR UPDATE ON import
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- The bytes of the file as they came, in pieces, so that nobody has to hold all of them.
CREATE TABLE import_piece (
  import_id uuid NOT NULL REFERENCES import (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  "position" integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (import_id, "position")
);

-- One row of a file and what became of it. `key` is the source's own, `digest` that of what the row
-- says: the same key with the same digest is known and not brought in again.
CREATE TABLE import_row (
  import_id uuid NOT NULL REFERENCES import (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line integer NOT NULL,
  cells jsonb NOT NULL,
  state text NOT NULL DEFAULT 'read',
  key text,
  digest bytea,
  subject_id text,
  -- What it changed, or would change, of a record that was there: [{field, before, after}].
  changes jsonb,
  faults jsonb,
  PRIMARY KEY (import_id, line),
  CONSTRAINT import_row_state
    CHECK (state IN ('read', 'written', 'would-be-written', 'known', 'refused', 'undone'))
);
CREATE INDEX import_row_waiting ON import_row (import_id, line) WHERE state = 'read';
CREATE INDEX import_row_refused ON import_row (import_id, line) WHERE state = 'refused';
CREATE INDEX import_row_key ON import_row (key)
  WHERE state IN ('written', 'would-be-written', 'undone');

-- What people wrote at a work item, for whoever looks at it next.
CREATE TABLE work_note (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  work_item_id uuid NOT NULL REFERENCES work_item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  text text NOT NULL,
  written_at timestamptz(6) NOT NULL,
  written_by text NOT NULL,
  written_by_name text NOT NULL,
  withdrawn_at timestamptz(6)
);
CREATE INDEX work_note_work_item_id_idx ON work_note (work_item_id);
CREATE TRIGGER work_note_audit AFTER INSERT OR DELETE OR UPDATE ON work_note
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- ------------------------------------------------------------------ rights

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_record TO lunas_app;
GRANT SELECT, INSERT, UPDATE ON workflow_start, poke TO lunas_app;
-- Letters and messages of agencies are written by commands alone (open_letter, record_webhook_attempt).
GRANT SELECT ON webhook_delivery, mail_message TO lunas_app;
-- What a piece of work is about, and what was sent to us, stay as they were.
GRANT SELECT, INSERT, UPDATE (state, opened_at, closed_at, closed_by, resolution, snoozed_until,
  detail, amount) ON work_item TO lunas_app;
GRANT SELECT, INSERT, UPDATE (resolved_at, resolved_by) ON quarantine TO lunas_app;
GRANT SELECT, INSERT, UPDATE ON import_profile, import, import_piece, import_row TO lunas_app;
GRANT SELECT ON webhook_delivery TO lunas_partner;
GRANT SELECT ON audit_row, work_note TO lunas_app;
GRANT SELECT, INSERT ON audit_seal TO lunas_app;

ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_delivery_fence ON webhook_delivery USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);
