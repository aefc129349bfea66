-- Ledger.

CREATE TABLE account (
  code text PRIMARY KEY,
  -- The name that code uses for the account, such as `receivables`.
  role text NOT NULL,
  name_en text NOT NULL,
  name_id text NOT NULL,
  kind text NOT NULL,
  clearing_limit_days integer,
  CONSTRAINT account_kind CHECK (kind IN ('asset', 'liability', 'equity', 'revenue', 'expense'))
);
CREATE UNIQUE INDEX account_role_key ON account (role);
ALTER TABLE tender_rule ADD FOREIGN KEY (account_code) REFERENCES account (code)
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE bank_account ADD FOREIGN KEY (account_code) REFERENCES account (code)
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE payment ADD FOREIGN KEY (account_code) REFERENCES account (code)
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- How a period ends cannot be half said.
CREATE TABLE accounting_period (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  starts_on date NOT NULL,
  ends_on date NOT NULL,
  state text NOT NULL,
  closed_at timestamptz(6),
  closed_by text,
  CONSTRAINT accounting_period_closed
    CHECK ( (state = 'closed') = (closed_at IS NOT NULL) AND (closed_at IS NULL) = (closed_by IS
      NULL)),
  CONSTRAINT accounting_period_days CHECK (ends_on >= starts_on),
  CONSTRAINT accounting_period_state CHECK (state IN ('open', 'closed')),
  CONSTRAINT accounting_period_no_overlap
    EXCLUDE USING gist (legal_entity_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
);
CREATE TRIGGER accounting_period_alone BEFORE INSERT OR DELETE OR UPDATE ON accounting_period
  FOR EACH STATEMENT EXECUTE FUNCTION lock_books_alone();
CREATE TRIGGER accounting_period_audit AFTER INSERT OR DELETE OR UPDATE ON accounting_period
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');
CREATE TRIGGER accounting_period_closes BEFORE INSERT OR UPDATE ON accounting_period
  FOR EACH ROW WHEN ((new.state = 'closed'::text)) EXECUTE FUNCTION close_after_last_entry();

CREATE TABLE journal_entry (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  business_date date NOT NULL,
  kind text NOT NULL,
  document_kind text NOT NULL,
  document_id uuid NOT NULL,
  description text NOT NULL,
  at timestamptz(6) NOT NULL,
  -- The order in which entries are sealed (audit_seal).
  position bigserial
);
CREATE UNIQUE INDEX journal_entry_position_key ON journal_entry ("position");
CREATE UNIQUE INDEX journal_entry_document_kind_document_id_kind_key ON journal_entry
  (document_kind, document_id, kind);
CREATE INDEX journal_entry_business_date_legal_entity_id_idx ON journal_entry (business_date,
  legal_entity_id);
CREATE TRIGGER journal_entry_immutable BEFORE DELETE OR UPDATE ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER journal_entry_not_truncated BEFORE TRUNCATE ON journal_entry
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- `amount` is signed: debit positive, credit negative. The lines of an entry sum to zero.
CREATE TABLE journal_line (
  entry_id uuid NOT NULL REFERENCES journal_entry (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line_number integer NOT NULL,
  account_code text NOT NULL REFERENCES account (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  store_id uuid,
  customer_id uuid,
  amount bigint NOT NULL,
  currency char(3) NOT NULL,
  PRIMARY KEY (entry_id, line_number),
  CONSTRAINT journal_line_moves CHECK (amount <> 0)
);
CREATE INDEX journal_line_account_code_idx ON journal_line (account_code);
CREATE TRIGGER journal_line_immutable BEFORE DELETE OR UPDATE ON journal_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER journal_line_not_truncated BEFORE TRUNCATE ON journal_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- What the journal adds up to, so that no report reads all of it (docs/adr/0017). `fold_journal`
-- adds entries in the order of their position; readers add those that came after `folded_to`
-- (ledger_days, ledger_until, margin_days). No sale waits for it. A `store_id` or `item_id` of
-- zeros stands for none.
CREATE TABLE ledger_fold (
  one boolean PRIMARY KEY DEFAULT true,
  -- The highest position in the sums.
  folded_to bigint NOT NULL DEFAULT 0,
  CONSTRAINT ledger_fold_one CHECK (one)
);
INSERT INTO ledger_fold DEFAULT VALUES;

CREATE TABLE ledger_day (
  currency char(3) NOT NULL,
  business_date date NOT NULL,
  account_code text NOT NULL REFERENCES account (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  store_id uuid NOT NULL,
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  debit_amount bigint NOT NULL,
  credit_amount bigint NOT NULL,
  PRIMARY KEY (currency, business_date, account_code, store_id, legal_entity_id),
  CONSTRAINT ledger_day_amounts CHECK (debit_amount >= 0 AND credit_amount >= 0)
);

-- `month` is its first day.
CREATE TABLE ledger_month (
  currency char(3) NOT NULL,
  month date NOT NULL,
  account_code text NOT NULL REFERENCES account (code) ON DELETE RESTRICT ON UPDATE CASCADE,
  legal_entity_id uuid NOT NULL REFERENCES legal_entity (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  debit_amount bigint NOT NULL,
  credit_amount bigint NOT NULL,
  PRIMARY KEY (currency, month, account_code, legal_entity_id),
  CONSTRAINT ledger_month_amounts CHECK (debit_amount >= 0 AND credit_amount >= 0),
  CONSTRAINT ledger_month_first_day CHECK (extract(day FROM month) = 1)
);

-- Net sales and cost of goods of a product in a store, as the report of margins shows them.
CREATE TABLE margin_day (
  currency char(3) NOT NULL,
  business_date date NOT NULL,
  item_id uuid NOT NULL,
  store_id uuid NOT NULL,
  net_sales_amount bigint NOT NULL,
  cost_amount bigint NOT NULL,
  PRIMARY KEY (currency, business_date, item_id, store_id)
);

CREATE TRIGGER account_immutable BEFORE DELETE OR UPDATE ON account
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER account_not_truncated BEFORE TRUNCATE ON account
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- The chart of accounts, the same as domain/ledger/accounts.ts (a test holds them equal).
INSERT INTO account (code, role, kind, name_en, name_id, clearing_limit_days) VALUES
  ('1110', 'cashOnHand', 'asset', 'Cash on hand', 'Kas toko', NULL),
  ('1120', 'bank', 'asset', 'Bank', 'Bank', NULL),
  ('1130', 'cardClearing', 'asset', 'Card clearing', 'Kliring kartu', 7),
  ('1140', 'qrisClearing', 'asset', 'QRIS clearing', 'Kliring QRIS', 7),
  ('1150', 'agencyClearing', 'asset', 'Agency clearing', 'Kliring agen penagihan', 45),
  ('1210', 'receivables', 'asset', 'Accounts receivable', 'Piutang usaha', NULL),
  ('1220', 'unbilled', 'asset', 'Unbilled receivables', 'Piutang belum difakturkan', 7),
  ('1230', 'withholdingTax', 'asset', 'Tax withheld by customers', 'PPh dipotong pelanggan', NULL),
  ('1240', 'inputTax', 'asset', 'Input PPN', 'PPN masukan', NULL),
  ('1310', 'inventory', 'asset', 'Inventory', 'Persediaan', NULL),
  ('2110', 'goodsReceived', 'liability',
    'Goods received, not invoiced', 'Barang diterima belum ditagih', 60),
  ('2210', 'customerDeposits', 'liability', 'Customer deposits', 'Uang muka pelanggan', NULL),
  ('2220', 'unappliedCash', 'liability', 'Unapplied cash', 'Penerimaan belum dialokasikan', NULL),
  ('2230', 'vouchers', 'liability', 'Voucher liability', 'Kewajiban voucer', NULL),
  ('2240', 'storeCredit', 'liability', 'Store credit liability', 'Saldo kredit pelanggan', NULL),
  ('2310', 'outputTax', 'liability', 'Output PPN', 'PPN keluaran', NULL),
  ('3110', 'openingEquity', 'equity', 'Opening balances', 'Saldo awal', NULL),
  ('4110', 'salesRevenue', 'revenue', 'Sales revenue', 'Penjualan', NULL),
  ('4120', 'salesDiscounts', 'revenue', 'Sales discounts', 'Potongan penjualan', NULL),
  ('4130', 'salesReturns', 'revenue', 'Sales returns', 'Retur penjualan', NULL),
  ('4140', 'earlyPaymentDiscounts', 'revenue',
    'Early-payment discounts', 'Potongan pelunasan awal', NULL),
  ('4210', 'dunningFees', 'revenue', 'Dunning fee income', 'Pendapatan biaya penagihan', NULL),
  ('4220', 'interestIncome', 'revenue',
    'Late interest income', 'Pendapatan bunga keterlambatan', NULL),
  ('5110', 'costOfGoodsSold', 'expense', 'Cost of goods sold', 'Harga pokok penjualan', NULL),
  ('5120', 'stockShrinkage', 'expense', 'Stock shrinkage', 'Selisih persediaan', NULL),
  ('6110', 'cashRounding', 'expense', 'Cash rounding', 'Pembulatan tunai', NULL),
  ('6120', 'tillDifferences', 'expense', 'Till differences', 'Selisih kas', NULL),
  ('6130', 'bankFees', 'expense', 'Bank and gateway fees', 'Biaya bank dan gerbang bayar', NULL),
  ('6210', 'commission', 'expense', 'Agency commission', 'Komisi agen penagihan', NULL),
  ('6310', 'badDebt', 'expense', 'Bad debt expense', 'Piutang tak tertagih', NULL);

-- ------------------------------------------------------------------ rights

-- The chart of accounts comes with the product; periods close by a command (close_period).
GRANT SELECT ON account TO lunas_app;
GRANT SELECT, INSERT ON accounting_period TO lunas_app;
GRANT SELECT ON journal_entry, journal_line, ledger_fold, ledger_day, ledger_month, margin_day
  TO lunas_app;
