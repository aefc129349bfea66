-- Customers.

-- Finds a part of a name or of a telephone number by an index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Numbers of customers that nobody gave a number (next_customer_number).
CREATE SEQUENCE customer_number;

CREATE TABLE customer (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  number text NOT NULL,
  name text NOT NULL,
  legal_name text NOT NULL,
  segment text NOT NULL,
  language text NOT NULL,
  time_zone text NOT NULL,
  country char(2) NOT NULL,
  tax_number text,
  -- Of one place of business of the tax number (NITKU), and of a person (NIK).
  tax_branch_number text,
  identity_number text,
  address text NOT NULL,
  email text,
  phone text,
  currency char(3) NOT NULL,
  terms_days integer NOT NULL,
  instalments integer NOT NULL DEFAULT 1,
  active boolean NOT NULL DEFAULT true,
  -- Why nothing is sold to it any more.
  inactive_reason text,
  -- The customer that stands for it too: what either owes, and what it pays, is one (customer_family).
  merged_into_id uuid REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  created_at timestamptz(6) NOT NULL,
  CONSTRAINT customer_merged CHECK (merged_into_id IS NULL OR NOT active AND merged_into_id <> id),
  CONSTRAINT customer_inactive_reason CHECK (NOT active OR inactive_reason IS NULL),
  -- The bounds of domain/invoice/terms.ts.
  CONSTRAINT customer_terms CHECK (instalments BETWEEN 1 AND 60 AND terms_days BETWEEN 0 AND 3650)
);
CREATE UNIQUE INDEX customer_number_key ON customer (number);
CREATE INDEX customer_segment_idx ON customer (segment);
CREATE INDEX customer_merged_into_id_idx ON customer (merged_into_id);
-- By which the same customer is known again (api/routes/customer/duplicates.ts).
CREATE INDEX customer_tax_number_idx ON customer (tax_number);
CREATE INDEX customer_identity_number_idx ON customer (identity_number);
CREATE INDEX customer_phone_idx ON customer (phone);
CREATE INDEX customer_email_lower ON customer (lower(email));
CREATE INDEX customer_name_trigrams ON customer USING gin (name gin_trgm_ops);
CREATE INDEX customer_name_id_idx ON customer (name, id);
-- What a search looks in (api/routes/customer/customer-search.ts); no name has a line break.
CREATE INDEX customer_search ON customer USING gin ((
  number || E'\n' || name || E'\n' || legal_name || E'\n' || coalesce(phone, '')
) gin_trgm_ops);
CREATE TRIGGER customer_audit AFTER INSERT OR DELETE OR UPDATE ON customer
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE customer_credit (
  customer_id uuid PRIMARY KEY REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  currency char(3) NOT NULL,
  limit_amount bigint NOT NULL,
  status text NOT NULL DEFAULT 'open',
  review_on date,
  -- The last day of the limit; null: it has no end.
  valid_until date,
  limit_reason text,
  blocked_reason text,
  CONSTRAINT customer_credit_limit CHECK (limit_amount >= 0),
  CONSTRAINT customer_credit_status CHECK (status IN ('open', 'blocked'))
);
CREATE TRIGGER customer_credit_audit AFTER INSERT OR DELETE OR UPDATE ON customer_credit
  FOR EACH ROW EXECUTE FUNCTION audit_change('customer_id');

