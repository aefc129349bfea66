-- Dunning.

-- One letter a day to a customer in a currency; one that was withdrawn, or came back, is none.
CREATE TABLE dunning_policy (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- The first day on which it is followed, until that of the next version.
  in_force_from date NOT NULL DEFAULT '2000-01-01',
  segment text,
  minimum_amount bigint NOT NULL,
  tolerance_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  grace_days integer NOT NULL,
  stale_bank_days integer NOT NULL,
  minimum_days_between integer NOT NULL,
  -- Days between two letters to the same customer, whatever they are about.
  customer_days_between integer NOT NULL DEFAULT 1,
  -- Null: never placed with an agency.
  placement_days_past_due integer,
  placement_minimum_amount bigint NOT NULL DEFAULT 0,
  -- With something more days past due than this, nothing more is sold on account.
  credit_stop_days integer NOT NULL DEFAULT 30,
  -- A promise is about at least this share of what is demanded of its invoice by the promised day.
  promise_minimum_basis_points integer NOT NULL DEFAULT 2000,
  -- The promised day is at most so many days ahead.
  promise_days_max integer NOT NULL DEFAULT 60,
  -- Promises in a row that were not kept, the running one included: of an invoice, of a customer.
  promises_in_a_row integer NOT NULL DEFAULT 2,
  customer_promises_in_a_row integer NOT NULL DEFAULT 10,
  -- A dispute is about at least this share of what is open of its invoice.
  dispute_minimum_basis_points integer NOT NULL DEFAULT 100,
  -- A hold comes back as work for a person after so many days, again and again.
  hold_review_days integer NOT NULL DEFAULT 14,
  CONSTRAINT dunning_policy_credit_stop CHECK (credit_stop_days >= 0),
  CONSTRAINT dunning_policy_hold_review CHECK (hold_review_days >= 1),
  CONSTRAINT dunning_policy_minimum_shares CHECK (
    promise_minimum_basis_points BETWEEN 0 AND 10000
    AND dispute_minimum_basis_points BETWEEN 0 AND 10000),
  CONSTRAINT dunning_policy_one_letter_a_day CHECK (customer_days_between >= 1),
  CONSTRAINT dunning_policy_promises CHECK (
    promise_days_max >= 0 AND promises_in_a_row >= 0 AND customer_promises_in_a_row >= 0)
);
CREATE UNIQUE INDEX dunning_policy_code_version_key ON dunning_policy (code, version);
CREATE UNIQUE INDEX dunning_policy_code_in_force_from_key ON dunning_policy (code, in_force_from);
-- Of a segment one version holds on a day.
CREATE UNIQUE INDEX dunning_policy_of_segment
  ON dunning_policy (coalesce(segment, ''), currency, in_force_from);
