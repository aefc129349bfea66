-- Money in.

CREATE TABLE bank_account (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number text NOT NULL,
  name text NOT NULL,
  bank_name text NOT NULL,
  currency char(3) NOT NULL,
  account_code text NOT NULL,
  csv_profile text,
  last_closing_amount bigint,
  last_closing_on date,
  -- What files handed in by one person may bring in within 24 hours without a second person; NULL: any
  -- amount. Files that a machine's key feeds are not bounded.
  hand_fed_limit_amount bigint DEFAULT 10000000,
  -- Whether customers are asked to pay to it: the first by number stands on invoices and letters.
  on_documents boolean NOT NULL DEFAULT true,
  CONSTRAINT bank_account_hand_fed_limit CHECK (hand_fed_limit_amount >= 0)
);
CREATE UNIQUE INDEX bank_account_number_key ON bank_account (number);
CREATE TRIGGER bank_account_audit AFTER INSERT OR DELETE OR UPDATE ON bank_account
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- One file from a bank, kept as it came.
CREATE TABLE bank_statement (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  bank_account_id uuid REFERENCES bank_account (id) ON DELETE SET NULL ON UPDATE CASCADE,
  file_hash bytea NOT NULL,
  format text,
  content bytea NOT NULL,
  state text NOT NULL,
  footing text,
  -- Each statement inside the file: account, number, period, balances, footing, continuity.
  statements jsonb,
  refusal_code text,
  refusal_detail text,
  refusal_place text,
  refused_lines jsonb,
  -- How often it was read: a refused file that is handed in again is read again.
  reading integer NOT NULL DEFAULT 1,
  -- Why it was refused before, the latest last: code, detail, place, when and by whom it had been
  -- handed in.
  earlier_refusals jsonb NOT NULL DEFAULT '[]',
  received_at timestamptz(6) NOT NULL,
  received_by text NOT NULL,
  booked_at timestamptz(6),
  -- How its bytes came: by the hand of a person, or fed by a machine's key.
  source text NOT NULL,
  -- Every person who handed it in; none of them may release it.
  hand_fed_by text[] NOT NULL DEFAULT '{}',
  -- What it brings in by hand, by bank account; NULL until the limit was looked at.
  hand_fed_amounts jsonb,
  -- The word of the second person: decision, by, at, reason.
  release jsonb,
  CONSTRAINT bank_statement_source CHECK (source IN ('hand', 'feed')),
  CONSTRAINT bank_statement_reading CHECK (reading >= 1),
  CONSTRAINT bank_statement_state
    CHECK (state IN (
      'received', 'awaiting-release', 'read', 'booked', 'refused', 'given-up'))
);
CREATE UNIQUE INDEX bank_statement_file_hash_key ON bank_statement (file_hash);
CREATE TRIGGER bank_statement_audit AFTER INSERT OR DELETE OR UPDATE ON bank_statement
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- How the CSV or Excel file of a bank is read, as a person confirmed it. See SavedProfile.
CREATE TABLE bank_profile (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  profile jsonb NOT NULL
);
CREATE UNIQUE INDEX bank_profile_code_key ON bank_profile (code);
CREATE TRIGGER bank_profile_audit AFTER INSERT OR DELETE OR UPDATE ON bank_profile
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- One statement inside a bank file: what says whether it can repeat the lines of another.
CREATE TABLE bank_statement_part (
  statement_id uuid NOT NULL REFERENCES bank_statement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  part integer NOT NULL,
  bank_account_id uuid NOT NULL REFERENCES bank_account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  format text NOT NULL,
  number text,
  from_on date,
  to_on date,
  opening_amount bigint,
  closing_amount bigint,
  PRIMARY KEY (statement_id, part)
);
CREATE INDEX bank_statement_part_bank_account_id_to_on_idx ON bank_statement_part
  (bank_account_id, to_on);