CREATE TABLE customer_contact (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  name text NOT NULL,
  role text NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  -- NULL: that of the customer.
  language text,
  -- When and how the contact agreed to get messages there.
  consent_at timestamptz(6),
  consent_how text,
  CONSTRAINT customer_contact_role CHECK (
    role IN ('billing', 'collections', 'owner', 'purchasing', 'delivery', 'other')),
  CONSTRAINT customer_contact_channel CHECK (channel IN ('email', 'phone', 'whatsapp', 'post')),
  CONSTRAINT customer_contact_consent CHECK ((consent_at IS NULL) = (consent_how IS NULL))
);
CREATE INDEX customer_contact_customer_id_idx ON customer_contact (customer_id);
CREATE TRIGGER customer_contact_audit AFTER INSERT OR DELETE OR UPDATE ON customer_contact
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- A bank account or payer name that has paid for this customer before.
CREATE TABLE customer_alias (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  value text NOT NULL,
  confirmations integer NOT NULL DEFAULT 0,
  -- A person said so; else it was learned from payments.
  by_hand boolean NOT NULL DEFAULT false,
  created_at timestamptz(6) NOT NULL,
  revoked_at timestamptz(6)
);
CREATE INDEX customer_alias_account ON customer_alias (value)
  WHERE kind = 'account' AND revoked_at IS NULL;
CREATE UNIQUE INDEX customer_alias_kind_value_customer_id_key ON customer_alias (kind, value,
  customer_id);
CREATE TRIGGER customer_alias_audit AFTER INSERT OR DELETE OR UPDATE ON customer_alias
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE virtual_account (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  number text NOT NULL,
  bank_code text NOT NULL,
  customer_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  invoice_id uuid,
  created_at timestamptz(6) NOT NULL,
  closed_at timestamptz(6)
);
-- A number stands for one customer at a time.
CREATE UNIQUE INDEX virtual_account_in_use ON virtual_account (number) WHERE closed_at IS NULL;
CREATE INDEX virtual_account_customer_id_idx ON virtual_account (customer_id);
CREATE TRIGGER virtual_account_audit AFTER INSERT OR DELETE OR UPDATE ON virtual_account
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- How likely a customer is to pay late, as of a day of its own calendar; a finding, made again from
-- the books.
-- The risk of a customer is refreshed by schedule; nothing has written it before.
CREATE TABLE customer_risk (
  customer_id uuid PRIMARY KEY REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  score integer NOT NULL,
  band text NOT NULL,
  reasons jsonb NOT NULL,
  business_day date NOT NULL,
  computed_at timestamptz(6) NOT NULL,
  CONSTRAINT customer_risk_band CHECK (band IN ('low', 'medium', 'high')),
  CONSTRAINT customer_risk_score CHECK (score BETWEEN 0 AND 100)
);

-- Two entries that people found to be one customer. Documents keep the customer that they name; what
-- moves with the merge is named here, so that it goes back when the merge is undone.
CREATE TABLE customer_merge (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  kept_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  merged_id uuid NOT NULL REFERENCES customer (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  reason text NOT NULL,
  -- {active, inactiveReason, contacts, aliases, revokedAliases, virtualAccounts, followers}.
  moved jsonb NOT NULL,
  merged_by text NOT NULL,
  merged_at timestamptz(6) NOT NULL,
  undone_reason text,
  undone_by text,
  undone_at timestamptz(6),
  CONSTRAINT customer_merge_undone CHECK (num_nonnulls(undone_reason, undone_by, undone_at) IN (0, 3))
);
CREATE INDEX customer_merge_kept_id_idx ON customer_merge (kept_id);
CREATE INDEX customer_merge_merged_id_idx ON customer_merge (merged_id);
CREATE UNIQUE INDEX customer_merge_one_standing ON customer_merge (merged_id)
  WHERE undone_at IS NULL;
CREATE TRIGGER customer_merge_audit AFTER INSERT OR DELETE OR UPDATE ON customer_merge
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- ------------------------------------------------------------------ rights

-- Commands alone merge customers.
GRANT SELECT ON customer_merge TO lunas_app;

-- Commands alone say what a customer may owe (set_credit_limit, set_credit_status).
GRANT SELECT ON customer_credit TO lunas_app;
GRANT SELECT, INSERT, UPDATE ON customer, customer_contact, customer_risk TO lunas_app;
-- Commands alone say by what a payer is recognised: what matching books depends on it.
GRANT SELECT ON customer_alias, virtual_account TO lunas_app;
-- What a contact was stays in the audit trail.
GRANT DELETE ON customer_contact TO lunas_app;
