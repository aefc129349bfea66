-- Puts goods on the shelf of one location and books their value, when one person alone may
-- (may_receive_goods). Otherwise nothing changes, and the caller asks for a second person
-- (request_master_change).
--
-- Input:   receiveStock in prisma/commands/stock.ts; `kind` is 'opening' or 'receipt'; the `cost`
--          of a line is the value of all its goods, which moves the average cost; the account
--          `counter` is what they came from, opening balances or goods received and not yet
--          invoiced
-- Answer:  kind 'received', 'known' when the document had been booked before, or 'second-person'
-- Locks:   the books (shared), the goods that the person takes in, the document, stock levels by
--          item
-- Refuses: none
-- Key:     documentId; a repetition answers 'known' and changes nothing
CREATE OR REPLACE FUNCTION receive_stock(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  person text := who_takes_goods_in(ctx);
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('goods-in:' || person, 0));
  IF EXISTS (
    SELECT 1 FROM stock_movement WHERE document_id = (input->>'documentId')::uuid) THEN
    RETURN '{"kind":"known"}';
  ELSIF person IS NOT NULL AND may_receive_goods(ctx, person, input) IS NOT TRUE THEN
    RETURN '{"kind":"second-person"}';
  END IF;
  RETURN jsonb_build_object('kind', book_stock_receipt(ctx, input, person));
END $$;
