-- Books the sale in `input` (shape: activities/sale/capture/capture/capture-input.ts). The same id and content again
-- answers what was stored; the same id with other content answers `conflict` and changes nothing.
-- Refuses: STOCK_SHORT, CREDIT_EXCEEDED, CUSTOMER_BLOCKED, PERIOD_CLOSED (online only).
CREATE OR REPLACE FUNCTION capture_sale(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  IF first_open_day(entity, day) <> day THEN
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
