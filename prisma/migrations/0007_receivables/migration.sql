-- Invoices and what is left to pay.

-- Gapless: the number is taken inside the posting transaction, and this row is the last lock of it.
CREATE TABLE number_series (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  year integer NOT NULL,
  prefix text NOT NULL,
  -- Those from the first to the last have no gap.
  first_number bigint NOT NULL DEFAULT 1,
  last_number bigint NOT NULL DEFAULT 0,
  CONSTRAINT number_series_first CHECK (first_number >= 1 AND last_number >= first_number - 1),
  CONSTRAINT number_series_kind CHECK (kind IN ('invoice', 'credit-note', 'brought-in'))
);
CREATE UNIQUE INDEX number_series_legal_entity_id_kind_year_key ON number_series (legal_entity_id,
  kind, year);

CREATE TABLE invoice (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  series_id uuid NOT NULL REFERENCES number_series (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  series_number bigint NOT NULL,
  number text NOT NULL,
  payment_reference text NOT NULL,
  -- Null: another system issued it, and it was brought in with what was open of it.
  sale_id uuid REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  issued_on date NOT NULL,
  issued_at timestamptz(6) NOT NULL,
  currency char(3) NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  -- The part settled at the till, before the receivable began; what cash was rounded by there is in
  -- it.
  prepaid_amount bigint NOT NULL,
  language text NOT NULL,
  CONSTRAINT invoice_prepaid CHECK (prepaid_amount BETWEEN 0 AND total_amount),
  CONSTRAINT invoice_total CHECK (total_amount = net_amount + tax_amount)
);
CREATE INDEX invoice_customer_id_idx ON invoice (customer_id);
CREATE INDEX invoice_issued_at_id_idx ON invoice (issued_at, id);
-- Found by how they begin, too.
CREATE UNIQUE INDEX invoice_number_key ON invoice (number text_pattern_ops);
CREATE UNIQUE INDEX invoice_payment_reference_key ON invoice (payment_reference text_pattern_ops);
CREATE INDEX invoice_reference_key ON invoice (folded_reference_key(number));
CREATE UNIQUE INDEX invoice_sale_id_key ON invoice (sale_id);
CREATE UNIQUE INDEX invoice_series_id_series_number_key ON invoice (series_id, series_number);
CREATE TRIGGER invoice_audit AFTER INSERT OR DELETE OR UPDATE ON invoice
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER invoice_immutable BEFORE UPDATE ON invoice
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
-- What another system issued was brought in, and goes with its import while nothing depends on it.
CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice
  FOR EACH ROW EXECUTE FUNCTION keep_own_invoice();
CREATE TRIGGER invoice_not_truncated BEFORE TRUNCATE ON invoice
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE virtual_account ADD FOREIGN KEY (invoice_id) REFERENCES invoice (id)
  ON DELETE SET NULL ON UPDATE CASCADE;

-- The moving part of an invoice: where collecting it stands. `version` grows with every change that
-- a notice must know of.
CREATE TABLE receivable (
  invoice_id uuid PRIMARY KEY REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  customer_id uuid NOT NULL,
  state text NOT NULL,
  dunning_level integer NOT NULL DEFAULT 0,
  last_notice_on date,
  version integer NOT NULL DEFAULT 0,
  next_step text,
  next_step_at timestamptz(6),
  opened_at timestamptz(6) NOT NULL,
  outcome text,
  closed_at timestamptz(6),
  CONSTRAINT receivable_closed
    CHECK ((state = 'closed') = (closed_at IS NOT NULL)
      AND (closed_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT receivable_level CHECK (dunning_level >= 0),
  CONSTRAINT receivable_outcome CHECK (outcome IN ('paid', 'credited', 'written-off')),
  CONSTRAINT receivable_state CHECK (state IN ('open', 'placed', 'closed'))
);
CREATE INDEX receivable_customer_id_idx ON receivable (customer_id);
CREATE INDEX receivable_state_idx ON receivable (state);
CREATE TRIGGER receivable_audit AFTER INSERT OR DELETE OR UPDATE ON receivable
  FOR EACH ROW EXECUTE FUNCTION audit_change('invoice_id');

CREATE TABLE invoice_line (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line_number integer NOT NULL,
  sku text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  quantity_milli bigint NOT NULL,
  unit_price_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  net_amount bigint NOT NULL,
  tax_code text NOT NULL,
  tax_base_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  currency char(3) NOT NULL
);
CREATE UNIQUE INDEX invoice_line_invoice_id_line_number_key ON invoice_line (invoice_id,
  line_number);
CREATE TRIGGER invoice_line_immutable BEFORE UPDATE ON invoice_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER invoice_line_kept BEFORE DELETE ON invoice_line
  FOR EACH ROW EXECUTE FUNCTION keep_own_invoice();
CREATE TRIGGER invoice_line_not_truncated BEFORE TRUNCATE ON invoice_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- One receivable: an instalment of an invoice (or a dunning fee, or an opening balance) and what is
-- left of it.
CREATE TABLE open_item (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  instalment integer NOT NULL,
  due_on date NOT NULL,
  currency char(3) NOT NULL,
  amount bigint NOT NULL,
  open_amount bigint NOT NULL,
  -- The day of the invoice, or on which the fee was charged; since when nothing is open of it, which
  -- is the latest day of what settled it. Reports of a past day read only what was open on it.
  counts_from date NOT NULL,
  settled_on date,
  created_at timestamptz(6) NOT NULL,
  CONSTRAINT open_item_days CHECK (settled_on >= counts_from),
  CONSTRAINT open_item_kind CHECK (kind IN ('instalment', 'fee', 'opening')),
  CONSTRAINT open_item_open CHECK (amount > 0 AND open_amount BETWEEN 0 AND amount)
);
CREATE INDEX open_item_customer_id_due_on_idx ON open_item (customer_id, due_on);
-- Whose debt is the only one of this amount.
CREATE INDEX open_item_open_amount ON open_item (open_amount, currency) WHERE open_amount > 0;
CREATE INDEX open_item_days ON open_item USING gist (daterange(counts_from, settled_on));
CREATE INDEX open_item_due ON open_item (due_on) WHERE open_amount > 0;
CREATE UNIQUE INDEX open_item_invoice_id_kind_instalment_key ON open_item (invoice_id, kind,
  instalment);
CREATE INDEX open_item_open ON open_item (customer_id, due_on) WHERE open_amount > 0;
CREATE TRIGGER open_item_match AFTER INSERT OR UPDATE OF open_amount ON open_item
  FOR EACH ROW EXECUTE FUNCTION request_match();
-- At the end of the transaction, when it holds the receivables.
CREATE CONSTRAINT TRIGGER open_item_due_day AFTER INSERT OR DELETE OR UPDATE ON open_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_due_day();
CREATE TRIGGER open_item_audit AFTER INSERT OR DELETE OR UPDATE ON open_item
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE credit_note (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  series_id uuid NOT NULL REFERENCES number_series (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  series_number bigint NOT NULL,
  number text NOT NULL,
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  dispute_id uuid,
  reason text NOT NULL,
  issued_on date NOT NULL,
  issued_at timestamptz(6) NOT NULL,
  currency char(3) NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  issued_by text,
  -- The request that a second person approved; null when one person alone might issue it.
  request_id uuid,
  CONSTRAINT credit_note_total CHECK (total_amount = net_amount + tax_amount AND total_amount > 0)
);
CREATE INDEX credit_note_invoice_id_idx ON credit_note (invoice_id);
CREATE UNIQUE INDEX credit_note_number_key ON credit_note (number);
CREATE UNIQUE INDEX credit_note_request_id_key ON credit_note (request_id);
CREATE UNIQUE INDEX credit_note_series_id_series_number_key ON credit_note (series_id,
  series_number);
CREATE TRIGGER credit_note_audit AFTER INSERT OR DELETE OR UPDATE ON credit_note
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER credit_note_by_two BEFORE INSERT ON credit_note
  FOR EACH ROW EXECUTE FUNCTION check_credit_note_limit();
CREATE TRIGGER credit_note_immutable BEFORE DELETE OR UPDATE ON credit_note
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER credit_note_not_truncated BEFORE TRUNCATE ON credit_note
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- A credit note above what one person alone may issue; it gets its number when a second person
-- agrees.
CREATE TABLE credit_note_request (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  dispute_id uuid,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz(6) NOT NULL,
  decided_by text,
  decided_at timestamptz(6),
  CONSTRAINT credit_note_request_amount CHECK (amount > 0),
  CONSTRAINT credit_note_request_four_eyes
    CHECK (state <> 'approved' OR decided_by <> requested_by),
  CONSTRAINT credit_note_request_second_person
    CHECK (num_nonnulls(decided_by, decided_at) = CASE state WHEN 'requested' THEN 0 ELSE 2 END),
  CONSTRAINT credit_note_request_state
    CHECK (state IN ('requested', 'approved', 'rejected', 'lapsed'))
);
CREATE INDEX credit_note_request_invoice_id_idx ON credit_note_request (invoice_id);
-- One request at a time waits for its second person.
CREATE UNIQUE INDEX credit_note_request_one_requested ON credit_note_request (invoice_id)
  WHERE state = 'requested';
CREATE TRIGGER credit_note_request_audit AFTER INSERT OR DELETE OR UPDATE ON credit_note_request
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER credit_note_request_stays BEFORE INSERT OR UPDATE ON credit_note_request
  FOR EACH ROW EXECUTE FUNCTION check_credit_note_request();
ALTER TABLE credit_note ADD FOREIGN KEY (request_id) REFERENCES credit_note_request (id)
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- A request to give up what is left of an invoice. It also ends when the invoice owes nothing any
-- more; `decided_by` is then whoever settled it.
CREATE TABLE write_off (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  invoice_id uuid NOT NULL REFERENCES invoice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  placement_id uuid,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz(6) NOT NULL,
  decided_by text,
  decided_at timestamptz(6),
  CONSTRAINT write_off_amount CHECK (amount > 0),
  CONSTRAINT write_off_four_eyes CHECK (state <> 'approved' OR decided_by <> requested_by),
  CONSTRAINT write_off_second_person CHECK (state = 'requested' OR decided_by IS NOT NULL),
  CONSTRAINT write_off_state CHECK (state IN ('requested', 'approved', 'rejected', 'lapsed'))
);
CREATE INDEX write_off_invoice_id_idx ON write_off (invoice_id);
-- One request at a time waits for its second person.
CREATE UNIQUE INDEX write_off_one_requested ON write_off (invoice_id)
  WHERE state = 'requested';
CREATE TRIGGER write_off_audit AFTER INSERT OR DELETE OR UPDATE ON write_off
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Money, credit or loss joined to an open item. Exactly one source. Undone by a reversal row, never
-- deleted.
CREATE TABLE allocation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  open_item_id uuid NOT NULL REFERENCES open_item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  payment_id uuid,
  credit_note_id uuid REFERENCES credit_note (id) ON DELETE SET NULL ON UPDATE CASCADE,
  write_off_id uuid REFERENCES write_off (id) ON DELETE SET NULL ON UPDATE CASCADE,
  deduction_id uuid,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  booked_on date NOT NULL,
  booked_at timestamptz(6) NOT NULL,
  booked_by text NOT NULL,
  evidence jsonb,
  reversed_at timestamptz(6),
  reversed_on date,
  reversed_by text,
  reversal_reason text,
  CONSTRAINT allocation_amount CHECK (amount > 0),
  CONSTRAINT allocation_kind CHECK (kind IN ('payment', 'credit-note', 'write-off', 'deduction')),
  CONSTRAINT allocation_one_source
    CHECK ( num_nonnulls(payment_id, credit_note_id, write_off_id, deduction_id) = 1 AND (kind =
      'payment') = (payment_id IS NOT NULL) AND (kind = 'credit-note') = (credit_note_id IS NOT
      NULL) AND (kind = 'write-off') = (write_off_id IS NOT NULL) AND (kind = 'deduction') =
      (deduction_id IS NOT NULL)),
  CONSTRAINT allocation_reversal
    CHECK (num_nonnulls(reversed_at, reversed_on, reversed_by) IN (0, 3))
);
CREATE INDEX allocation_deduction_id_idx ON allocation (deduction_id);
CREATE INDEX allocation_live ON allocation (open_item_id) WHERE reversed_at IS NULL;
CREATE INDEX allocation_open_item_id_idx ON allocation (open_item_id);
CREATE INDEX allocation_payment_id_idx ON allocation (payment_id);
CREATE TRIGGER allocation_audit AFTER INSERT OR DELETE OR UPDATE ON allocation
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER allocation_in_one_book BEFORE INSERT OR UPDATE OF open_item_id, payment_id,
  credit_note_id, write_off_id, deduction_id, currency ON allocation FOR EACH ROW EXECUTE FUNCTION
  check_allocation_in_one_book();

-- What a payer kept back, and why (bank fee, withheld tax, agreed discount).
CREATE TABLE deduction (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  payment_id uuid NOT NULL,
  reason text NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  document_reference text,
  state text NOT NULL,
  created_at timestamptz(6) NOT NULL,
  CONSTRAINT deduction_amount CHECK (amount > 0)
);
CREATE INDEX deduction_payment_id_idx ON deduction (payment_id);
CREATE TRIGGER deduction_audit AFTER INSERT OR DELETE OR UPDATE ON deduction
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
ALTER TABLE allocation ADD FOREIGN KEY (deduction_id) REFERENCES deduction (id)
  ON DELETE SET NULL ON UPDATE CASCADE;

-- ------------------------------------------------------------------ rights

-- Commands alone write these tables, with the rights of their owner (prisma/functions/rights.sql);
-- the processes read them.
GRANT SELECT ON number_series, invoice, invoice_line, credit_note, receivable, open_item,
  credit_note_request, write_off, allocation, deduction TO lunas_app;
