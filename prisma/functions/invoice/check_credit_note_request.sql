-- Trigger on requests for credit notes, behind the commands as a last check: neither the request
-- nor its decision is changed later. One that lapsed waits again when the settlement is undone.
CREATE OR REPLACE FUNCTION check_credit_note_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'requested' THEN
      RAISE EXCEPTION 'a credit note is asked for before it is decided on';
    END IF;
  ELSIF OLD.state NOT IN ('requested', 'lapsed')
    OR OLD.state = 'lapsed' AND NEW.state <> 'requested'
    OR (NEW.invoice_id, NEW.amount, NEW.currency, NEW.reason, NEW.requested_by, NEW.requested_at)
      <> (OLD.invoice_id, OLD.amount, OLD.currency, OLD.reason, OLD.requested_by, OLD.requested_at)
    OR NEW.dispute_id IS DISTINCT FROM OLD.dispute_id
  THEN
    RAISE EXCEPTION 'a request for a credit note is decided once, as it was asked';
  END IF;
  RETURN NEW;
END $$;
