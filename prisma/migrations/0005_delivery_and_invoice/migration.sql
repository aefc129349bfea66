-- From the goods to the invoice, and the end of a sale.

-- Moves a sale to `stage`; `step` is {nextStep?, nextStepAt?}. A closed sale stays closed.
CREATE FUNCTION set_stage(ctx jsonb, sale uuid, new_stage text, step jsonb DEFAULT '{}') RETURNS void
LANGUAGE sql AS $$
  UPDATE sale_lifecycle SET
    since = CASE WHEN stage = new_stage THEN since ELSE context_at(ctx) END,
    stage = new_stage, next_step = step->>'nextStep', next_step_at = (step->>'nextStepAt')::timestamptz
  WHERE sale_id = sale AND closed_at IS NULL
    AND (stage, coalesce(next_step, ''), coalesce(next_step_at, 'epoch'))
      IS DISTINCT FROM (new_stage, coalesce(step->>'nextStep', ''), coalesce((step->>'nextStepAt')::timestamptz, 'epoch'))
$$;

CREATE FUNCTION poke(workflow text, why text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO poke (workflow_id, reason) VALUES (workflow, why)
$$;

-- Goods that were kept for a customer leave the shop. Input {saleId, journal, accounts}; `journal` is the
-- revenue side from domain/ledger. Answers {kind: 'delivered' | 'already-delivered'}.
-- Refuses: SALE_NOT_FOUND, DELIVERY_EXPIRED.
CREATE FUNCTION deliver_sale(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  kept record;
  cost bigint;
  total_cost bigint := 0;
  day date := (input->>'businessDate')::date;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId'); END IF;
  IF life.delivery_state = 'delivered' THEN RETURN '{"kind":"already-delivered"}'; END IF;
  IF life.delivery_state = 'expired' OR life.delivery_expires_at <= context_at(ctx) THEN
    PERFORM refuse('DELIVERY_EXPIRED', 'The goods were kept until their time ran out.', 'saleId');
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  FOR kept IN
    SELECT r.id, r.sale_line_id, r.location_id, r.item_id, r.quantity_milli, v.on_hand_milli, v.value_amount
    FROM stock_reservation r JOIN stock_level v USING (location_id, item_id)
    WHERE r.sale_id = sale_key AND r.state = 'live' ORDER BY r.location_id, r.item_id, r.id FOR UPDATE
  LOOP
    SELECT round(v.value_amount::numeric * kept.quantity_milli / v.on_hand_milli) INTO cost
    FROM stock_level v WHERE v.location_id = kept.location_id AND v.item_id = kept.item_id;
    UPDATE stock_level SET on_hand_milli = on_hand_milli - kept.quantity_milli,
      reserved_milli = reserved_milli - kept.quantity_milli, value_amount = value_amount - cost
    WHERE location_id = kept.location_id AND item_id = kept.item_id;
    UPDATE stock_reservation SET state = 'issued', ended_at = context_at(ctx) WHERE id = kept.id;
    INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency,
      document_kind, document_id, line_id, business_date, at)
    VALUES (kept.location_id, kept.item_id, 'issue', -kept.quantity_milli, -cost, sold.currency,
      'sale', sale_key, kept.sale_line_id, day, context_at(ctx));
    total_cost := total_cost + cost;
  END LOOP;
  UPDATE sale_lifecycle SET delivery_state = 'delivered', delivered_at = context_at(ctx) WHERE sale_id = sale_key;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id, 'businessDate', day,
      'kind', 'delivery', 'documentKind', 'sale', 'documentId', sale_key, 'description', sold.number, 'currency', sold.currency),
    (input->'journal') || jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,costOfGoodsSold}', 'amount', total_cost, 'storeId', sold.store_id),
      jsonb_build_object('account', input#>>'{accounts,inventory}', 'amount', -total_cost, 'storeId', sold.store_id)));
  PERFORM record_event(ctx, sale_key, 'delivered', jsonb_build_object('kind', 'sale', 'id', sale_key, 'number', sold.number));
  PERFORM poke('sale:' || sale_key, 'delivered');
  RETURN '{"kind":"delivered"}';
END $$;

-- Gives back what was kept for a sale whose time ran out. Input {saleId, businessDate, journal}; `journal`
-- turns what was prepaid into money owed to the customer. Does nothing when the goods have left meanwhile.
-- Answers {kind: 'released' | 'delivered'}. Refuses DELIVERY_NOT_EXPIRED.
CREATE FUNCTION release_stock(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  kept record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF life.delivery_state = 'delivered' THEN RETURN '{"kind":"delivered"}'; END IF;
  IF life.delivery_state = 'expired' THEN RETURN '{"kind":"released"}'; END IF;
  IF life.delivery_expires_at > context_at(ctx) THEN
    PERFORM refuse('DELIVERY_NOT_EXPIRED', 'The goods are still kept for the customer.', 'saleId');
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  FOR kept IN
    SELECT r.id, r.location_id, r.item_id, r.quantity_milli
    FROM stock_reservation r JOIN stock_level v USING (location_id, item_id)
    WHERE r.sale_id = sale_key AND r.state = 'live' ORDER BY r.location_id, r.item_id, r.id FOR UPDATE
  LOOP
    UPDATE stock_level SET reserved_milli = reserved_milli - kept.quantity_milli
    WHERE location_id = kept.location_id AND item_id = kept.item_id;
    UPDATE stock_reservation SET state = 'released', ended_at = context_at(ctx) WHERE id = kept.id;
  END LOOP;
  UPDATE sale_lifecycle SET delivery_state = 'expired' WHERE sale_id = sale_key;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id,
    'businessDate', input->>'businessDate', 'kind', 'delivery-expired', 'documentKind', 'sale', 'documentId', sale_key,
    'description', sold.number, 'currency', sold.currency), input->'journal');
  PERFORM record_event(ctx, sale_key, 'delivery-expired', jsonb_build_object('kind', 'sale', 'id', sale_key, 'number', sold.number));
  IF sold.total_amount - sold.rounding_amount > sold.on_account_amount THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'refund-due', 'subjectKind', 'sale', 'subjectId', sale_key,
      'saleId', sale_key, 'storeId', sold.store_id, 'customerId', sold.customer_id,
      'amount', sold.total_amount - sold.rounding_amount - sold.on_account_amount, 'currency', sold.currency));
  END IF;
  RETURN '{"kind":"released"}';
