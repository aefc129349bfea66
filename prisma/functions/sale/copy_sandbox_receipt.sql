-- Counts a copy of a receipt that a sandbox terminal asks for. Nothing is printed.
--
-- Input:   copySandboxReceipt in prisma/commands/sale.ts
-- Answer:  the id of a print job that is none, and the number of the copy
-- Locks:   the sale of the sandbox
-- Refuses: SALE_NOT_FOUND
-- Key:     none, as request_copy
CREATE OR REPLACE FUNCTION copy_sandbox_receipt(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  copy integer;
BEGIN
  UPDATE sandbox_sale SET copies = copies + 1
  WHERE id = (input->>'saleId')::uuid
  RETURNING copies INTO copy;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId');
  END IF;
  RETURN jsonb_build_object('printJobId', uuid_v7(), 'copyNumber', copy);
END $$;
