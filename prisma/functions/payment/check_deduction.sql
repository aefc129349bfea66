-- Refuses a deduction that, with earlier ones, is more than one person alone may give up, or a
-- document number that is none. Withheld tax with a document is limited by the legal rate instead
-- (check_withheld_tax). The deduction is already written: a refusal rolls back the whole command.
--
-- Input:   `kept_back` is an element of `deductions`, `input` the whole of applyPayment; `aloneMax`
--   of it narrows the limit for the role of this person
-- Locks:   what is given up for the customer; the caller holds the payment and the open items
-- Refuses: DEDUCTION_ABOVE_LIMIT, DEDUCTION_DOCUMENT_INVALID, WITHHOLDING_ABOVE_RATE
CREATE OR REPLACE FUNCTION check_deduction(
  ctx jsonb, kept_back jsonb, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (
    SELECT invoice_id FROM open_item WHERE id = (kept_back->>'openItemId')::uuid);
  document text := kept_back->>'documentReference';
  allowance record;
BEGIN
  IF document IS NOT NULL AND document !~ '(\d\D*){4}' THEN
    PERFORM refuse('DEDUCTION_DOCUMENT_INVALID',
      'The number of the document has at least four digits.', 'deductions');
  END IF;
  IF kept_back->>'kind' = 'withholdingTax' AND document IS NOT NULL THEN
    PERFORM check_withheld_tax(invoice_key);
    RETURN;
  END IF;

  -- Of two deductions for one customer at once, the second counts the first.
  PERFORM pg_advisory_xact_lock(hashtextextended('given-up:' || (
    SELECT coalesce(c.merged_into_id, c.id)
    FROM invoice i
    JOIN customer c ON c.id = i.customer_id
    WHERE i.id = invoice_key), 0));
  SELECT * INTO allowance
  FROM allowance_of_one(invoice_key, (input->>'bookedOn')::date, ctx#>>'{actor,id}');
  IF allowance.used_amount > allowance.limit_amount
    OR allowance.deducted_amount > (input->>'aloneMax')::bigint THEN
    PERFORM refuse('DEDUCTION_ABOVE_LIMIT',
      'More than one person may give up of an invoice, or for a customer in a day: ask for a credit'
        || ' note.',
      'deductions');
  END IF;
END $$;
