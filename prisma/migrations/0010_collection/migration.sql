-- Collection agencies.

-- The secret in use stays where it is; its id names it without telling it. Since when is not known
-- of those that were
-- agreed before.
CREATE TABLE agency (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  name text NOT NULL,
  country char(2) NOT NULL,
  language text NOT NULL,
  currency char(3) NOT NULL,
  -- Whom our people talk to.
  contact_name text,
  email text,
  phone text,
  -- The tax on its commission.
  commission_tax_basis_points integer NOT NULL,
  webhook_url text,
  webhook_secret_cipher bytea,
  webhook_secret_id uuid NOT NULL DEFAULT uuid_v7(),
  webhook_secret_since timestamptz(6),
  active boolean NOT NULL DEFAULT true,
  -- Days after a recall in which payments are still reported that came before it; 0: none.
  recall_report_days integer NOT NULL DEFAULT 14,
  CONSTRAINT agency_commission_tax CHECK (commission_tax_basis_points BETWEEN 0 AND 10000),
  CONSTRAINT agency_recall_report_days CHECK (recall_report_days BETWEEN 0 AND 366)
);
CREATE UNIQUE INDEX agency_code_key ON agency (code);
CREATE TRIGGER agency_audit AFTER INSERT OR DELETE OR UPDATE ON agency
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
-- What was agreed with an agency. A later version holds from its first day on, for what is placed
-- then; a case keeps the version that it was placed under.
CREATE TABLE agreement (
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  version integer NOT NULL,
  valid_from date NOT NULL,
  commission_schedule jsonb NOT NULL,
  agreed_by text NOT NULL,
  agreed_at timestamptz(6) NOT NULL,
  PRIMARY KEY (agency_id, version),
  CONSTRAINT agreement_version CHECK (version >= 1)
);
CREATE TRIGGER agreement_audit AFTER INSERT OR DELETE OR UPDATE ON agreement
  FOR EACH ROW EXECUTE FUNCTION audit_change('agency_id', 'version');
CREATE TRIGGER agreement_immutable BEFORE DELETE OR UPDATE ON agreement
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER agreement_not_truncated BEFORE TRUNCATE ON agreement
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

