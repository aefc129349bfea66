-- Sales.

-- A captured sale. Immutable: what happens to it afterwards stands in `SaleLifecycle` and in
-- documents.
CREATE TABLE sale (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  terminal_id uuid NOT NULL REFERENCES terminal (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  customer_id uuid REFERENCES customer (id) ON DELETE SET NULL ON UPDATE CASCADE,
  mode text NOT NULL,
  delivery text NOT NULL,
  language text NOT NULL,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  priced json NOT NULL,
  device_sequence bigint NOT NULL,
  receipt_serial bigint NOT NULL,
  price_version integer NOT NULL,
  business_date date NOT NULL,
  captured_at timestamptz(6) NOT NULL,
  booked_at timestamptz(6) NOT NULL,
  currency char(3) NOT NULL,
  gross_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  -- The discount without the tax it contains, as the ledger books it.
  discount_base_amount bigint NOT NULL,
  tax_base_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  rounding_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  on_account_amount bigint NOT NULL,
  cashier text NOT NULL,
  CONSTRAINT sale_delivery CHECK (delivery IN ('carried', 'later')),
  CONSTRAINT sale_mode CHECK (mode IN ('online', 'completed')),
  CONSTRAINT sale_on_account CHECK (on_account_amount BETWEEN 0 AND total_amount - rounding_amount),
  CONSTRAINT sale_on_account_customer CHECK (on_account_amount = 0 OR customer_id IS NOT NULL),
  CONSTRAINT sale_total CHECK (total_amount = tax_base_amount + tax_amount)
);
CREATE INDEX sale_business_date_id_idx ON sale (business_date, id);
CREATE INDEX sale_customer_id_idx ON sale (customer_id);
-- What the customer had to pay, as the receipt says it.
CREATE INDEX sale_due_amount ON sale ((total_amount - rounding_amount), business_date);
-- Found by how it begins, too.
CREATE UNIQUE INDEX sale_number_key ON sale (number text_pattern_ops);
CREATE INDEX sale_store_id_business_date_idx ON sale (store_id, business_date);
CREATE INDEX sale_terminal_id_device_sequence_idx ON sale (terminal_id, device_sequence);
CREATE UNIQUE INDEX sale_terminal_id_receipt_serial_key ON sale (terminal_id, receipt_serial);
CREATE TRIGGER sale_immutable BEFORE DELETE OR UPDATE ON sale
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_not_truncated BEFORE TRUNCATE ON sale
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE stock_reservation ADD FOREIGN KEY (sale_id) REFERENCES sale (id)
  ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

CREATE TRIGGER sale_not_in_shadow BEFORE INSERT ON sale
  FOR EACH ROW EXECUTE FUNCTION refuse_sale_in_shadow();

-- A sale of a store in shadow, as it was priced. Nothing refers to it, and no figure of the company
-- counts it: another system sells in the store until people switch it over.
CREATE TABLE shadow_sale (
  id uuid PRIMARY KEY,
  -- Of the slip that the other system printed, or of the till.
  number text NOT NULL,
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  terminal_id uuid NOT NULL REFERENCES terminal (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- As the other system calls the till that sold.
  till text NOT NULL,
  content_hash bytea NOT NULL,
  content json NOT NULL,
  priced json NOT NULL,
  exceptions jsonb NOT NULL,
  device_sequence bigint NOT NULL,
  business_date date NOT NULL,
  captured_at timestamptz(6) NOT NULL,
  received_at timestamptz(6) NOT NULL,
  currency char(3) NOT NULL,
  gross_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  tax_base_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  rounding_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  CONSTRAINT shadow_sale_total CHECK (total_amount = tax_base_amount + tax_amount)
);
CREATE INDEX shadow_sale_store_id_business_date_id_idx ON shadow_sale (store_id, business_date, id);
CREATE INDEX shadow_sale_terminal_id_device_sequence_idx
  ON shadow_sale (terminal_id, device_sequence);
-- keep_shadow_sale writes one audit row for a new one.
CREATE TRIGGER shadow_sale_audit AFTER DELETE OR UPDATE ON shadow_sale
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What the old system says that a store in shadow, or a till of it, sold on a day. What it does not
-- say is empty and not compared.
CREATE TABLE shadow_day_total (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  day date NOT NULL,
  -- As the old system calls it; NULL: the store as a whole.
  till text,
  currency char(3) NOT NULL,
  sales_count integer,
  gross_amount bigint,
  net_amount bigint,
  tax_amount bigint,
  total_amount bigint,
  -- {code: amount} and {type: amount} in booked units, and [{number, due}].
  taxes jsonb,
  tenders jsonb,
  slips jsonb,
  given_by text NOT NULL,
  given_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX shadow_day_total_store_id_day_till ON shadow_day_total (store_id, day, till)
  NULLS NOT DISTINCT;
CREATE TRIGGER shadow_day_total_audit AFTER INSERT OR DELETE OR UPDATE ON shadow_day_total
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Where a sale stands now, since when, and what comes next.
CREATE TABLE sale_lifecycle (
  sale_id uuid PRIMARY KEY REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  store_id uuid NOT NULL,
  customer_id uuid,
  stage text NOT NULL,
  since timestamptz(6) NOT NULL,
  next_step text,
  next_step_at timestamptz(6),
  -- The earliest day on which something open of it is due (note_due_day).
  due_on date,
  delivery_state text NOT NULL,
  delivery_expires_at timestamptz(6),
  delivered_at timestamptz(6),
  outcome text,
  closed_at timestamptz(6),
  CONSTRAINT sale_lifecycle_closed
    CHECK ((stage = 'closed') = (closed_at IS NOT NULL)
      AND (closed_at IS NULL) = (outcome IS NULL)),
  CONSTRAINT sale_lifecycle_delivery CHECK (delivery_state IN ('delivered', 'pending', 'expired')),
  CONSTRAINT sale_lifecycle_outcome
    CHECK (outcome IN ('paid', 'cancelled', 'credited', 'written-off')),
  CONSTRAINT sale_lifecycle_stage
    CHECK (stage IN ('captured', 'delivering', 'invoicing', 'collecting', 'placed', 'closed'))
);
-- One for each way in which the list is filtered and ordered (api/routes/lifecycle/lifecycle-rows.ts),
-- so that a page costs the same wherever it is.
CREATE INDEX sale_lifecycle_since_sale_id_idx ON sale_lifecycle (since, sale_id);
CREATE INDEX sale_lifecycle_store_id_since_sale_id_idx ON sale_lifecycle (store_id, since, sale_id);
CREATE INDEX sale_lifecycle_customer ON sale_lifecycle (customer_id, since, sale_id)
  WHERE customer_id IS NOT NULL;
CREATE INDEX sale_lifecycle_open ON sale_lifecycle (since, sale_id) WHERE closed_at IS NULL;
CREATE INDEX sale_lifecycle_next ON sale_lifecycle (
  coalesce(next_step_at, '9999-12-31 00:00:00+00'::timestamptz), sale_id) WHERE closed_at IS NULL;
CREATE INDEX sale_lifecycle_letter ON sale_lifecycle (since, sale_id)
  WHERE closed_at IS NULL AND next_step LIKE 'reminder-%';
CREATE INDEX sale_lifecycle_hold ON sale_lifecycle (since, sale_id)
  WHERE closed_at IS NULL AND next_step LIKE 'hold-%';
CREATE INDEX sale_lifecycle_stage ON sale_lifecycle (stage, since, sale_id, due_on);
CREATE INDEX sale_lifecycle_unpaid ON sale_lifecycle (outcome, since, sale_id)
  WHERE outcome <> 'paid';
CREATE TRIGGER sale_lifecycle_audit AFTER DELETE OR UPDATE OF sale_id, store_id, customer_id, stage,
  since, next_step, next_step_at, delivery_state, delivery_expires_at, delivered_at, outcome,
  closed_at ON sale_lifecycle FOR EACH ROW EXECUTE FUNCTION audit_change('sale_id');

-- The story of a sale, one line for everything that happened, in the order it was booked.
CREATE TABLE lifecycle_event (
  id bigserial PRIMARY KEY,
  sale_id uuid NOT NULL REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  at timestamptz(6) NOT NULL,
  kind text NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  document_kind text,
  document_id uuid,
  document_number text,
  amount bigint,
  currency char(3),
  workflow_id text,
  detail jsonb
);
CREATE INDEX lifecycle_event_sale_id_id_idx ON lifecycle_event (sale_id, id);
CREATE TRIGGER lifecycle_event_immutable BEFORE DELETE OR UPDATE ON lifecycle_event
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER lifecycle_event_not_truncated BEFORE TRUNCATE ON lifecycle_event
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE sale_line (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_id uuid NOT NULL REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line_number integer NOT NULL,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  sku text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  quantity_milli bigint NOT NULL,
  unit_price_amount bigint NOT NULL,
  gross_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  net_amount bigint NOT NULL,
  tax_code text NOT NULL,
  tax_base_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  -- The list and the change of prices that its list price comes from; null: the price that holds for
  -- everybody, and an item in suspense.
  price_list_id uuid REFERENCES price_list (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  price_version integer,
  CONSTRAINT sale_line_net CHECK (net_amount = gross_amount - discount_amount AND net_amount >= 0),
  CONSTRAINT sale_line_quantity CHECK (quantity_milli > 0)
);
CREATE INDEX sale_line_item_id_idx ON sale_line (item_id);
CREATE UNIQUE INDEX sale_line_sale_id_line_number_key ON sale_line (sale_id, line_number);
CREATE TRIGGER sale_line_immutable BEFORE DELETE OR UPDATE ON sale_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_line_not_truncated BEFORE TRUNCATE ON sale_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE stock_reservation ADD FOREIGN KEY (sale_line_id) REFERENCES sale_line (id)
  ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- What promotions gave on a line, those of the line before that of the basket; part of its discount.
CREATE TABLE sale_line_promotion (
  sale_line_id uuid NOT NULL REFERENCES sale_line (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  place integer NOT NULL,
  -- Null: the till named one that is not known here.
  promotion_id uuid REFERENCES promotion (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  code text NOT NULL,
  -- As it was called then.
  name text NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  PRIMARY KEY (sale_line_id, place),
  CONSTRAINT sale_line_promotion_amount CHECK (amount > 0)
);
CREATE INDEX sale_line_promotion_promotion_id_idx ON sale_line_promotion (promotion_id);
CREATE TRIGGER sale_line_promotion_immutable BEFORE DELETE OR UPDATE ON sale_line_promotion
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_line_promotion_not_truncated BEFORE TRUNCATE ON sale_line_promotion
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- In how many sales a promotion with a limit has given something: ever ('all'), on a business day,
-- and to a customer on a business day (activities/sale/promotion/occasion.ts).
CREATE TABLE promotion_count (
  scope text NOT NULL,
  promotion_id uuid NOT NULL REFERENCES promotion (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  used integer NOT NULL,
  PRIMARY KEY (scope, promotion_id),
  CONSTRAINT promotion_count_used CHECK (used >= 0)
);

-- Which of these counts a sale is in; one that is undone gives its uses back.
CREATE TABLE promotion_use (
  sale_id uuid NOT NULL REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  promotion_id uuid NOT NULL REFERENCES promotion (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  scope text NOT NULL,
  given_back_at timestamptz(6),
  PRIMARY KEY (sale_id, promotion_id, scope)
);
CREATE INDEX promotion_use_promotion_id_idx ON promotion_use (promotion_id);
CREATE TRIGGER promotion_use_audit AFTER DELETE OR UPDATE ON promotion_use
  FOR EACH ROW EXECUTE FUNCTION audit_change('sale_id');

-- What a line in suspense turned out to be: its goods left then, and its tax follows the item. One
-- at a time stands; a wrong one is undone.
CREATE TABLE sale_line_identification (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_line_id uuid NOT NULL REFERENCES sale_line (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  tax_code text NOT NULL,
  tax_base_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  -- What left the shelf for it, and what that had cost; less than was sold when less was there.
  issued_milli bigint NOT NULL DEFAULT 0,
  cost_amount bigint NOT NULL DEFAULT 0,
  currency char(3) NOT NULL,
  identified_by text NOT NULL,
  identified_name text NOT NULL,
  identified_at timestamptz(6) NOT NULL,
  undone_by text,
  undone_at timestamptz(6),
  undone_reason text,
  CONSTRAINT sale_line_identification_goods CHECK (issued_milli >= 0 AND cost_amount >= 0),
  CONSTRAINT sale_line_identification_undone
    CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL))
);
CREATE INDEX sale_line_identification_item_id_idx ON sale_line_identification (item_id);
CREATE UNIQUE INDEX sale_line_identification_standing ON sale_line_identification (sale_line_id)
  WHERE undone_at IS NULL;
CREATE TRIGGER sale_line_identification_audit AFTER INSERT OR DELETE OR UPDATE
  ON sale_line_identification
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE sale_tender (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_id uuid NOT NULL REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  tender_number integer NOT NULL,
  type text NOT NULL,
  amount bigint NOT NULL,
  tendered_amount bigint NOT NULL,
  change_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  reference text,
  CONSTRAINT sale_tender_amount
    CHECK (amount > 0 AND tendered_amount = amount + change_amount AND change_amount >= 0),
  CONSTRAINT sale_tender_type
    CHECK (type IN ('cash', 'card', 'qris', 'voucher', 'storeCredit', 'onAccount'))
);
-- The last four digits of a card, which stand behind its masked ones or end the reference
-- (api/routes/sale/found-sales.ts).
CREATE INDEX sale_tender_card_ending ON sale_tender (
  coalesce(substring(reference from '[*xX.]{2}[ -]*([0-9]{4})'), right(reference, 4)))
  WHERE type = 'card';
CREATE UNIQUE INDEX sale_tender_sale_id_tender_number_key ON sale_tender (sale_id, tender_number);
CREATE TRIGGER sale_tender_immutable BEFORE DELETE OR UPDATE ON sale_tender
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_tender_not_truncated BEFORE TRUNCATE ON sale_tender
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE sale_return (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_id uuid NOT NULL REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number text NOT NULL,
  kind text NOT NULL,
  reason text NOT NULL,
  business_date date NOT NULL,
  at timestamptz(6) NOT NULL,
  currency char(3) NOT NULL,
  total_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  requested_by text NOT NULL,
  approved_by text,
  CONSTRAINT sale_return_kind CHECK (kind IN ('return', 'void'))
);
CREATE UNIQUE INDEX sale_return_number_key ON sale_return (number);
CREATE INDEX sale_return_sale_id_idx ON sale_return (sale_id);
CREATE TRIGGER sale_return_audit AFTER INSERT OR DELETE OR UPDATE ON sale_return
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER sale_return_immutable BEFORE DELETE OR UPDATE ON sale_return
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_return_not_truncated BEFORE TRUNCATE ON sale_return
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE sale_return_line (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_return_id uuid NOT NULL REFERENCES sale_return (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  sale_line_id uuid NOT NULL REFERENCES sale_line (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  quantity_milli bigint NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  CONSTRAINT sale_return_line_quantity CHECK (quantity_milli > 0)
);
CREATE INDEX sale_return_line_sale_line_id_idx ON sale_return_line (sale_line_id);
CREATE TRIGGER sale_return_line_immutable BEFORE DELETE OR UPDATE ON sale_return_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sale_return_line_not_truncated BEFORE TRUNCATE ON sale_return_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The slip that was given (or is to be given) for a sale; for a retailer it is the tax invoice.
CREATE TABLE receipt (
  sale_id uuid PRIMARY KEY REFERENCES sale (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  serial text NOT NULL,
  language text NOT NULL,
  origin text NOT NULL,
  created_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX receipt_serial_key ON receipt (serial);
CREATE TRIGGER receipt_immutable BEFORE DELETE OR UPDATE ON receipt
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER receipt_not_truncated BEFORE TRUNCATE ON receipt
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE print_job (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_id uuid REFERENCES sale (id) ON DELETE SET NULL ON UPDATE CASCADE,
  printer_id uuid NOT NULL REFERENCES printer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  copy_number integer NOT NULL,
  state text NOT NULL,
  process_id char(4) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  content_sha256 bytea,
  failure text,
  created_by text NOT NULL,
  created_at timestamptz(6) NOT NULL,
  ended_at timestamptz(6),
  CONSTRAINT print_job_copy CHECK ((kind = 'RECEIPT') = (copy_number = 0)),
  CONSTRAINT print_job_kind CHECK (kind IN ('RECEIPT', 'REPRINT', 'X', 'Z')),
  CONSTRAINT print_job_state
    CHECK (state IN ('QUEUED', 'PREFLIGHT', 'SENDING', 'PRINTED', 'SENT_UNCONFIRMED', 'NOT_SENT',
      'UNKNOWN', 'FAILED'))
);
CREATE UNIQUE INDEX print_job_sale_id_kind_copy_number_key ON print_job (sale_id, kind,
  copy_number);
CREATE INDEX print_job_state_idx ON print_job (state);
CREATE INDEX print_job_waiting ON print_job (printer_id, created_at) WHERE ended_at IS NULL;
CREATE TRIGGER print_job_audit AFTER DELETE OR UPDATE ON print_job
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE shift (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  terminal_id uuid NOT NULL REFERENCES terminal (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  business_date date NOT NULL,
  opened_at timestamptz(6) NOT NULL,
  opened_by text NOT NULL,
  opening_float_amount bigint NOT NULL,
  closed_at timestamptz(6),
  closed_by text,
  counted_amount bigint,
  expected_amount bigint,
  variance_reason text,
  currency char(3) NOT NULL,
  z_report_id uuid
);
CREATE TRIGGER shift_audit AFTER INSERT OR DELETE OR UPDATE ON shift
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE cash_movement (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  shift_id uuid NOT NULL REFERENCES shift (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  reason text NOT NULL,
  at timestamptz(6) NOT NULL,
  actor_id text NOT NULL
);
CREATE INDEX cash_movement_shift_id_idx ON cash_movement (shift_id);
CREATE TRIGGER cash_movement_audit AFTER INSERT OR DELETE OR UPDATE ON cash_movement
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER cash_movement_immutable BEFORE DELETE OR UPDATE ON cash_movement
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER cash_movement_not_truncated BEFORE TRUNCATE ON cash_movement
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE cash_count (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  shift_id uuid NOT NULL REFERENCES shift (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  denominations jsonb NOT NULL,
  total_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  at timestamptz(6) NOT NULL,
  actor_id text NOT NULL
);
CREATE INDEX cash_count_shift_id_idx ON cash_count (shift_id);
CREATE TRIGGER cash_count_immutable BEFORE DELETE OR UPDATE ON cash_count
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER cash_count_not_truncated BEFORE TRUNCATE ON cash_count
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE z_report (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  store_id uuid NOT NULL REFERENCES store (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  number bigint NOT NULL,
  business_date date NOT NULL,
  content json NOT NULL,
  at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX z_report_store_id_number_key ON z_report (store_id, number);
CREATE TRIGGER z_report_immutable BEFORE DELETE OR UPDATE ON z_report
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER z_report_not_truncated BEFORE TRUNCATE ON z_report
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
ALTER TABLE shift ADD FOREIGN KEY (z_report_id) REFERENCES z_report (id)
  ON DELETE SET NULL ON UPDATE CASCADE;

-- What a sandbox terminal sold, for a day: the answer that it got, so that a repetition gets the same.
-- No other table refers to it, and nothing is made from it.
CREATE TABLE sandbox_sale (
  id uuid PRIMARY KEY,
  terminal_id uuid NOT NULL REFERENCES terminal (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- Of all sandbox terminals; never used again.
  number bigint GENERATED ALWAYS AS IDENTITY,
  content_hash bytea NOT NULL,
  device_sequence bigint NOT NULL,
  -- As capture_sale answered it, with a number of its own.
  answer jsonb NOT NULL,
  captured_at timestamptz(6) NOT NULL,
  delivered_at timestamptz(6),
  -- Of the receipt: asked for, and never printed.
  copies integer NOT NULL DEFAULT 0
);
CREATE INDEX sandbox_sale_terminal_id_captured_at_idx ON sandbox_sale (terminal_id, captured_at);

-- At the end of a transaction no sale of a sandbox terminal is in the books (ADR 21): what
-- capture_sandbox_sale rehearses is gone by then.
CREATE CONSTRAINT TRIGGER sale_is_no_rehearsal AFTER INSERT ON sale
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_sandbox_sale();
CREATE CONSTRAINT TRIGGER shadow_sale_is_no_rehearsal AFTER INSERT ON shadow_sale
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION forbid_sandbox_sale();

-- ------------------------------------------------------------------ rights

-- Commands alone write these tables, with the rights of their owner (prisma/functions/rights.sql);
-- the processes read them.
GRANT SELECT ON shadow_sale, sale, sale_line, sale_line_promotion, sale_line_identification,
  sale_tender, sale_return, sale_return_line, sale_lifecycle, lifecycle_event, receipt, print_job,
  promotion_count, promotion_use, sandbox_sale TO lunas_app;
GRANT SELECT, INSERT ON cash_movement, cash_count, z_report TO lunas_app;
GRANT SELECT, INSERT, UPDATE ON shift TO lunas_app;
-- They are the word of another system, and are replaced when it says otherwise.
GRANT SELECT, INSERT, UPDATE, DELETE ON shadow_day_total TO lunas_app;
