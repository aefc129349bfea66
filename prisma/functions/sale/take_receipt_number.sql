-- Takes the next receipt number of a terminal. A device sequence that the terminal has used before
-- is an exception: the till may have been reset, or two tills use the same identity.
--
-- Input:   as capture_sale
-- Answer:  the number on the receipt and its serial, the printer of the terminal (NULL without
--          one), and a list of exceptions
-- Locks:   the terminal
CREATE OR REPLACE FUNCTION take_receipt_number(
  input jsonb,
  OUT number text, OUT serial bigint, OUT printer_id uuid, OUT exceptions jsonb)
LANGUAGE plpgsql AS $$
DECLARE
  terminal_key uuid := (input->>'terminalId')::uuid;
  sequence bigint := (input->>'deviceSequence')::bigint;
BEGIN
  UPDATE terminal till
  SET receipt_serial = till.receipt_serial + 1,
    last_device_sequence = greatest(till.last_device_sequence, sequence)
  WHERE till.id = terminal_key
  RETURNING
    till.code || '-' || lpad(till.receipt_serial::text, 6, '0'),
    till.receipt_serial,
    till.printer_id
  INTO number, serial, printer_id;

  exceptions := '[]';
  IF EXISTS (
    SELECT 1 FROM sale WHERE sale.terminal_id = terminal_key AND sale.device_sequence = sequence
  ) THEN
    exceptions := jsonb_build_array(jsonb_build_object(
      'kind', 'sequence-repeated',
      'detail', format('device sequence %s was used before', sequence)));
  END IF;
END $$;
