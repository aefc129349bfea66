-- Gives a customer, or one of its invoices, a virtual account: money on it is from that customer. A
-- number stands for one customer at a time. Money that waits and names it is matched again.
--
-- Input:   openVirtualAccount in prisma/commands/customer.ts; the caller has locked the customer
-- Answer:  the id of the virtual account
-- Locks:   the books (shared), the number
-- Refuses: VIRTUAL_ACCOUNT_MALFORMED, INVOICE_NOT_FOUND, VIRTUAL_ACCOUNT_TAKEN
-- Key:     the number; again is refused
CREATE OR REPLACE FUNCTION open_virtual_account(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  number_key text := letters_and_digits(input->>'number');
  customer_key uuid := (input->>'customerId')::uuid;
  invoice_key uuid := (input->>'invoiceId')::uuid;
  opened uuid;
BEGIN
  PERFORM enter_context(ctx);
  -- SNAP BI: at most 28 digits; the shortest that a text of a bank is searched for has eight.
  IF number_key !~ '^[0-9]{8,28}$' THEN
    PERFORM refuse(
      'VIRTUAL_ACCOUNT_MALFORMED', 'A virtual account has 8 to 28 digits.', 'number');
  ELSIF invoice_key IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM invoice
    WHERE id = invoice_key AND customer_id IN (SELECT customer_family(customer_key))
  ) THEN
    PERFORM refuse('INVOICE_NOT_FOUND', 'The customer has no such invoice.', 'invoiceId');
  ELSIF EXISTS (SELECT 1 FROM bank_account WHERE account_key(number) = number_key) THEN
    PERFORM refuse(
      'VIRTUAL_ACCOUNT_TAKEN', 'This is a bank account of the company itself.', 'number');
  END IF;
  INSERT INTO virtual_account (number, bank_code, customer_id, invoice_id, created_at)
  VALUES (number_key, input->>'bankCode', customer_key, invoice_key, context_at(ctx))
  ON CONFLICT (number) WHERE closed_at IS NULL DO NOTHING
  RETURNING id INTO opened;
  IF opened IS NULL THEN
    PERFORM refuse('VIRTUAL_ACCOUNT_TAKEN', 'The number stands for a customer already.', 'number');
  END IF;
  PERFORM rematch_waiting_money(NULL, number_key);
  RETURN jsonb_build_object('virtualAccountId', opened);
END $$;
