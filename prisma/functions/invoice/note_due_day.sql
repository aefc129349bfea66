-- Trigger that notes for a sale the earliest day on which something open of it is due, when an open
-- item of its invoice is new, gone, settled or open again. Deferred to the end of the transaction,
-- which then holds the receivables: a life is locked after them.
--
-- Locks:   the life of the sale
CREATE OR REPLACE FUNCTION note_due_day() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.due_on, OLD.open_amount > 0) = (NEW.due_on, NEW.open_amount > 0) THEN
    RETURN NULL;
  END IF;
  UPDATE sale_lifecycle life
  SET due_on = due.due_on
  FROM (
    SELECT invoice.sale_id, (
      SELECT min(item.due_on) FROM open_item item
      WHERE item.invoice_id = invoice.id AND item.open_amount > 0) AS due_on
    FROM invoice
    WHERE invoice.id = coalesce(NEW.invoice_id, OLD.invoice_id)
  ) due
  WHERE life.sale_id = due.sale_id AND life.due_on IS DISTINCT FROM due.due_on;
  RETURN NULL;
END $$;
