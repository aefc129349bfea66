-- Capture: one round trip books a whole sale: stock, money, receipt, print job, journal, audit and the
-- request to start its life. Locks, in this order: the sale's id, the customer's credit, stock by item,
-- the terminal's receipt counter.

CREATE FUNCTION record_event(ctx jsonb, sale uuid, kind text, document jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO lifecycle_event (sale_id, at, kind, actor_kind, actor_id, actor_name,
    document_kind, document_id, document_number, amount, currency, workflow_id, detail)
  VALUES (sale, context_at(ctx), kind, ctx#>>'{actor,kind}', ctx#>>'{actor,id}', ctx#>>'{actor,name}',
    document->>'kind', (document->>'id')::uuid, document->>'number', (document->>'amount')::bigint,
    document->>'currency', coalesce(document->>'workflowId', 'sale:' || sale), document->'detail')
$$;

-- Asks a person to look. The same matter is one item; it is opened again when it comes up again.
CREATE FUNCTION open_work_item(ctx jsonb, item jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO work_item (kind, subject_kind, subject_id, store_id, customer_id, sale_id, amount, currency, detail, opened_at)
  VALUES (item->>'kind', item->>'subjectKind', item->>'subjectId', (item->>'storeId')::uuid,
    (item->>'customerId')::uuid, (item->>'saleId')::uuid, (item->>'amount')::bigint, item->>'currency',
    coalesce(item->'detail', '{}'), context_at(ctx))
  ON CONFLICT (kind, subject_id) DO UPDATE SET state = 'open', opened_at = excluded.opened_at, closed_at = NULL,
    closed_by = NULL, detail = excluded.detail, amount = excluded.amount WHERE work_item.state = 'done'
$$;

-- What a customer owes or is about to: open items and sales on account that are not invoiced yet.
CREATE FUNCTION credit_exposure(customer uuid, OUT open_amount bigint, OUT uninvoiced_amount bigint, OUT overdue_since date)
LANGUAGE sql STABLE AS $$
  SELECT
    coalesce((SELECT sum(o.open_amount) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0), 0)::bigint,
    coalesce((SELECT sum(s.on_account_amount) FROM sale_lifecycle l JOIN sale s ON s.id = l.sale_id
      WHERE l.customer_id = customer AND l.closed_at IS NULL AND s.on_account_amount > 0
        AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.sale_id = s.id)), 0)::bigint,
    (SELECT min(o.due_on) FROM open_item o WHERE o.customer_id = customer AND o.open_amount > 0)
$$;

-- New exposure is refused online (CREDIT_EXCEEDED, CUSTOMER_BLOCKED); a sale that has already happened
-- is booked and reported. Returns the exceptions.
CREATE FUNCTION check_credit(input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  customer uuid := (input->>'customerId')::uuid;
  wanted bigint := (input#>>'{totals,onAccount}')::bigint;
  online boolean := input->>'mode' = 'online';
  credit customer_credit%ROWTYPE;
  exposure record;
BEGIN
  IF wanted = 0 THEN RETURN '[]'; END IF;
  SELECT * INTO credit FROM customer_credit WHERE customer_id = customer FOR UPDATE;
  IF NOT FOUND OR credit.status <> 'open' THEN
    IF online THEN PERFORM refuse('CUSTOMER_BLOCKED', 'The customer may not buy on account.', 'customer'); END IF;
    RETURN jsonb_build_array(jsonb_build_object('kind', 'customer-blocked', 'detail', 'no open credit line'));
  END IF;
  SELECT * INTO exposure FROM credit_exposure(customer);
  IF exposure.open_amount + exposure.uninvoiced_amount + wanted <= credit.limit_amount THEN RETURN '[]'; END IF;
  IF online THEN
    PERFORM refuse('CREDIT_EXCEEDED', format('The sale needs %s; %s of the limit of %s is used.', wanted,
      exposure.open_amount + exposure.uninvoiced_amount, credit.limit_amount), 'tenders');
  END IF;
  RETURN jsonb_build_array(jsonb_build_object('kind', 'credit-exceeded', 'detail',
    format('%s used of %s', exposure.open_amount + exposure.uninvoiced_amount + wanted, credit.limit_amount)));
END $$;

-- Takes goods from the shelf, one item at a time in item order (so that two tills never wait for each
-- other in a circle). Never below what is there: online refuses (STOCK_SHORT); a sale that has already
-- happened takes what there is and the rest becomes an exception.
-- Returns {cost, exceptions}; movements are written here, reservations for goods that leave later too.
CREATE FUNCTION take_stock(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale uuid := (input->>'saleId')::uuid;
  place uuid := (input->>'locationId')::uuid;
  later boolean := input->>'delivery' = 'later';
  line record;
  before stock_level%ROWTYPE;
  taken bigint;
  cost bigint;
  total_cost bigint := 0;
  exceptions jsonb := '[]';
BEGIN
  FOR line IN
    SELECT (l->>'itemId')::uuid AS item, (l->>'lineId')::uuid AS id, (l->>'lineNumber')::int AS number,
      (l->>'quantityMilli')::bigint AS quantity, l->>'sku' AS sku
    FROM jsonb_array_elements(input->'lines') l WHERE (l->>'stocked')::boolean
    ORDER BY (l->>'itemId')::uuid, (l->>'lineNumber')::int
  LOOP
    SELECT * INTO before FROM stock_level WHERE location_id = place AND item_id = line.item FOR UPDATE;
    taken := least(line.quantity, coalesce(before.on_hand_milli - before.reserved_milli, 0));
    IF taken < line.quantity THEN
      IF input->>'mode' = 'online' THEN
        PERFORM refuse('STOCK_SHORT', format('Only %s thousandths of %s are available.', taken, line.sku),
          format('lines[%s].quantity', line.number - 1));
      END IF;
      exceptions := exceptions || jsonb_build_object('kind', 'stock-short', 'detail',
        format('%s: %s thousandths sold, %s there', line.sku, line.quantity, taken));
    END IF;
    CONTINUE WHEN taken <= 0;
    IF later THEN
      UPDATE stock_level SET reserved_milli = reserved_milli + taken WHERE location_id = place AND item_id = line.item;
      INSERT INTO stock_reservation (sale_id, sale_line_id, location_id, item_id, quantity_milli, state, created_at, expires_at)
      VALUES (sale, line.id, place, line.item, taken, 'live', context_at(ctx), (input->>'deliveryExpiresAt')::timestamptz);
    ELSE
      cost := round(before.value_amount::numeric * taken / before.on_hand_milli);
      UPDATE stock_level SET on_hand_milli = on_hand_milli - taken, value_amount = value_amount - cost
      WHERE location_id = place AND item_id = line.item;
      INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency,
        document_kind, document_id, line_id, business_date, at)
      VALUES (place, line.item, 'issue', -taken, -cost, input->>'currency', 'sale', sale, line.id,
        (input->>'businessDate')::date, context_at(ctx));
      total_cost := total_cost + cost;
    END IF;
  END LOOP;
  RETURN jsonb_build_object('cost', total_cost, 'exceptions', exceptions);
END $$;

CREATE FUNCTION stored_capture(sale_id uuid, content_hash bytea) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', CASE WHEN s.content_hash = stored_capture.content_hash THEN 'replayed' ELSE 'conflict' END,
    'number', s.number, 'receiptSerial', s.receipt_serial, 'bookedAt', s.booked_at, 'businessDate', s.business_date,
    'workflowId', 'sale:' || s.id, 'priced', s.priced,
    'exceptions', coalesce((SELECT e.detail->'exceptions' FROM lifecycle_event e
      WHERE e.sale_id = s.id AND e.kind = 'captured'), '[]'))
  FROM sale s WHERE s.id = stored_capture.sale_id
$$;

-- Books the sale in `input` (shape: activities/sale/capture-input.ts). The same id and content again
-- answers what was stored; the same id with other content answers `conflict` and changes nothing.
-- Refuses: STOCK_SHORT, CREDIT_EXCEEDED, CUSTOMER_BLOCKED, PERIOD_CLOSED (online only).
CREATE FUNCTION capture_sale(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  hash bytea := decode(input->>'contentHash', 'hex');
  entity uuid := (input->>'legalEntityId')::uuid;
  day date := (input->>'businessDate')::date;
  later boolean := input->>'delivery' = 'later';
  answer jsonb;
  stock jsonb;
  till record;
  sale_number text;
  exceptions jsonb := coalesce(input->'exceptions', '[]');
BEGIN
  answer := stored_capture(sale_key, hash);
  IF answer IS NOT NULL THEN RETURN answer; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(sale_key::text, 0));
  answer := stored_capture(sale_key, hash);
  IF answer IS NOT NULL THEN RETURN answer; END IF;

  PERFORM enter_context(ctx);
  IF posting_day(entity, day) <> day THEN
    IF input->>'mode' = 'online' THEN
      PERFORM refuse('PERIOD_CLOSED', format('The books of %s are closed.', day), 'businessDate');
    END IF;
    exceptions := exceptions || jsonb_build_object('kind', 'late-arrival', 'detail', format('the books of %s were closed', day));
  END IF;

  input := jsonb_set(input, '{lines}', (SELECT jsonb_agg(l || jsonb_build_object('lineId', uuid_v7()) ORDER BY n)
    FROM jsonb_array_elements(input->'lines') WITH ORDINALITY AS x(l, n)));
  exceptions := exceptions || check_credit(input);
  stock := take_stock(ctx, input);
  exceptions := exceptions || (stock->'exceptions');

  UPDATE terminal t SET receipt_serial = t.receipt_serial + 1,
    last_device_sequence = greatest(t.last_device_sequence, (input->>'deviceSequence')::bigint)
  WHERE t.id = (input->>'terminalId')::uuid
  RETURNING t.code, t.receipt_serial, t.printer_id, t.store_id INTO till;
  sale_number := till.code || '-' || lpad(till.receipt_serial::text, 6, '0');
  IF EXISTS (SELECT 1 FROM sale s WHERE s.terminal_id = (input->>'terminalId')::uuid
      AND s.device_sequence = (input->>'deviceSequence')::bigint) THEN
    exceptions := exceptions || jsonb_build_object('kind', 'sequence-repeated', 'detail',
      format('device sequence %s was used before', input->>'deviceSequence'));
  END IF;

  PERFORM insert_sale(ctx, input, jsonb_build_object('number', sale_number, 'serial', till.receipt_serial));
  PERFORM insert_receipt(ctx, input, jsonb_build_object('number', sale_number, 'printerId', till.printer_id));
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', entity, 'businessDate', day, 'kind', 'sale',
      'documentKind', 'sale', 'documentId', sale_key, 'description', sale_number, 'currency', input->>'currency'),
    (input->'journal') || jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,costOfGoodsSold}', 'amount', (stock->>'cost')::bigint, 'storeId', till.store_id),
      jsonb_build_object('account', input#>>'{accounts,inventory}', 'amount', -(stock->>'cost')::bigint, 'storeId', till.store_id)));

  INSERT INTO sale_lifecycle (sale_id, store_id, customer_id, stage, since, next_step, delivery_state, delivery_expires_at, delivered_at)
  VALUES (sale_key, till.store_id, (input->>'customerId')::uuid, 'captured', context_at(ctx),
    CASE WHEN later THEN 'deliver' ELSE 'invoice' END, CASE WHEN later THEN 'pending' ELSE 'delivered' END,
    CASE WHEN later THEN (input->>'deliveryExpiresAt')::timestamptz END, CASE WHEN later THEN NULL ELSE context_at(ctx) END);
  PERFORM record_event(ctx, sale_key, 'captured', jsonb_build_object('kind', 'sale', 'id', sale_key, 'number', sale_number,
    'amount', input#>>'{totals,total}', 'currency', input->>'currency', 'detail', jsonb_build_object('exceptions', exceptions)));
  -- One item for each kind, that names every line it is about.
  PERFORM open_work_item(ctx, jsonb_build_object('kind', e.kind, 'subjectKind', 'sale', 'subjectId', sale_key,
      'saleId', sale_key, 'storeId', till.store_id, 'customerId', input->>'customerId', 'amount', input#>>'{totals,total}',
      'currency', input->>'currency', 'detail', jsonb_build_object('kind', e.kind, 'detail', e.detail)))
  FROM (SELECT x->>'kind' AS kind, string_agg(x->>'detail', '; ' ORDER BY n) AS detail
    FROM jsonb_array_elements(exceptions) WITH ORDINALITY AS y(x, n) GROUP BY 1) e;
  PERFORM write_audit('capture', 'sale', sale_key::text, NULL,
    jsonb_build_object('number', sale_number, 'total', input#>>'{totals,total}', 'onAccount', input#>>'{totals,onAccount}'));
  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  VALUES ('saleToCash', 'sale:' || sale_key, 'sales',
    jsonb_build_object('saleId', sale_key, 'storeCode', input->>'storeCode'),
    jsonb_build_object('Stage', 'captured', 'Store', input->>'storeCode', 'SaleNumber', sale_number,
      'Customer', coalesce(input->>'customerNumber', '-'), 'AmountBand', amount_band((input#>>'{totals,total}')::bigint)));

  RETURN jsonb_build_object('kind', 'captured', 'number', sale_number, 'receiptSerial', till.receipt_serial,
    'bookedAt', context_at(ctx), 'businessDate', day, 'workflowId', 'sale:' || sale_key,
    'priced', input->'priced', 'exceptions', exceptions);
END $$;

-- Coarse, so that the workflow list can be filtered by size without showing an amount.
CREATE FUNCTION amount_band(amount bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN amount < 100000 THEN 'under-100k' WHEN amount < 1000000 THEN '100k-1m'
    WHEN amount < 10000000 THEN '1m-10m' WHEN amount < 100000000 THEN '10m-100m' ELSE 'over-100m' END
$$;

CREATE FUNCTION insert_sale(ctx jsonb, input jsonb, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  unit char(3) := input->>'currency';
  t jsonb := input->'totals';
BEGIN
  INSERT INTO sale (id, number, legal_entity_id, store_id, terminal_id, customer_id, mode, delivery, language,
    content_hash, content, priced, device_sequence, receipt_serial, price_version, business_date, captured_at, booked_at,
    currency, gross_amount, discount_amount, discount_base_amount, tax_base_amount, tax_amount, rounding_amount, total_amount,
    on_account_amount, cashier)
  VALUES (sale_key, given->>'number', (input->>'legalEntityId')::uuid, (input->>'storeId')::uuid,
    (input->>'terminalId')::uuid, (input->>'customerId')::uuid, input->>'mode', input->>'delivery', input->>'language',
    decode(input->>'contentHash', 'hex'), (input->'content')::json, (input->'priced')::json, (input->>'deviceSequence')::bigint,
    (given->>'serial')::bigint, (input->>'priceVersion')::int, (input->>'businessDate')::date,
    (input->>'capturedAt')::timestamptz, context_at(ctx), unit, (t->>'gross')::bigint, (t->>'discount')::bigint, (t->>'discountBase')::bigint,
    (t->>'taxBase')::bigint, (t->>'tax')::bigint, (t->>'rounding')::bigint, (t->>'total')::bigint,
    (t->>'onAccount')::bigint, input->>'cashier');
  INSERT INTO sale_line (id, sale_id, line_number, item_id, sku, name, unit, quantity_milli, unit_price_amount,
    gross_amount, discount_amount, net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT (l->>'lineId')::uuid, sale_key, (l->>'lineNumber')::int, (l->>'itemId')::uuid, l->>'sku', l->>'name', l->>'unit',
    (l->>'quantityMilli')::bigint, (l->>'unitPrice')::bigint, (l->>'gross')::bigint, (l->>'discount')::bigint,
    (l->>'net')::bigint, l->>'taxCode', (l->>'taxBase')::bigint, (l->>'tax')::bigint, unit
  FROM jsonb_array_elements(input->'lines') l;
  INSERT INTO sale_tender (sale_id, tender_number, type, amount, tendered_amount, change_amount, currency, reference)
  SELECT sale_key, (l->>'tenderNumber')::int, l->>'type', (l->>'amount')::bigint, (l->>'tendered')::bigint,
    (l->>'change')::bigint, unit, l->>'reference'
  FROM jsonb_array_elements(input->'tenders') l;
END $$;

-- The slip: printed by us (a job in the printer's queue) or already by the till itself.
CREATE FUNCTION insert_receipt(ctx jsonb, input jsonb, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE sale_key uuid := (input->>'saleId')::uuid;
BEGIN
  INSERT INTO receipt (sale_id, serial, language, origin, created_at)
  VALUES (sale_key, given->>'number', input->>'language', input->>'receiptOrigin', context_at(ctx));
  IF input->>'receiptOrigin' = 'lunas' AND given->>'printerId' IS NOT NULL THEN
    INSERT INTO print_job (sale_id, printer_id, kind, copy_number, state, process_id, created_by, created_at)
    VALUES (sale_key, (given->>'printerId')::uuid, 'RECEIPT', 0, 'QUEUED',
      upper(substr(md5(sale_key::text), 1, 4)), ctx#>>'{actor,id}', context_at(ctx));
  END IF;
END $$;
