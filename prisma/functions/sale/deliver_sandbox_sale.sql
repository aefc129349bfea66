-- Notes that goods which a sandbox terminal kept for a customer were handed over.
--
-- Input:   deliverSandboxSale in prisma/commands/sale.ts
-- Answer:  kind 'delivered', or 'already-delivered' when that was said before or they were carried
-- Locks:   the sale of the sandbox
-- Refuses: SALE_NOT_FOUND; DELIVERY_EXPIRED when they were not collected in time
-- Key:     saleId; a repetition answers 'already-delivered'
CREATE OR REPLACE FUNCTION deliver_sandbox_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  kept sandbox_sale%ROWTYPE;
BEGIN
  SELECT * INTO kept FROM sandbox_sale WHERE id = (input->>'saleId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId');
  END IF;
  IF kept.delivered_at IS NOT NULL OR kept.answer#>>'{priced,delivery,kind}' = 'carried' THEN
    RETURN '{"kind":"already-delivered"}';
  END IF;
  IF (kept.answer#>>'{priced,delivery,expiresAt}')::timestamptz <= context_at(ctx) THEN
    PERFORM refuse(
      'DELIVERY_EXPIRED', 'The goods were kept until their time ran out.', 'saleId');
  END IF;
  UPDATE sandbox_sale SET delivered_at = context_at(ctx) WHERE id = kept.id;
  RETURN '{"kind":"delivered"}';
END $$;
