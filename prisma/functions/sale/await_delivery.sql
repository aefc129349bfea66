-- Moves a sale to the stage `delivering`, with the day until which its goods are kept. Changes
-- nothing once they were delivered or released.
--
-- Input:   awaitDelivery in prisma/commands/sale.ts
-- Locks:   the books (shared), the life of the sale
-- Refuses: none
-- Key:     saleId; a repetition changes nothing
CREATE OR REPLACE FUNCTION await_delivery(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  life sale_lifecycle%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life
  FROM sale_lifecycle
  WHERE sale_id = (input->>'saleId')::uuid AND delivery_state = 'pending'
  FOR UPDATE;
  IF FOUND THEN
    PERFORM set_stage(ctx, life.sale_id, 'delivering', jsonb_build_object(
      'nextStep', 'deliver', 'nextStepAt', life.delivery_expires_at));
  END IF;
  RETURN '{}';
END $$;
