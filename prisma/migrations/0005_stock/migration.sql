-- Stock.

-- What is there. `valueAmount` is the cost of what is on hand, so that moving-average cost and the
-- inventory account tie by construction.
CREATE TABLE stock_level (
  location_id uuid NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  on_hand_milli bigint NOT NULL DEFAULT 0,
  reserved_milli bigint NOT NULL DEFAULT 0,
  on_order_milli bigint NOT NULL DEFAULT 0,
  value_amount bigint NOT NULL DEFAULT 0,
  currency char(3) NOT NULL,
  PRIMARY KEY (location_id, item_id),
  CONSTRAINT stock_level_not_oversold
    CHECK (reserved_milli >= 0 AND on_hand_milli >= reserved_milli),
  CONSTRAINT stock_level_value CHECK (value_amount >= 0 AND (on_hand_milli > 0 OR value_amount = 0))
);

CREATE TABLE stock_movement (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  location_id uuid NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  kind text NOT NULL,
  quantity_milli bigint NOT NULL,
  value_amount bigint NOT NULL,
  currency char(3) NOT NULL,
  document_kind text NOT NULL,
  document_id uuid NOT NULL,
  line_id uuid,
  business_date date NOT NULL,
  at timestamptz(6) NOT NULL,
  -- Who took the goods in without a second person (receive_stock).
  received_alone_by text,
  CONSTRAINT stock_movement_kind
    CHECK (kind IN ('opening', 'receipt', 'issue', 'return', 'adjustment', 'transfer')),
  CONSTRAINT stock_movement_moves
    CHECK (quantity_milli <> 0 AND sign(quantity_milli) * value_amount >= 0)
);
CREATE INDEX stock_movement_document_id_idx ON stock_movement (document_id);
CREATE INDEX stock_movement_received_alone_by_at_idx ON stock_movement (received_alone_by, at)
  WHERE received_alone_by IS NOT NULL;
CREATE INDEX stock_movement_location_id_item_id_idx ON stock_movement (location_id, item_id);
CREATE TRIGGER stock_movement_immutable BEFORE DELETE OR UPDATE ON stock_movement
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER stock_movement_not_truncated BEFORE TRUNCATE ON stock_movement
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- Capture takes stock before it has the receipt number, so a reservation may stand before its sale
-- until commit.
CREATE TABLE stock_reservation (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  sale_id uuid NOT NULL,
  sale_line_id uuid NOT NULL,
  location_id uuid NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  quantity_milli bigint NOT NULL,
  state text NOT NULL,
  created_at timestamptz(6) NOT NULL,
  expires_at timestamptz(6) NOT NULL,
  ended_at timestamptz(6),
  CONSTRAINT stock_reservation_quantity CHECK (quantity_milli > 0),
  CONSTRAINT stock_reservation_state CHECK (state IN ('live', 'issued', 'released'))
);
CREATE INDEX stock_reservation_live ON stock_reservation (location_id, item_id)
  WHERE state = 'live';
CREATE INDEX stock_reservation_sale_id_idx ON stock_reservation (sale_id);
CREATE UNIQUE INDEX stock_reservation_sale_line_id_key ON stock_reservation (sale_line_id);
CREATE TRIGGER stock_reservation_audit AFTER DELETE OR UPDATE ON stock_reservation
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- A count of goods, and what it changes. One person books a small difference, two a large one.
CREATE TABLE stock_count (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  location_id uuid NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  currency char(3) NOT NULL,
  reason text NOT NULL,
  -- The question about goods that were sold and not there, which the count answers.
  work_item_id uuid,
  state text NOT NULL,
  -- What the differences are worth, surplus and shortage added, as it was when they were counted.
  worth_amount bigint NOT NULL,
  requested_by text NOT NULL,
  requested_name text NOT NULL,
  requested_at timestamptz(6) NOT NULL,
  -- The second person; null where one person was enough.
  decided_by text,
  decided_at timestamptz(6),
  booked_on date,
  CONSTRAINT stock_count_booked CHECK ((state = 'booked') = (booked_on IS NOT NULL)),
  CONSTRAINT stock_count_four_eyes CHECK (state <> 'booked' OR decided_by <> requested_by),
  CONSTRAINT stock_count_rejected CHECK (state <> 'rejected' OR decided_by IS NOT NULL),
  CONSTRAINT stock_count_state CHECK (state IN ('requested', 'booked', 'rejected')),
  CONSTRAINT stock_count_worth CHECK (worth_amount >= 0)
);
CREATE INDEX stock_count_location_id_booked_on_idx ON stock_count (location_id, booked_on);
CREATE INDEX stock_count_state_id_idx ON stock_count (state, id);
CREATE TRIGGER stock_count_audit AFTER INSERT OR DELETE OR UPDATE ON stock_count
  FOR EACH ROW EXECUTE FUNCTION audit_change('id');

-- The difference of an item is what was counted less what the books expected: sales between the
-- count and its booking do not change it.
CREATE TABLE stock_count_line (
  stock_count_id uuid NOT NULL REFERENCES stock_count (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  line_number integer NOT NULL,
  item_id uuid NOT NULL REFERENCES item (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  counted_milli bigint NOT NULL,
  expected_milli bigint NOT NULL,
  -- Of goods that no average cost is known of.
  unit_cost_amount bigint,
  PRIMARY KEY (stock_count_id, line_number),
  CONSTRAINT stock_count_line_quantity CHECK (counted_milli >= 0 AND expected_milli >= 0),
  CONSTRAINT stock_count_line_unit_cost CHECK (unit_cost_amount >= 0)
);
CREATE UNIQUE INDEX stock_count_line_stock_count_id_item_id_key
  ON stock_count_line (stock_count_id, item_id);
CREATE TRIGGER stock_count_line_immutable BEFORE DELETE OR UPDATE ON stock_count_line
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER stock_count_line_not_truncated BEFORE TRUNCATE ON stock_count_line
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- ------------------------------------------------------------------ rights

-- Commands alone write these tables, with the rights of their owner (prisma/functions/rights.sql);
-- the processes read them.
GRANT SELECT ON stock_count, stock_count_line, stock_level, stock_movement, stock_reservation
  TO lunas_app;
