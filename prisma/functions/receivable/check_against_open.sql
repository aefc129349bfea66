-- Refuses what cannot be asked of an invoice: NOTHING_OPEN, CURRENCY_MISMATCH, `code` when more than is open.
CREATE OR REPLACE FUNCTION check_against_open(invoice_key uuid, input jsonb, due bigint, code text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE unit text := (SELECT currency FROM invoice WHERE id = invoice_key);
BEGIN
  IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId'); END IF;
  IF coalesce(input->>'currency', unit) <> unit THEN
    PERFORM refuse('CURRENCY_MISMATCH', format('The invoice is in %s.', unit), 'amount.currency');
  END IF;
  IF coalesce((input->>'amount')::bigint, due) > due THEN
    PERFORM refuse(code, format('%s is open, %s was given.', due, input->>'amount'), 'amount.amount');
  END IF;
END $$;
