-- Writes the receipt of a sale. A receipt that we print becomes a job in the queue of its printer;
-- one that the till has printed does not.
--
-- Input:   slip_origin: 'lunas' or 'till'; printer: of the terminal, NULL without one
CREATE OR REPLACE FUNCTION insert_receipt(ctx jsonb, sold sale, slip_origin text, printer uuid)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO receipt (sale_id, serial, language, origin, created_at)
  VALUES (sold.id, sold.number, sold.language, slip_origin, context_at(ctx));
  IF slip_origin = 'lunas' AND printer IS NOT NULL THEN
    INSERT INTO print_job (
      sale_id, printer_id, kind, copy_number, state, process_id, created_by, created_at)
    VALUES (
      sold.id, printer, 'RECEIPT', 0, 'QUEUED', print_process_id(sold.id),
      ctx#>>'{actor,id}', context_at(ctx));
  END IF;
END $$;
