-- Organisation.

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  name text NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL,
  -- Networks in which printers may stand; none: all private networks.
  printer_networks text[] NOT NULL DEFAULT '{}'
);
CREATE TRIGGER organisation_audit AFTER INSERT OR DELETE OR UPDATE ON organisation
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- One row: how business time runs. 1:1 in production, faster in demonstrations and tests.
CREATE TABLE business_clock (
  id integer PRIMARY KEY DEFAULT 1,
  business_epoch timestamptz(6) NOT NULL,
  real_epoch timestamptz(6) NOT NULL,
  speed double precision NOT NULL,
  CONSTRAINT business_clock_forward CHECK (speed > 0),
  CONSTRAINT business_clock_single CHECK (id = 1)
);
CREATE TRIGGER business_clock_immutable BEFORE DELETE OR UPDATE ON business_clock
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER business_clock_not_truncated BEFORE TRUNCATE ON business_clock
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Our own picture of a logo that was handed in, for the documents that carry it.
CREATE TABLE logo (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  -- PNG: 8 bit, without transparency.
  content bytea NOT NULL,
  -- SHA-256 of it: the same picture is kept once.
  digest bytea NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  received_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX logo_digest_key ON logo (digest);
CREATE TRIGGER logo_immutable BEFORE DELETE OR UPDATE ON logo
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER logo_not_truncated BEFORE TRUNCATE ON logo
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER logo_audit AFTER INSERT OR DELETE OR UPDATE ON logo
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- In the currency of the legal entity. Of an invoice in another currency nothing is credited by one
-- person alone.
CREATE TABLE legal_entity (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  organisation_id uuid NOT NULL REFERENCES organisation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  legal_name text NOT NULL,
  address text NOT NULL,
  tax_number text NOT NULL,
  -- PKP: registered for VAT, and so charging it.
  vat_registered boolean NOT NULL DEFAULT true,
  currency char(3) NOT NULL,
  country char(2) NOT NULL,
  time_zone text NOT NULL,
  language text NOT NULL,
  -- Two digits of our own that stand in every payment reference of this entity, so that references
  -- never meet.
  reference_digits char(2) NOT NULL,
  -- What one person alone may credit of an invoice, in the entity's currency; above it a second
  -- person decides.
  credit_note_limit_amount bigint NOT NULL DEFAULT 0,
  -- The highest credit limit of a customer that one person alone sets.
  customer_credit_limit_amount bigint NOT NULL DEFAULT 10000000,
  -- What counts of one person alone may change of the stock of a store within 30 days.
  stock_count_limit_amount bigint NOT NULL DEFAULT 1000000,
  -- The worth of the goods that one person alone takes into stock within 24 hours.
  goods_receipt_limit_amount bigint NOT NULL DEFAULT 100000000,
  -- How much of an invoice can be withheld tax: PPh art. 23, 2 % of services. Indonesia, UU 36/2008.
  withholding_rate_basis_points integer NOT NULL DEFAULT 200,
  -- On documents; none: they carry no logo.
  logo_id uuid REFERENCES logo (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT legal_entity_credit_note_limit CHECK (credit_note_limit_amount >= 0),
  CONSTRAINT legal_entity_customer_credit_limit CHECK (customer_credit_limit_amount >= 0),
  CONSTRAINT legal_entity_stock_count_limit CHECK (stock_count_limit_amount >= 0),
  CONSTRAINT legal_entity_goods_receipt_limit CHECK (goods_receipt_limit_amount >= 0),
  CONSTRAINT legal_entity_withholding_rate
    CHECK (withholding_rate_basis_points BETWEEN 0 AND 10000)
);
CREATE UNIQUE INDEX legal_entity_code_key ON legal_entity (code);
CREATE UNIQUE INDEX legal_entity_reference_digits_key ON legal_entity (reference_digits);
-- What stood on documents until a moment: those issued before it keep it (legal_entity_at).
CREATE TABLE legal_entity_past (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  until timestamptz(6) NOT NULL,
  legal_name text NOT NULL,
  address text NOT NULL,
  tax_number text NOT NULL,
  vat_registered boolean NOT NULL,
  logo_id uuid REFERENCES logo (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX legal_entity_past_legal_entity_id_until_idx ON legal_entity_past (legal_entity_id, until);
CREATE TRIGGER legal_entity_past_immutable BEFORE DELETE OR UPDATE ON legal_entity_past
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER legal_entity_past_not_truncated BEFORE TRUNCATE ON legal_entity_past
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
CREATE TRIGGER legal_entity_kept BEFORE UPDATE OF legal_name, address, tax_number, vat_registered,
  logo_id ON legal_entity FOR EACH ROW EXECUTE FUNCTION keep_past_entity();
CREATE TRIGGER legal_entity_audit AFTER INSERT OR DELETE OR UPDATE ON legal_entity
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE store (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  phone text NOT NULL,
  time_zone text NOT NULL,
  cash_rounding_step bigint NOT NULL,
  -- Stores of a group may have price lists of their own.
  store_group text
);
CREATE UNIQUE INDEX store_code_key ON store (code);
CREATE TRIGGER store_audit AFTER INSERT OR DELETE OR UPDATE ON store
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- From which day on the sales of a store are booked, or are kept in shadow beside the system that
-- the store still works with. A store without a row is live (is_shadow_day).
CREATE TABLE store_switch (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  to_mode text NOT NULL,
  -- NULL: from the first sale on, of a store that had none when it was put into shadow.
  from_day date,
  reason text NOT NULL,
  switched_by text NOT NULL,
  switched_at timestamptz(6) NOT NULL,
  CONSTRAINT store_switch_from CHECK (from_day IS NOT NULL OR to_mode = 'shadow'),
  CONSTRAINT store_switch_mode CHECK (to_mode IN ('shadow', 'live'))
);
CREATE UNIQUE INDEX store_switch_store_id_from_day ON store_switch (store_id, from_day)
  NULLS NOT DISTINCT;
CREATE TRIGGER store_switch_audit AFTER INSERT OR DELETE OR UPDATE ON store_switch
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE stock_location (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  name text NOT NULL
);
CREATE UNIQUE INDEX stock_location_code_key ON stock_location (code);
CREATE TRIGGER stock_location_audit AFTER INSERT OR DELETE OR UPDATE ON stock_location
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE printer (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  host text NOT NULL,
  port integer NOT NULL,
  profile text NOT NULL
);
CREATE UNIQUE INDEX printer_code_key ON printer (code);
CREATE TRIGGER printer_audit AFTER INSERT OR DELETE OR UPDATE ON printer
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE terminal (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  location_id uuid NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  printer_id uuid REFERENCES printer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  code text NOT NULL,
  name text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  -- Serial of the last receipt: the fiscal counter of this terminal, never reused.
  receipt_serial bigint NOT NULL DEFAULT 0,
  last_device_sequence bigint NOT NULL DEFAULT 0,
  -- How its customers buy; price lists may be made for it.
  channel text NOT NULL DEFAULT 'counter',
  -- For trying out: its sales are kept in sandbox_sale and nowhere else. Never changes.
  sandbox boolean NOT NULL DEFAULT false,
  CONSTRAINT terminal_channel CHECK (channel IN ('counter', 'wholesale', 'phone', 'web', 'marketplace'))
);
CREATE UNIQUE INDEX terminal_code_key ON terminal (code);
CREATE TRIGGER terminal_sandbox_fixed BEFORE UPDATE OF sandbox ON terminal FOR EACH ROW
  WHEN (OLD.sandbox IS DISTINCT FROM NEW.sandbox) EXECUTE FUNCTION forbid_sandbox_turn();
-- Not its counters, which move with every sale.
-- The capture of a sale writes one audit row for all that it creates; later changes of it are
-- audited here.
CREATE TRIGGER terminal_audit AFTER INSERT OR DELETE OR UPDATE OF code, name, active, store_id,
  location_id, printer_id, channel ON terminal FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Holidays as the company gave them; a year without any follows the product's list.
CREATE TABLE holiday (
  country char(2) NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  name_id text NOT NULL,
  name_en text NOT NULL,
  PRIMARY KEY (country, day),
  CONSTRAINT holiday_kind CHECK (kind IN ('national', 'jointLeave'))
);
CREATE TRIGGER holiday_audit AFTER INSERT OR DELETE OR UPDATE ON holiday
  FOR EACH ROW EXECUTE FUNCTION audit_change('country', 'day');

-- A change that one person asks for and another approves (request_master_change).
CREATE TABLE master_change (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kind text NOT NULL,
  subject text NOT NULL,
  before jsonb,
  -- What it is about, as it stood when it was asked for (master_standing).
  standing jsonb,
  after jsonb NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_name text NOT NULL,
  requested_at timestamptz(6) NOT NULL,
  decided_by text,
  decided_at timestamptz(6),
  CONSTRAINT master_change_four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by),
  CONSTRAINT master_change_second_person CHECK (state = 'requested' OR decided_by IS NOT NULL),
  CONSTRAINT master_change_state CHECK (state IN ('requested', 'approved', 'rejected'))
);
CREATE INDEX master_change_state_requested_at_idx ON master_change (state, requested_at);
-- One change of a thing at a time waits for its second person.
CREATE UNIQUE INDEX master_change_one_requested ON master_change (kind, subject)
  WHERE state = 'requested';
CREATE TRIGGER master_change_audit AFTER INSERT OR DELETE OR UPDATE ON master_change
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- ------------------------------------------------------------------ rights

GRANT SELECT, INSERT, UPDATE ON organisation, store, stock_location, printer, terminal TO lunas_app;
-- The owner of the books sets the clock, before anything is booked by it.
GRANT SELECT ON business_clock TO lunas_app;
-- Two people set limits and the tax number, by commands.
GRANT SELECT, INSERT, UPDATE (code, legal_name, address, currency, country, time_zone,
  language, logo_id) ON legal_entity TO lunas_app;
GRANT SELECT, INSERT ON logo TO lunas_app;
GRANT SELECT ON legal_entity_past, master_change TO lunas_app;
-- Two people switch a store, by commands.
GRANT SELECT ON store_switch TO lunas_app;
-- Two people give holidays (decide_master_change): they move letters and deadlines.
GRANT SELECT ON holiday TO lunas_app;
