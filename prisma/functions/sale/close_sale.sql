-- Ends the life of a sale.
--
-- Input:   closeSale in prisma/commands/sale.ts
-- Answer:  closed: whether it ended now; false when it had ended before
-- Locks:   the books (shared), the life of the sale
-- Refuses: none
-- Key:     saleId, while its life is open; a repetition answers closed: false and changes nothing
CREATE OR REPLACE FUNCTION close_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE sale_lifecycle
  SET stage = 'closed',
    since = context_at(ctx),
    closed_at = context_at(ctx),
    outcome = input->>'outcome',
    next_step = NULL,
    next_step_at = NULL
  WHERE sale_id = (input->>'saleId')::uuid AND closed_at IS NULL;
  IF FOUND THEN
    PERFORM record_event(ctx, (input->>'saleId')::uuid, 'closed', jsonb_build_object(
      'detail', jsonb_build_object('outcome', input->>'outcome')));
  END IF;
  RETURN jsonb_build_object('closed', FOUND);
END $$;
