-- Catalogue.

CREATE TABLE item (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sku text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  category text NOT NULL,
  -- 1000 = whole pieces only, 1 = weighed to the gram.
  quantity_step_milli bigint NOT NULL,
  tax_code text NOT NULL,
  stocked boolean NOT NULL DEFAULT true,
  active boolean NOT NULL DEFAULT true,
  minimum_level_milli bigint NOT NULL DEFAULT 0,
  -- For customers and receipts in English; the name stands in when there is none.
  name_en text,
  -- What is ordered and delivered, in words: a carton of 24.
  pack text,
  class text,
  brand text,
  supplier text,
  weighed boolean NOT NULL DEFAULT false,
  withdrawn_at timestamptz(6),
  replaced_by_id uuid REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT item_step CHECK (quantity_step_milli > 0),
  CONSTRAINT item_minimum_level CHECK (minimum_level_milli >= 0),
  CONSTRAINT item_withdrawn CHECK (NOT active OR num_nonnulls(withdrawn_at, replaced_by_id) = 0),
  CONSTRAINT item_replaced_by_another CHECK (replaced_by_id <> id)
);
CREATE UNIQUE INDEX item_sku_key ON item (sku);
CREATE INDEX item_replaced_by_id_idx ON item (replaced_by_id);
CREATE TRIGGER item_audit AFTER INSERT OR DELETE OR UPDATE ON item
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- A barcode that was removed stays: a till that was offline may have sold by it.
CREATE TABLE item_barcode (
  barcode text PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  removed_at timestamptz(6)
);
CREATE INDEX item_barcode_item_id_idx ON item_barcode (item_id);
CREATE TRIGGER item_barcode_audit AFTER INSERT OR DELETE OR UPDATE ON item_barcode
  FOR EACH ROW EXECUTE FUNCTION audit_change('barcode');