ALTER TABLE api_key ADD FOREIGN KEY (agency_id) REFERENCES agency (id)
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE one_time_code ADD FOREIGN KEY (agency_id) REFERENCES agency (id)
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE app_user ADD FOREIGN KEY (agency_id) REFERENCES agency (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- A secret that was replaced: it signs beside the new one until it expires.
-- A secret that was replaced: it signs beside the new one until it expires. The audit trail leaves
-- a column of this
-- name out.
CREATE TABLE retired_webhook_secret (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  webhook_secret_cipher bytea NOT NULL,
  since timestamptz(6),
  expires_at timestamptz(6) NOT NULL
);
CREATE INDEX retired_webhook_secret_agency_id_idx ON retired_webhook_secret (agency_id);
CREATE TRIGGER retired_webhook_secret_audit AFTER INSERT OR DELETE OR UPDATE ON
  retired_webhook_secret FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- placed = collected by agency + paid direct + adjusted + recalled + written off + outstanding,
-- always.
CREATE TABLE placement (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  number text NOT NULL,
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  state text NOT NULL,
  currency char(3) NOT NULL,
  placed_amount bigint NOT NULL,
  collected_amount bigint NOT NULL DEFAULT 0,
  paid_direct_amount bigint NOT NULL DEFAULT 0,
  adjusted_amount bigint NOT NULL DEFAULT 0,
  recalled_amount bigint NOT NULL DEFAULT 0,
  written_off_amount bigint NOT NULL DEFAULT 0,
  outstanding_amount bigint NOT NULL,
  -- Of a case that another system ran: what was settled of it before it was brought in. Null: ours.
  settled_before_amount bigint,
  oldest_due_on date NOT NULL,
  terms_version integer NOT NULL,
  placed_on date NOT NULL,
  placed_at timestamptz(6) NOT NULL,
  placed_by text NOT NULL,
  acknowledged_at timestamptz(6),
  last_sequence integer NOT NULL DEFAULT 0,
  last_event_at timestamptz(6),
  recall_reason text,
  recalled_at timestamptz(6),
  closed_at timestamptz(6),
  close_reason text,
  FOREIGN KEY (agency_id, terms_version) REFERENCES agreement (agency_id, version)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT placement_balance
    CHECK (placed_amount = collected_amount + paid_direct_amount + adjusted_amount + recalled_amount
      + written_off_amount + outstanding_amount),
  CONSTRAINT placement_closed CHECK (closed_at IS NULL OR outstanding_amount = 0),
  CONSTRAINT placement_parts
    CHECK (placed_amount > 0 AND collected_amount >= 0 AND paid_direct_amount >= 0 AND
      recalled_amount >= 0 AND written_off_amount >= 0 AND outstanding_amount >= 0),
  CONSTRAINT placement_state
    CHECK (state IN ('created', 'submitted', 'acknowledged', 'rejected', 'recalled', 'closed'))
);
CREATE INDEX placement_agency_id_state_idx ON placement (agency_id, state);
CREATE INDEX placement_customer_open ON placement (customer_id) WHERE closed_at IS NULL;
CREATE INDEX placement_invoice_id_idx ON placement (invoice_id);
CREATE UNIQUE INDEX placement_number_key ON placement (number);
CREATE UNIQUE INDEX placement_one_open ON placement (invoice_id) WHERE closed_at IS NULL;
CREATE TRIGGER placement_audit AFTER INSERT OR DELETE OR UPDATE ON placement
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
-- A second person agreed to place the invoice in spite of this dispute; the case keeps its amount.
ALTER TABLE dispute ADD FOREIGN KEY (placed_with) REFERENCES placement (id)
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE write_off ADD FOREIGN KEY (placement_id) REFERENCES placement (id)
  ON DELETE SET NULL ON UPDATE CASCADE;

-- A person wants to place an invoice that the policy would not place (`obstacle` says why not); a
-- second person decides. It also ends when the invoice owes nothing or is placed otherwise;
-- `decided_by` is then whoever did that.
CREATE TABLE placement_request (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  agency_id uuid REFERENCES agency (id) ON DELETE SET NULL ON UPDATE CASCADE,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  obstacle text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz(6) NOT NULL,
  decided_by text,
  decided_at timestamptz(6),
  placement_id uuid REFERENCES placement (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT placement_request_amount CHECK (amount > 0),
  CONSTRAINT placement_request_four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by),
  CONSTRAINT placement_request_second_person
    CHECK (num_nonnulls(decided_by, decided_at) = CASE state WHEN 'requested' THEN 0 ELSE 2 END),
  CONSTRAINT placement_request_state
    CHECK (state IN ('requested', 'approved', 'rejected', 'lapsed'))
);
CREATE INDEX placement_request_invoice_id_idx ON placement_request (invoice_id);
-- One request at a time waits for its second person.
CREATE UNIQUE INDEX placement_request_one_requested ON placement_request (invoice_id)
  WHERE state = 'requested';
CREATE TRIGGER placement_request_audit AFTER INSERT OR DELETE OR UPDATE ON placement_request
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE placement_item (
  placement_id uuid NOT NULL REFERENCES placement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  open_item_id uuid NOT NULL REFERENCES open_item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  principal_amount bigint NOT NULL,
  fee_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  PRIMARY KEY (placement_id, open_item_id)
);
CREATE TRIGGER placement_item_immutable BEFORE UPDATE ON placement_item
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
-- A case of another system goes with its import while nothing depends on it.
CREATE TRIGGER placement_item_kept BEFORE DELETE ON placement_item
  FOR EACH ROW EXECUTE FUNCTION keep_own_case();
CREATE TRIGGER placement_item_not_truncated BEFORE TRUNCATE ON placement_item
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- What the agency reported, in its own sequence, kept as it was sent.
CREATE TABLE placement_event (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  placement_id uuid NOT NULL REFERENCES placement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  agency_id uuid NOT NULL,
  sequence integer NOT NULL,
  type text NOT NULL,
  occurred_at timestamptz(6) NOT NULL,
  received_at timestamptz(6) NOT NULL,
  amount bigint,
  currency char(3),
  content_hash bytea NOT NULL,
  content json NOT NULL,
  out_of_order boolean NOT NULL DEFAULT false,
  commission_amount bigint,
  payment_id uuid
);
CREATE INDEX placement_event_payment_id_idx ON placement_event (payment_id);
CREATE UNIQUE INDEX placement_event_placement_id_sequence_key ON placement_event (placement_id,
  sequence);
CREATE TRIGGER placement_event_audit AFTER INSERT OR DELETE OR UPDATE ON placement_event
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER placement_event_immutable BEFORE DELETE OR UPDATE ON placement_event
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER placement_event_not_truncated BEFORE TRUNCATE ON placement_event
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE remittance (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  agency_id uuid NOT NULL REFERENCES agency (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number text NOT NULL,
  currency char(3) NOT NULL,
  gross_amount bigint NOT NULL,
  commission_amount bigint NOT NULL,
  tax_on_commission_amount bigint NOT NULL,
  net_amount bigint NOT NULL,
  remitted_on date NOT NULL,
  received_at timestamptz(6) NOT NULL,
  state text NOT NULL,
  -- The bank money that arrived for it; until then the net stays in agency clearing.
  payment_id uuid,
  CONSTRAINT remittance_foots
    CHECK ( gross_amount = commission_amount + tax_on_commission_amount + net_amount AND
      gross_amount > 0)
);
CREATE UNIQUE INDEX remittance_agency_id_number_key ON remittance (agency_id, number);
CREATE UNIQUE INDEX remittance_payment_id_key ON remittance (payment_id);
CREATE TRIGGER remittance_audit AFTER INSERT OR DELETE OR UPDATE ON remittance
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE remittance_line (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  remittance_id uuid NOT NULL REFERENCES remittance (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  placement_id uuid NOT NULL REFERENCES placement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  event_id uuid NOT NULL REFERENCES placement_event (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  gross_amount bigint NOT NULL,
  commission_amount bigint NOT NULL,
  currency char(3) NOT NULL
);
CREATE UNIQUE INDEX remittance_line_event_id_key ON remittance_line (event_id);
CREATE INDEX remittance_line_remittance_id_idx ON remittance_line (remittance_id);
CREATE TRIGGER remittance_line_immutable BEFORE DELETE OR UPDATE ON remittance_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER remittance_line_not_truncated BEFORE TRUNCATE ON remittance_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The running number of a case, for all agencies: PLC-000001.
CREATE SEQUENCE placement_number_seq;

-- A case as its agency sees it: the minimum to collect it, and the debtor only for as long as the
-- case is theirs. The view is fenced by itself; row-level security stands behind it.
CREATE VIEW agency_case WITH (security_barrier) AS
SELECT p.id, p.agency_id, p.number, p.state, p.currency, p.placed_amount, p.collected_amount,
  p.paid_direct_amount, p.adjusted_amount, p.recalled_amount, p.written_off_amount,
  p.outstanding_amount, p.oldest_due_on, p.terms_version, p.placed_on, p.placed_at,
  p.acknowledged_at, p.last_sequence, p.last_event_at, p.recalled_at, p.closed_at, p.close_reason,
  i.number AS invoice_number, i.payment_reference, i.issued_on, e.time_zone,
  a.commission_schedule,
  (SELECT jsonb_agg(jsonb_build_object('dueOn', o.due_on, 'principal', pi.principal_amount::text,
      'fee', pi.fee_amount::text) ORDER BY o.due_on, o.id)
    FROM placement_item pi JOIN open_item o ON o.id = pi.open_item_id
    WHERE pi.placement_id = p.id) AS items,
  CASE WHEN p.closed_at IS NULL AND p.state <> 'recalled' THEN
    jsonb_build_object('name', c.name, 'legalName', c.legal_name, 'address', c.address,
      'email', c.email, 'phone', c.phone, 'language', c.language, 'timeZone', c.time_zone)
  END AS debtor
FROM placement p
JOIN agreement a ON a.agency_id = p.agency_id AND a.version = p.terms_version
JOIN invoice i ON i.id = p.invoice_id
JOIN legal_entity e ON e.id = i.legal_entity_id
JOIN customer c ON c.id = p.customer_id
WHERE p.agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid;

-- ------------------------------------------------------------------ rights

-- Two people set the terms of an agency, and its own commands the webhook.
GRANT SELECT, INSERT, UPDATE (name, country, language, contact_name, email, phone, active)
  ON agency TO lunas_app;
GRANT SELECT ON agreement TO lunas_app;
GRANT SELECT ON agency, agreement, retired_webhook_secret, placement, placement_item, placement_event,
  remittance, remittance_line TO lunas_partner;
GRANT SELECT ON retired_webhook_secret TO lunas_app;
-- Commands alone write these tables, with the rights of their owner (prisma/functions/rights.sql);
-- the processes read them.
GRANT SELECT ON placement, placement_request, placement_item, placement_event, remittance,
  remittance_line TO lunas_app;

ALTER TABLE agency ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency FORCE ROW LEVEL SECURITY;
CREATE POLICY agency_fence ON agency USING (current_user <> 'lunas_partner'
  OR id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement FORCE ROW LEVEL SECURITY;
CREATE POLICY agreement_fence ON agreement USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE retired_webhook_secret ENABLE ROW LEVEL SECURITY;
ALTER TABLE retired_webhook_secret FORCE ROW LEVEL SECURITY;
CREATE POLICY retired_webhook_secret_fence ON retired_webhook_secret
  USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE placement ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement FORCE ROW LEVEL SECURITY;
CREATE POLICY placement_fence ON placement USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE placement_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_item FORCE ROW LEVEL SECURITY;
CREATE POLICY placement_item_fence ON placement_item USING (current_user <> 'lunas_partner'
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));

ALTER TABLE placement_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_event FORCE ROW LEVEL SECURITY;
CREATE POLICY placement_event_fence ON placement_event USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE remittance ENABLE ROW LEVEL SECURITY;
ALTER TABLE remittance FORCE ROW LEVEL SECURITY;
CREATE POLICY remittance_fence ON remittance USING (current_user <> 'lunas_partner'
  OR agency_id = nullif(current_setting('lunas.agency_id', true), '')::uuid);

ALTER TABLE remittance_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE remittance_line FORCE ROW LEVEL SECURITY;
CREATE POLICY remittance_line_fence ON remittance_line USING (current_user <> 'lunas_partner'
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
GRANT SELECT ON agency_case TO lunas_partner;