END $$;

-- Check digit by Damm (2004): finds every single wrong digit and every swap of neighbours.
-- The same as domain/invoice; a test holds them equal.
CREATE FUNCTION damm_digit(digits text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  table_rows constant text[] := ARRAY['0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
    '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];
  interim int := 0;
  i int;
BEGIN
  FOR i IN 1..length(digits) LOOP
    interim := substr(table_rows[interim + 1], substr(digits, i, 1)::int + 1, 1)::int;
  END LOOP;
  RETURN interim::text;
END $$;

-- `INV/NSA/2026` and 123 -> `INV/NSA/2026/000123-7`; letters count as two digits (A 10 ... Z 35).
CREATE FUNCTION document_number(series text, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT series || '/' || d.digits || '-' || damm_digit((
      SELECT string_agg(CASE WHEN c ~ '[A-Z]' THEN (ascii(c) - 55)::text ELSE c END, '' ORDER BY n)
      FROM string_to_table(replace(series, '/', ''), NULL) WITH ORDINALITY AS x(c, n)) || d.digits)
  FROM (SELECT lpad(number::text, greatest(6, length(number::text)), '0') AS digits) d
$$;

-- Series of four digits, the number in eight, the check digit: what a customer types into a transfer. A number that
-- does not fit is a fault: shortened, it would be somebody else's valid reference.
CREATE FUNCTION payment_reference(series text, number bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE digits text := series || lpad(number::text, 8, '0');
BEGIN
  IF number NOT BETWEEN 1 AND 99999999 THEN RAISE EXCEPTION 'a reference number has up to 8 digits: %', number; END IF;
  RETURN digits || damm_digit(digits);
END $$;

-- Issues the invoice of a delivered sale for the part that is left to pay. Input {saleId, issuedOn,
-- instalments: [{instalment, dueOn, amount}], accounts: {receivables, unbilled}}. The number is gapless
-- within (legal entity, year) and carries a check digit; the payment reference is the customer's key to it.
-- The same sale again answers the same invoice: {invoiceId, number, hasOpenItems}.
-- A sale with nothing left to pay has its receipt as tax invoice and gets no other: {invoiceId: null}.
CREATE FUNCTION issue_invoice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  day date := (input->>'issuedOn')::date;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  known invoice%ROWTYPE;
  invoice_key uuid := uuid_v7();
  series record;
  invoice_number text;
  reference text;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId'); END IF;
  SELECT * INTO known FROM invoice WHERE sale_id = sale_key;
  IF FOUND THEN
    RETURN jsonb_build_object('invoiceId', known.id, 'number', known.number, 'hasOpenItems', true);
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  IF sold.on_account_amount = 0 THEN RETURN '{"invoiceId":null,"hasOpenItems":false}'; END IF;
  IF life.delivery_state <> 'delivered' THEN
    PERFORM refuse('NOT_DELIVERED', 'Only delivered goods are invoiced.', 'saleId');
  END IF;
  IF (SELECT sum((i->>'amount')::bigint) FROM jsonb_array_elements(input->'instalments') i) IS DISTINCT FROM sold.on_account_amount THEN
    RAISE EXCEPTION 'the instalments of % do not add up', sold.number;
  END IF;

  SELECT * INTO series FROM take_number(sold.legal_entity_id, 'invoice', day);
  reference := payment_reference(to_char(day, 'YY') || (SELECT reference_digits FROM legal_entity
    WHERE id = sold.legal_entity_id), series.number);
  invoice_number := document_number(series.prefix, series.number);

  INSERT INTO invoice (id, legal_entity_id, series_id, series_number, number, payment_reference, sale_id, store_id, customer_id,
    issued_on, issued_at, currency, net_amount, tax_amount, total_amount, prepaid_amount, language)
  SELECT invoice_key, sold.legal_entity_id, series.series_id, series.number, invoice_number, reference, sale_key, sold.store_id,
    sold.customer_id, day, context_at(ctx), sold.currency, sold.total_amount - sold.tax_amount, sold.tax_amount,
    sold.total_amount, sold.total_amount - sold.on_account_amount, c.language FROM customer c WHERE c.id = sold.customer_id;
  INSERT INTO invoice_line (invoice_id, line_number, sku, name, unit, quantity_milli, unit_price_amount, discount_amount,
    net_amount, tax_code, tax_base_amount, tax_amount, currency)
  SELECT invoice_key, line_number, sku, name, unit, quantity_milli, unit_price_amount, discount_amount, net_amount,
    tax_code, tax_base_amount, tax_amount, currency FROM sale_line WHERE sale_id = sale_key;
  INSERT INTO receivable (invoice_id, customer_id, state, next_step, next_step_at, opened_at)
  VALUES (invoice_key, sold.customer_id, 'open', 'payment', NULL, context_at(ctx));
  INSERT INTO open_item (invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, created_at)
  SELECT invoice_key, sold.customer_id, 'instalment', (i->>'instalment')::int, (i->>'dueOn')::date, sold.currency,
    (i->>'amount')::bigint, (i->>'amount')::bigint, context_at(ctx) FROM jsonb_array_elements(input->'instalments') i;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id, 'businessDate', day, 'kind', 'invoice',
      'documentKind', 'invoice', 'documentId', invoice_key, 'description', invoice_number, 'currency', sold.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,receivables}', 'amount', sold.on_account_amount, 'storeId', sold.store_id, 'customerId', sold.customer_id),
      jsonb_build_object('account', input#>>'{accounts,unbilled}', 'amount', -sold.on_account_amount, 'storeId', sold.store_id, 'customerId', sold.customer_id)));
  PERFORM record_event(ctx, sale_key, 'invoiced', jsonb_build_object('kind', 'invoice', 'id', invoice_key, 'number', invoice_number,
    'amount', sold.on_account_amount, 'currency', sold.currency));
  PERFORM set_stage(ctx, sale_key, 'collecting', jsonb_build_object('nextStep', 'payment'));
  RETURN jsonb_build_object('invoiceId', invoice_key, 'number', invoice_number, 'hasOpenItems', true);
END $$;

-- Ends a receivable and with it its sale: nothing is left to pay, for whatever reason. Input {invoiceId,
-- outcome}; again: nothing. Refuses RECEIVABLE_OPEN when something is still open.
CREATE FUNCTION close_receivable(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE due bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM open_item WHERE invoice_id = (input->>'invoiceId')::uuid ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO due FROM open_item WHERE invoice_id = (input->>'invoiceId')::uuid;
  IF due > 0 THEN PERFORM refuse('RECEIVABLE_OPEN', format('%s is still open.', due), 'invoiceId'); END IF;
  UPDATE receivable SET state = 'closed', outcome = input->>'outcome', closed_at = context_at(ctx),
    next_step = NULL, next_step_at = NULL
  WHERE invoice_id = (input->>'invoiceId')::uuid AND closed_at IS NULL;
  IF NOT FOUND THEN RETURN '{"closed":false}'; END IF;
  RETURN close_sale(ctx, jsonb_build_object('outcome', input->>'outcome',
    'saleId', (SELECT sale_id FROM invoice WHERE id = (input->>'invoiceId')::uuid)));
END $$;

-- Ends the life of a sale. Input {saleId, outcome}; again: nothing.
CREATE FUNCTION close_sale(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE sale_lifecycle SET stage = 'closed', since = context_at(ctx), closed_at = context_at(ctx),
    outcome = input->>'outcome', next_step = NULL, next_step_at = NULL
  WHERE sale_id = (input->>'saleId')::uuid AND closed_at IS NULL;
  IF FOUND THEN
    PERFORM record_event(ctx, (input->>'saleId')::uuid, 'closed',
      jsonb_build_object('detail', jsonb_build_object('outcome', input->>'outcome')));
  END IF;
  RETURN jsonb_build_object('closed', FOUND);
END $$;