-- A price list: prices beside those that hold for everybody.
CREATE TABLE price_list (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  name text NOT NULL,
  created_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX price_list_code_key ON price_list (code);
CREATE TRIGGER price_list_audit AFTER INSERT OR DELETE OR UPDATE ON price_list
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- For whom and when a list holds, as it was decided with a change of the catalogue: a till that knew
-- an earlier change sold by the terms before.
CREATE TABLE price_list_term (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  price_list_id uuid NOT NULL REFERENCES price_list (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The number of the change that decided it (number_catalogue_term).
  version integer NOT NULL DEFAULT 0,
  -- Null: all.
  store_group text,
  channel text,
  segment text,
  valid_from timestamptz(6) NOT NULL,
  -- The first moment at which it holds no longer; null: it has no end.
  valid_until timestamptz(6),
  CONSTRAINT price_list_term_channel CHECK (channel IN ('counter', 'wholesale', 'phone', 'web', 'marketplace')),
  CONSTRAINT price_list_term_period CHECK (valid_until >= valid_from)
);
CREATE UNIQUE INDEX price_list_term_price_list_id_version_key
  ON price_list_term (price_list_id, version);
CREATE TRIGGER price_list_term_audit AFTER INSERT OR DELETE OR UPDATE ON price_list_term
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- A promotion: what is given beside the prices. What it gives stands in its terms.
CREATE TABLE promotion (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  name text NOT NULL,
  created_at timestamptz(6) NOT NULL
);
CREATE UNIQUE INDEX promotion_code_key ON promotion (code);
CREATE TRIGGER promotion_audit AFTER INSERT OR DELETE OR UPDATE ON promotion
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- What a promotion gives and when it holds, as it was decided with a change of the catalogue: a till
-- that knew an earlier change sold by the terms before.
CREATE TABLE promotion_term (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  promotion_id uuid NOT NULL REFERENCES promotion (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  -- The number of the change that decided it (number_catalogue_term).
  version integer NOT NULL DEFAULT 0,
  -- What, on which goods, to whom and how often (contract/sale/promotion-fields.ts).
  terms jsonb NOT NULL,
  valid_from timestamptz(6) NOT NULL,
  -- The first moment at which it holds no longer; null: it has no end.
  valid_until timestamptz(6),
  CONSTRAINT promotion_term_period CHECK (valid_until >= valid_from)
);
CREATE UNIQUE INDEX promotion_term_promotion_id_version_key
  ON promotion_term (promotion_id, version);
CREATE INDEX promotion_term_version_idx ON promotion_term (version);
CREATE TRIGGER promotion_term_audit AFTER INSERT OR DELETE OR UPDATE ON promotion_term
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- Changed prices, and the moment from which they hold. The version is the number of the change that
-- brought them (number_price_version).
CREATE TABLE catalogue_version (
  version integer PRIMARY KEY DEFAULT 0,
  -- Null: the prices that hold for everybody who has no list.
  price_list_id uuid REFERENCES price_list (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  effective_from timestamptz(6) NOT NULL,
  created_at timestamptz(6) NOT NULL,
  note text NOT NULL,
  -- The number of the change that withdrew it, before it took hold.
  withdrawn_in integer,
  CONSTRAINT catalogue_version_withdrawn_later CHECK (withdrawn_in > version)
);
CREATE INDEX catalogue_version_price_list_id_idx ON catalogue_version (price_list_id);
CREATE TRIGGER catalogue_version_audit AFTER INSERT OR DELETE OR UPDATE ON catalogue_version
  FOR EACH ROW EXECUTE FUNCTION audit_change('version');

CREATE TABLE price (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  version integer NOT NULL REFERENCES catalogue_version (version)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  currency char(3) NOT NULL,
  -- NULL: from its moment on the item has no price on the list.
  unit_amount bigint,
  includes_tax boolean NOT NULL DEFAULT true,
  CONSTRAINT price_not_negative CHECK (unit_amount >= 0)
);
CREATE UNIQUE INDEX price_item_id_currency_version_key ON price (item_id, currency, version);
CREATE TRIGGER price_audit AFTER INSERT OR DELETE OR UPDATE ON price
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

CREATE TABLE tax_rule (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  code text NOT NULL,
  kind text NOT NULL,
  valid_from date NOT NULL,
  rate_numerator integer NOT NULL,
  rate_denominator integer NOT NULL,
  base_numerator integer NOT NULL,
  base_denominator integer NOT NULL,
  rounding text NOT NULL,
  label_en text NOT NULL,
  label_id text NOT NULL
);
CREATE UNIQUE INDEX tax_rule_code_valid_from_key ON tax_rule (code, valid_from);
CREATE TRIGGER tax_rule_audit AFTER INSERT OR DELETE OR UPDATE ON tax_rule
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- A limit of a tender is money, so it says in which currency; capture holds sales of that currency
-- against it.
CREATE TABLE tender_rule (
  type text PRIMARY KEY,
  offline_allowed boolean NOT NULL,
  per_sale_limit_amount bigint,
  per_sale_limit_currency char(3),
  account_code text NOT NULL,
  CONSTRAINT tender_rule_limit CHECK (per_sale_limit_amount >= 0),
  CONSTRAINT tender_rule_limit_in_a_currency
    CHECK (num_nonnulls(per_sale_limit_amount, per_sale_limit_currency) IN (0, 2))
);
CREATE TRIGGER tender_rule_audit AFTER INSERT OR DELETE OR UPDATE ON tender_rule
  FOR EACH ROW EXECUTE FUNCTION audit_change('type');

-- ------------------------------------------------------------------ changes that tills are told of

-- One row: how many transactions have changed what a till needs, and which was the last. Its lock
-- puts them in their order (ADR 15).
CREATE TABLE catalogue_sequence (
  id integer PRIMARY KEY DEFAULT 1,
  number integer NOT NULL,
  transaction_number bigint NOT NULL,
  CONSTRAINT catalogue_sequence_one CHECK (id = 1)
);
INSERT INTO catalogue_sequence (number, transaction_number) VALUES (0, 0);

-- The last change of each item, its barcodes or its prices.
CREATE TABLE item_change (
  item_id uuid PRIMARY KEY REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  version integer NOT NULL
);
CREATE UNIQUE INDEX item_change_version_item_id_key ON item_change (version, item_id);

CREATE TRIGGER item_numbered BEFORE INSERT OR UPDATE OR DELETE ON item
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER item_barcode_numbered BEFORE INSERT OR UPDATE OR DELETE ON item_barcode
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER price_numbered BEFORE INSERT OR UPDATE OR DELETE ON price
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER catalogue_version_numbered BEFORE INSERT OR UPDATE OR DELETE ON catalogue_version
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER tax_rule_numbered BEFORE INSERT OR UPDATE OR DELETE ON tax_rule
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER tender_rule_numbered BEFORE INSERT OR UPDATE OR DELETE ON tender_rule
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER store_numbered BEFORE UPDATE OF cash_rounding_step, store_group ON store
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER terminal_numbered BEFORE UPDATE OF channel ON terminal
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER price_list_numbered BEFORE INSERT OR UPDATE OR DELETE ON price_list
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER price_list_term_numbered BEFORE INSERT OR UPDATE OR DELETE ON price_list_term
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER price_list_term_number BEFORE INSERT ON price_list_term
  FOR EACH ROW EXECUTE FUNCTION number_catalogue_term();
CREATE TRIGGER promotion_numbered BEFORE INSERT OR UPDATE OR DELETE ON promotion
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER promotion_term_numbered BEFORE INSERT OR UPDATE OR DELETE ON promotion_term
  FOR EACH STATEMENT EXECUTE FUNCTION take_catalogue_number();
CREATE TRIGGER promotion_term_number BEFORE INSERT ON promotion_term
  FOR EACH ROW EXECUTE FUNCTION number_catalogue_term();
CREATE TRIGGER catalogue_version_number BEFORE INSERT OR UPDATE ON catalogue_version
  FOR EACH ROW EXECUTE FUNCTION number_price_version();
CREATE TRIGGER item_insert_marked AFTER INSERT ON item
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER item_update_marked AFTER UPDATE ON item
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER item_barcode_insert_marked AFTER INSERT ON item_barcode
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER item_barcode_update_marked AFTER UPDATE ON item_barcode
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER price_insert_marked AFTER INSERT ON price
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER price_update_marked AFTER UPDATE ON price
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();
CREATE TRIGGER catalogue_version_update_marked AFTER UPDATE ON catalogue_version
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_items_changed();

-- ------------------------------------------------------------------ rights

GRANT SELECT ON catalogue_sequence, item_change TO lunas_app;

GRANT SELECT, INSERT, UPDATE ON item, item_barcode, price_list, promotion, catalogue_version, price,
  tender_rule TO lunas_app;
-- What was decided stays: tills sold by it.
GRANT SELECT, INSERT ON price_list_term, promotion_term TO lunas_app;
-- A tax rule never changes; two people add one, or take back one that has not begun.
GRANT SELECT ON tax_rule TO lunas_app;
