-- Trigger on a new credit note, behind the commands as a last check: above the limit of one person
-- it belongs to a request that a second person approved, with the same invoice and amount.
--
-- Locks:   what is given up for the customer
-- Refuses: SECOND_PERSON_REQUIRED
CREATE OR REPLACE FUNCTION check_credit_note_limit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  allowance record;
BEGIN
  IF NEW.request_id IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('given-up:' || (
      SELECT coalesce(c.merged_into_id, c.id)
      FROM invoice i
      JOIN customer c ON c.id = i.customer_id
      WHERE i.id = NEW.invoice_id), 0));
    SELECT * INTO allowance FROM allowance_of_one(NEW.invoice_id, NEW.issued_on, NULL);
    IF allowance.used_amount + NEW.total_amount > allowance.limit_amount THEN
      PERFORM refuse(
        'SECOND_PERSON_REQUIRED',
        format('One person may give up %s of this invoice; %s is used.',
          money_text(allowance.limit_amount, NEW.currency),
          money_text(allowance.used_amount, NEW.currency)),
        'amount');
    END IF;
  ELSIF NOT EXISTS (
    SELECT 1
    FROM credit_note_request request
    WHERE request.id = NEW.request_id
      AND request.state = 'approved'
      AND (request.invoice_id, request.amount, request.currency)
        = (NEW.invoice_id, NEW.total_amount, NEW.currency)
  ) THEN
    RAISE EXCEPTION 'a credit note is not what was approved';
  END IF;
  RETURN NEW;
END $$;
