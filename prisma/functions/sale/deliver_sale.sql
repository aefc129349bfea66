-- Delivers goods that were kept for a customer: the stock goes down, and revenue and cost are
-- booked. The part on account is owed from now on, so credit is checked again.
--
-- Input:   deliverSale in prisma/commands/sale.ts; `journal` is the revenue side, from
--          domain/ledger
-- Answer:  kind 'delivered', or 'already-delivered' when it was done before
-- Locks:   the books (shared), the life of the sale, the customer's credit, reservations and stock
--          levels by item
-- Refuses: SALE_NOT_FOUND; DELIVERY_EXPIRED when they were not collected in time; those of
--          check_credit (CREDIT_NOT_GRANTED, CUSTOMER_BLOCKED, CREDIT_EXPIRED, CUSTOMER_PLACED,
--          CREDIT_OVERDUE, CREDIT_EXCEEDED)
-- Key:     saleId and the delivery state of its life; a repetition answers 'already-delivered'
CREATE OR REPLACE FUNCTION deliver_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  day date := (input->>'businessDate')::date;
  life sale_lifecycle%ROWTYPE;
  sold sale%ROWTYPE;
  cost bigint;
BEGIN
  PERFORM enter_context(ctx);
  life := lock_sale_life((input->>'saleId')::uuid);
  IF life.delivery_state = 'delivered' THEN
    RETURN '{"kind":"already-delivered"}';
  END IF;
  IF life.delivery_state = 'expired' OR life.delivery_expires_at <= context_at(ctx) THEN
    PERFORM refuse(
      'DELIVERY_EXPIRED', 'The goods were kept until their time ran out.', 'saleId');
  END IF;

  SELECT * INTO sold FROM sale WHERE id = life.sale_id;
  PERFORM check_credit(
    ctx,
    jsonb_build_object(
      'mode', 'online',
      'saleId', sold.id,
      'customerId', sold.customer_id,
      'currency', sold.currency,
      'totals', jsonb_build_object('onAccount', sold.on_account_amount)),
    'saleId');
  cost := issue_reserved_goods(ctx, sold, day);
  UPDATE sale_lifecycle
  SET delivery_state = 'delivered', delivered_at = context_at(ctx)
  WHERE sale_id = sold.id;
  PERFORM post_journal(
    ctx,
    sale_entry(sold, 'delivery', day),
    (input->'journal') || goods_cost_lines(input->'accounts', cost, sold.store_id));

  PERFORM record_event(ctx, sold.id, 'delivered', jsonb_build_object(
    'kind', 'sale', 'id', sold.id, 'number', sold.number));
  PERFORM poke('sale:' || sold.id, 'delivered');
  RETURN '{"kind":"delivered"}';
END $$;
