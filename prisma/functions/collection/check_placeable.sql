-- Refuses to place an invoice that has nothing open or is disputed.
--
-- Input:   `open_total` is what is open of the invoice; the caller holds its open items
-- Refuses: NOTHING_OPEN, DISPUTE_OPEN
CREATE OR REPLACE FUNCTION check_placeable(invoice_key uuid, open_total bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF open_total = 0 THEN
    PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId');
  END IF;
  IF EXISTS (SELECT 1 FROM dispute WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse('DISPUTE_OPEN', 'What is disputed is not placed with an agency.', 'invoiceId');
  END IF;
END $$;
