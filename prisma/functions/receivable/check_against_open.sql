-- Refuses to promise, dispute or write off an amount of an invoice when nothing is left to pay, the
-- currency differs, or less is open.
--
-- Input:   the invoice, {amount?, currency?} of the command (all that is open when left out), what
--   is open, and `code` for more than is open
-- Locks:   none: the caller holds the open items
-- Refuses: NOTHING_OPEN, CURRENCY_MISMATCH, and `code`
CREATE OR REPLACE FUNCTION check_against_open(
  invoice_key uuid, input jsonb, open_total bigint, code text
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  unit text := (SELECT currency FROM invoice WHERE id = invoice_key);
BEGIN
  IF open_total = 0 THEN
    PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId');
  END IF;
  IF coalesce(input->>'currency', unit) <> unit THEN
    PERFORM refuse('CURRENCY_MISMATCH', format('The invoice is in %s.', unit), 'amount.currency');
  END IF;
  IF coalesce((input->>'amount')::bigint, open_total) > open_total THEN
    PERFORM refuse(
      code,
      format('%s is open, %s was given.',
        money_text(open_total, unit), money_text((input->>'amount')::bigint, unit)),
      'amount.amount');
  END IF;
END $$;
