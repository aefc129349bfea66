-- The slip: printed by us (a job in the printer's queue) or already by the till itself.
CREATE OR REPLACE FUNCTION insert_receipt(ctx jsonb, input jsonb, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE sale_key uuid := (input->>'saleId')::uuid;
BEGIN
  INSERT INTO receipt (sale_id, serial, language, origin, created_at)
  VALUES (sale_key, given->>'number', input->>'language', input->>'receiptOrigin', context_at(ctx));
  IF input->>'receiptOrigin' = 'lunas' AND given->>'printerId' IS NOT NULL THEN
    INSERT INTO print_job (sale_id, printer_id, kind, copy_number, state, process_id, created_by, created_at)
    VALUES (sale_key, (given->>'printerId')::uuid, 'RECEIPT', 0, 'QUEUED',
      upper(substr(md5(sale_key::text), 1, 4)), ctx#>>'{actor,id}', context_at(ctx));
  END IF;
END $$;
