-- Books a sale: its goods, its money, its receipt and its entry in the journal, and starts its
-- life, all in one transaction.
--
-- A sale at an open till (mode 'online') is refused when it does not fit the books. A sale that has
-- happened already (mode 'completed') is always booked, and what does not fit becomes an exception
-- that a person is asked to look at.
--
-- A sale of a day on which its store is in shadow is kept by keep_shadow_sale and books nothing.
--
-- Input:   captureSale in prisma/commands/sale.ts; `exceptions` are those that pricing found
-- Answer:  kind 'captured' when it was booked now; 'replayed' when the same content had been booked
--          before, with what was stored then; 'conflict' when the id has other content in the
--          books, which changes nothing; `shadow` when it is kept in shadow and not booked
-- Locks:   the books (shared), the sale's id, the customer's credit, counts of promotions, stock
--          levels by item, the terminal
-- Refuses: PERIOD_CLOSED, STOCK_SHORT, PROMOTION_LIMIT_REACHED and those of check_credit
--          (CREDIT_NOT_GRANTED, CUSTOMER_BLOCKED, CREDIT_EXPIRED, CUSTOMER_PLACED, CREDIT_OVERDUE,
--          CREDIT_EXCEEDED); all of them online only
-- Key:     saleId and contentHash; a repetition answers 'replayed'
CREATE OR REPLACE FUNCTION capture_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  hash bytea := decode(input->>'contentHash', 'hex');
  answer jsonb;
  exceptions jsonb;
  taken record;
  receipt_number record;
  sold sale%ROWTYPE;
BEGIN
  -- Most repetitions are answered without waiting for a lock.
  answer := stored_capture(sale_key, hash);
  IF answer IS NOT NULL THEN
    RETURN answer;
  END IF;
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended(sale_key::text, 0));
  answer := stored_capture(sale_key, hash);
  IF answer IS NOT NULL THEN
    RETURN answer;
  END IF;
  IF is_shadow_day((input->>'storeId')::uuid, (input->>'businessDate')::date, context_at(ctx)) THEN
    RETURN keep_shadow_sale(ctx, input);
  END IF;

  -- Refuse what cannot be sold.
  exceptions := coalesce(input->'exceptions', '[]') || check_sale_day(input, context_at(ctx));
  exceptions := exceptions || check_credit(ctx, input) || take_promotions(input);

  -- Take what the sale needs.
  input := jsonb_set(input, '{lines}', with_line_ids(input->'lines'));
  SELECT * INTO taken FROM take_stock(ctx, input);
  SELECT * INTO receipt_number FROM take_receipt_number(input);
  exceptions := exceptions || taken.exceptions || receipt_number.exceptions;

  -- Write it down.
  sold := insert_sale(ctx, input, receipt_number.number, receipt_number.serial);
  PERFORM insert_receipt(ctx, sold, input->>'receiptOrigin', receipt_number.printer_id);
  PERFORM post_journal(
    ctx,
    sale_entry(sold, 'sale', sold.business_date),
    (input->'journal') || goods_cost_lines(input->'accounts', taken.cost, sold.store_id));
  PERFORM begin_sale_life(ctx, input, sold, exceptions);
  PERFORM report_sale_exceptions(ctx, sold, exceptions);
  PERFORM write_audit('capture', 'sale', sale_key::text, NULL, jsonb_build_object(
    'number', sold.number,
    'total', input#>>'{totals,total}',
    'onAccount', input#>>'{totals,onAccount}'));

  RETURN jsonb_build_object(
    'kind', 'captured', 'shadow', false,
    'number', sold.number,
    'receiptSerial', sold.receipt_serial,
    'bookedAt', sold.booked_at,
    'businessDate', sold.business_date,
    'workflowId', 'sale:' || sale_key,
    'priced', input->'priced',
    'exceptions', exceptions);
END $$;
