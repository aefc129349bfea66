-- Answers a sale of a sandbox terminal as capture_sale would, by capturing it and taking that back.
-- What stays is the answer, for a day, under a number that cannot be taken for one of the books.
--
-- Input:   captureSandboxSale in prisma/commands/sale.ts
-- Answer:  as capture_sale
-- Locks:   those of capture_sale
-- Refuses: PERIOD_CLOSED, STOCK_SHORT, PROMOTION_LIMIT_REACHED and those of check_credit
--          (CREDIT_NOT_GRANTED, CUSTOMER_BLOCKED, CREDIT_EXPIRED, CUSTOMER_PLACED, CREDIT_OVERDUE,
--          CREDIT_EXCEEDED); all of them online only
-- Key:     saleId and contentHash; a repetition within a day answers 'replayed'
CREATE OR REPLACE FUNCTION capture_sandbox_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  hash bytea := decode(input->>'contentHash', 'hex');
  till terminal%ROWTYPE;
  answer jsonb;
BEGIN
  SELECT * INTO STRICT till FROM terminal WHERE id = (input->>'terminalId')::uuid;
  IF NOT till.sandbox THEN
    RAISE EXCEPTION 'terminal % is no sandbox: its sales are booked', till.code;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('sandbox:' || sale_key, 0));
  answer := stored_sandbox_sale(sale_key, hash);
  IF answer IS NOT NULL THEN
    RETURN answer;
  END IF;
  answer := rehearse_sale(ctx, input);
  -- The id is that of a sale in the books.
  IF answer->>'kind' <> 'captured' THEN
    RETURN answer || '{"kind":"conflict"}';
  END IF;
  DELETE FROM sandbox_sale
  WHERE terminal_id = till.id AND captured_at < context_at(ctx) - interval '1 day';
  INSERT INTO sandbox_sale (
    id, terminal_id, content_hash, device_sequence, answer, captured_at)
  VALUES (
    sale_key, till.id, hash, (input->>'deviceSequence')::bigint, answer, context_at(ctx));
  UPDATE sandbox_sale kept
  SET answer = kept.answer || jsonb_build_object(
    'number', 'LATIHAN-' || till.code || '-' || lpad(kept.number::text, 6, '0'),
    'receiptSerial', kept.number,
    'workflowId', 'sandbox:' || sale_key)
  WHERE kept.id = sale_key
  RETURNING kept.answer INTO answer;
  RETURN answer;
END $$;