CREATE TRIGGER dunning_policy_audit AFTER INSERT OR DELETE OR UPDATE ON dunning_policy
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE dunning_policy_level (
  policy_id uuid NOT NULL REFERENCES dunning_policy (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  level integer NOT NULL,
  days_past_due integer NOT NULL,
  fee_amount bigint NOT NULL DEFAULT 0,
  currency char(3) NOT NULL,
  template text NOT NULL,
  channel text NOT NULL,
  PRIMARY KEY (policy_id, level),
  CONSTRAINT dunning_policy_level_order CHECK (level > 0 AND days_past_due > 0)
);
CREATE TRIGGER dunning_policy_level_audit AFTER INSERT OR DELETE OR UPDATE ON dunning_policy_level
  FOR EACH ROW EXECUTE FUNCTION audit_change('policy_id', 'level');

-- The company's own words in the letters of a level, which two people put in force.
CREATE TABLE letter_text (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  segment text,
  level integer NOT NULL,
  language text NOT NULL,
  channel text NOT NULL,
  subject text NOT NULL,
  opening text NOT NULL,
  closing text NOT NULL
);
CREATE UNIQUE INDEX letter_text_of_letters
  ON letter_text (coalesce(segment, ''), level, language, channel);
CREATE TRIGGER letter_text_audit AFTER INSERT OR DELETE OR UPDATE ON letter_text
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- One letter to one customer in one currency on one business day.
CREATE TABLE dunning_notice (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  currency char(3) NOT NULL,
  business_day date NOT NULL,
  level integer NOT NULL,
  state text NOT NULL,
  total_open_amount bigint NOT NULL,
  created_at timestamptz(6) NOT NULL,
  sent_at timestamptz(6),
  failure text,
  CONSTRAINT dunning_notice_state CHECK (state IN ('preparing', 'sent', 'failed', 'suppressed'))
);
CREATE INDEX dunning_notice_customer_id_business_day_idx ON dunning_notice (customer_id,
  business_day);
CREATE UNIQUE INDEX dunning_notice_one_a_day ON dunning_notice (customer_id, currency, business_day)
  WHERE state IN ('preparing', 'sent');
CREATE TRIGGER dunning_notice_audit AFTER INSERT OR DELETE OR UPDATE ON dunning_notice
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE dunning_notice_item (
  notice_id uuid NOT NULL REFERENCES dunning_notice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  level integer NOT NULL,
  open_amount bigint NOT NULL,
  -- A letter asks for the rest: what we hold for the invoice, and what a promise or a dispute holds,
  -- it names without asking for it.
  held_amount bigint NOT NULL DEFAULT 0,
  aside_amount bigint NOT NULL DEFAULT 0,
  currency char(3) NOT NULL,
  -- The deadline that the letter names, and what comes after it: another reminder, the agency, or a
  -- person who decides. No step is taken before the deadline has passed.
  pay_by date NOT NULL,
  follows text NOT NULL,
  -- The letter before this one; null when this is the first.
  reminded_on date,
  PRIMARY KEY (notice_id, invoice_id),
  CONSTRAINT dunning_notice_item_follows CHECK (follows IN ('reminder', 'agency', 'person')),
  CONSTRAINT dunning_notice_item_held CHECK (held_amount BETWEEN 0 AND open_amount),
  CONSTRAINT dunning_notice_item_aside
    CHECK (aside_amount >= 0 AND held_amount + aside_amount <= open_amount)
);
CREATE INDEX dunning_notice_item_invoice_id_level_idx ON dunning_notice_item (invoice_id, level);
CREATE TRIGGER dunning_notice_item_immutable BEFORE DELETE OR UPDATE ON dunning_notice_item
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER dunning_notice_item_not_truncated BEFORE TRUNCATE ON dunning_notice_item
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE dunning_hold (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid REFERENCES invoice (id) ON DELETE SET NULL ON UPDATE CASCADE,
  customer_id uuid REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  reason text NOT NULL,
  held_until date,
  -- On this day it comes back as work for a person, and again so many days after each review.
  -- Null: it ends before, or has a work item from the start.
  review_on date,
  review_days integer,
  placed_by text NOT NULL,
  placed_at timestamptz(6) NOT NULL,
  released_by text,
  released_at timestamptz(6),
  CONSTRAINT dunning_hold_review CHECK (num_nonnulls(review_on, review_days) <> 1),
  CONSTRAINT dunning_hold_one_target CHECK (num_nonnulls(invoice_id, customer_id) = 1)
);
CREATE INDEX dunning_hold_customer_id_idx ON dunning_hold (customer_id);
CREATE INDEX dunning_hold_invoice_id_idx ON dunning_hold (invoice_id);
CREATE INDEX dunning_hold_live ON dunning_hold (customer_id, invoice_id)
  WHERE released_at IS NULL;
CREATE TRIGGER dunning_hold_audit AFTER INSERT OR DELETE OR UPDATE ON dunning_hold
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE promise_to_pay (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  promised_on date NOT NULL,
  promised_for date NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  decided_at timestamptz(6),
  CONSTRAINT promise_to_pay_amount CHECK (amount > 0 AND promised_for >= promised_on),
  CONSTRAINT promise_to_pay_state CHECK (state IN ('open', 'kept', 'broken', 'withdrawn'))
);
CREATE INDEX promise_to_pay_invoice_id_idx ON promise_to_pay (invoice_id);
CREATE TRIGGER promise_to_pay_audit AFTER INSERT OR DELETE OR UPDATE ON promise_to_pay
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE dispute (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  state text NOT NULL,
  opened_by text NOT NULL,
  opened_at timestamptz(6) NOT NULL,
  resolution text,
  resolved_by text,
  resolved_at timestamptz(6),
  credit_note_id uuid,
  placed_with uuid,
  CONSTRAINT dispute_resolution
    CHECK (resolution IN ('for-customer', 'for-seller') AND (state = 'open') = (resolution IS NULL)
      OR resolution IS NULL AND state = 'open'),
  CONSTRAINT dispute_state CHECK (state IN ('open', 'resolved'))
);
CREATE INDEX dispute_invoice_id_idx ON dispute (invoice_id);
CREATE TRIGGER dispute_audit AFTER INSERT OR DELETE OR UPDATE ON dispute
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
ALTER TABLE credit_note_request ADD FOREIGN KEY (dispute_id) REFERENCES dispute (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------ rights

-- A version never changes; one that has not begun is taken back.
-- Two people plan a version of a policy, or take back one that has not begun.
GRANT SELECT ON dunning_policy, dunning_policy_level TO lunas_app;
-- Commands alone write these tables, with the rights of their owner (prisma/functions/rights.sql);
-- the processes read them.
GRANT SELECT ON dunning_notice, dunning_notice_item, dunning_hold, promise_to_pay, dispute
  TO lunas_app;
GRANT SELECT ON letter_text TO lunas_app;