CREATE TRIGGER bank_statement_part_immutable BEFORE DELETE OR UPDATE ON bank_statement_part
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER bank_statement_part_not_truncated BEFORE TRUNCATE ON bank_statement_part
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE bank_statement_line (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  statement_id uuid NOT NULL REFERENCES bank_statement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  bank_account_id uuid NOT NULL REFERENCES bank_account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  position integer NOT NULL,
  place text NOT NULL,
  booking_date date NOT NULL,
  value_date date NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  bank_reference text,
  end_to_end_reference text,
  payer_name text,
  payer_account text,
  remittance_text text NOT NULL,
  transaction_code text,
  creditor_reference text,
  reversal boolean NOT NULL,
  occurrence integer NOT NULL,
  fingerprint bytea NOT NULL,
  -- The payments inside a collective booking.
  details jsonb,
  outcome text NOT NULL,
  outcome_detail jsonb,
  -- Which statement of its file it stands in.
  part integer NOT NULL DEFAULT 1,
  other_references text[] NOT NULL DEFAULT '{}',
  repeats_line_id uuid REFERENCES bank_statement_line (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT bank_statement_line_moves CHECK (amount <> 0),
  CONSTRAINT bank_statement_line_outcome
    CHECK (outcome IN ('stored', 'new', 'pending', 'information', 'duplicate', 'repeat-unclear',
      'booked', 'suggested', 'held', 'unmatched', 'remittance', 'reversal', 'reversal-unclear',
      'not-a-customer-payment'))
);
-- What the bank said stays; what became of it changes until it is booked.
CREATE TRIGGER bank_statement_line_immutable BEFORE DELETE OR UPDATE OF id, statement_id,
  bank_account_id, "position", place, booking_date, value_date, amount, currency, bank_reference,
  end_to_end_reference, creditor_reference, other_references, payer_name, payer_account,
  remittance_text, transaction_code, reversal, fingerprint, details, part
  ON bank_statement_line FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER bank_statement_line_not_truncated BEFORE TRUNCATE ON bank_statement_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
-- Equal bookings are told apart by their number.
CREATE UNIQUE INDEX bank_statement_line_once ON bank_statement_line
  (bank_account_id, fingerprint, occurrence)
  WHERE outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information');
-- Lines that are still to be compared with those that are known, in the order in which this is
-- done.
CREATE INDEX bank_statement_line_stored ON bank_statement_line
  (statement_id, part, booking_date, amount, "position")
  WHERE outcome = 'stored';
-- The lines that wait for their outcome, in the order in which they get it: a long file is taken up
-- again a thousand times.
CREATE INDEX bank_statement_line_new ON bank_statement_line (statement_id, booking_date, "position")
  WHERE outcome = 'new';
CREATE INDEX bank_statement_line_bank_account_id_amount_booking_date_idx ON bank_statement_line
  (bank_account_id, amount, booking_date);
-- A return asks who else pays from the account that it names.
CREATE INDEX bank_statement_line_bank_account_id_payer_account_idx ON bank_statement_line
  (bank_account_id, payer_account);
CREATE INDEX bank_statement_line_repeats_line_id_idx ON bank_statement_line (repeats_line_id);
CREATE INDEX bank_statement_line_bank_reference ON bank_statement_line
  (bank_account_id, bank_reference)
  WHERE bank_reference IS NOT NULL;
CREATE INDEX bank_statement_line_end_to_end ON bank_statement_line
  (bank_account_id, end_to_end_reference)
  WHERE end_to_end_reference IS NOT NULL;
CREATE UNIQUE INDEX bank_statement_line_statement_id_position_key ON bank_statement_line
  (statement_id, "position");

-- Whom a payment came with, or whom matching has found, kept while allocations say whose money it
-- is.
CREATE TABLE payment (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  source text NOT NULL,
  external_id text NOT NULL,
  bank_statement_line_id uuid REFERENCES bank_statement_line (id)
    ON DELETE SET NULL ON UPDATE CASCADE,
  customer_id uuid REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  -- Whom it came with, or whom matching has found, kept while allocations say whose money it is.
  found_customer_id uuid REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  unapplied_amount bigint NOT NULL,
  state text NOT NULL,
  value_date date NOT NULL,
  received_at timestamptz(6) NOT NULL,
  payer_name text,
  payer_account text,
  remittance_text text NOT NULL,
  account_code text NOT NULL,
  reversed_at timestamptz(6),
  -- What the payer gave as reference beside the text: structured, end-to-end.
  given_references text[] NOT NULL DEFAULT '{}',
  -- Whom and which of our numbers matching thought of: a change of theirs is a reason to look again.
  candidate_customers uuid[] NOT NULL DEFAULT '{}',
  candidate_numbers text[] NOT NULL DEFAULT '{}',
  CONSTRAINT payment_amount CHECK (amount > 0 AND unapplied_amount BETWEEN 0 AND amount),
  CONSTRAINT payment_applied CHECK (state <> 'applied' OR unapplied_amount = 0),
  CONSTRAINT payment_of_bank CHECK (source <> 'bank' OR bank_statement_line_id IS NOT NULL),
  CONSTRAINT payment_state
    CHECK (state IN ('unapplied', 'suggested', 'held', 'applied', 'reversed'))
);
CREATE INDEX payment_amount_currency_idx ON payment (amount, currency);
CREATE INDEX payment_candidate_customers ON payment USING gin (candidate_customers)
  WHERE unapplied_amount > 0;
CREATE INDEX payment_candidate_numbers ON payment USING gin (candidate_numbers)
  WHERE unapplied_amount > 0;
CREATE INDEX payment_unapplied_amount ON payment (unapplied_amount, currency)
  WHERE unapplied_amount > 0;
CREATE INDEX payment_bank_statement_line_id_idx ON payment (bank_statement_line_id);
CREATE INDEX payment_customer_id_idx ON payment (customer_id);
CREATE INDEX payment_received_at_id_idx ON payment (received_at, id);
CREATE UNIQUE INDEX payment_source_external_id_key ON payment (source, external_id);
CREATE INDEX payment_state_received_at_idx ON payment (state, received_at);
-- Payments that are applied already: an agency named the customer, or the matcher found it. Of the
-- others nobody knows. What
-- was found does not change here, so this is no entry of the audit trail.
CREATE TRIGGER payment_audit AFTER INSERT OR DELETE OR UPDATE ON payment
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
ALTER TABLE allocation ADD FOREIGN KEY (payment_id) REFERENCES payment (id)
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE deduction ADD FOREIGN KEY (payment_id) REFERENCES payment (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the matcher found for a payment that it did not dare to book, with its reasons.
CREATE TABLE payment_suggestion (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  payment_id uuid NOT NULL REFERENCES payment (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  rank integer NOT NULL,
  kind text NOT NULL,
  items jsonb NOT NULL,
  reasons jsonb NOT NULL,
  equation text NOT NULL,
  created_at timestamptz(6) NOT NULL
);
-- Read by every settlement, written by a person's share of a bank file: nothing is left for later
-- to be merged.
CREATE INDEX payment_suggestion_items_idx ON payment_suggestion USING gin (items jsonb_path_ops)
  WITH (fastupdate=off);
CREATE UNIQUE INDEX payment_suggestion_payment_id_rank_key ON payment_suggestion (payment_id, rank);

-- What an allocation ended because it left nothing of it: suggestions of a payment, disputes, and
-- requests that waited for a second person. They come back when the allocation is undone.
CREATE TABLE ended_by_settlement (
  allocation_id uuid NOT NULL REFERENCES allocation (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  -- Of a payment {state, suggestions, work}: as they were.
  content jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (allocation_id, kind, subject_id),
  CONSTRAINT ended_by_settlement_kind
    CHECK (kind IN ('payment', 'dispute', 'write-off', 'credit-note', 'placement'))
);
CREATE TRIGGER ended_by_settlement_immutable BEFORE DELETE OR UPDATE ON ended_by_settlement
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER ended_by_settlement_not_truncated BEFORE TRUNCATE ON ended_by_settlement
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Outbox: an invoice has changed or is new, or a payment was just offered to a person. Unapplied
-- money that this may concern is matched again; a row is deleted when its payments are listed in
-- payment_to_match.
CREATE TABLE match_request (
  id bigserial PRIMARY KEY,
  invoice_id uuid REFERENCES invoice (id) ON DELETE CASCADE ON UPDATE CASCADE,
  payment_id uuid REFERENCES payment (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- The open amounts of the item before and after: a payer who is not known is found by them.
  amounts bigint[] NOT NULL DEFAULT '{}',
  created_at timestamptz(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- As in workflow_start.
  held boolean NOT NULL DEFAULT COALESCE(current_setting('lunas.outbox', true) = 'held', false),
  CONSTRAINT match_request_about CHECK (num_nonnulls(invoice_id, payment_id) = 1)
);

-- Payments that are to be matched again. `attempts` counts how often one was taken up.
CREATE TABLE payment_to_match (
  payment_id uuid PRIMARY KEY REFERENCES payment (id) ON DELETE CASCADE ON UPDATE CASCADE,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX payment_to_match_waiting ON payment_to_match (attempts, payment_id);

-- ------------------------------------------------------------------ rights

GRANT SELECT ON match_request, payment_to_match TO lunas_app;
GRANT UPDATE (held) ON match_request TO lunas_app;
-- Files come in; all else of them, and of bank accounts and payments, only commands write.
GRANT SELECT, INSERT ON bank_statement TO lunas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON bank_profile TO lunas_app;
GRANT SELECT ON bank_account, bank_statement_part, bank_statement_line, payment,
  payment_suggestion TO lunas_app;

GRANT SELECT ON ended_by_settlement TO lunas_app;
