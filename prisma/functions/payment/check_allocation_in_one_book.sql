-- Trigger, a last check behind the functions: what settles an open item has the item's legal entity
-- and currency, and a credit note or write-off settles items of its own invoice only.
--
-- Locks:   none
-- Refuses: none; it raises a plain exception, because only a bug can get here
CREATE OR REPLACE FUNCTION check_allocation_in_one_book() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  settled record;
  source record;
BEGIN
  SELECT o.invoice_id, o.currency, i.legal_entity_id INTO settled
  FROM open_item o
  JOIN invoice i ON i.id = o.invoice_id
  WHERE o.id = NEW.open_item_id;
  SELECT s.invoice_id, s.currency, s.legal_entity_id INTO source
  FROM (
    SELECT NULL::uuid AS invoice_id, p.currency, p.legal_entity_id
    FROM payment p
    WHERE p.id = NEW.payment_id
    UNION ALL
    SELECT NULL, d.currency, p.legal_entity_id
    FROM deduction d
    JOIN payment p ON p.id = d.payment_id
    WHERE d.id = NEW.deduction_id
    UNION ALL
    SELECT c.invoice_id, c.currency, settled.legal_entity_id
    FROM credit_note c
    WHERE c.id = NEW.credit_note_id
    UNION ALL
    SELECT w.invoice_id, w.currency, settled.legal_entity_id
    FROM write_off w
    WHERE w.id = NEW.write_off_id
  ) s;

  IF source.legal_entity_id IS DISTINCT FROM settled.legal_entity_id
      OR coalesce(source.invoice_id, settled.invoice_id) <> settled.invoice_id THEN
    RAISE EXCEPTION 'an allocation joins what belongs to different books';
  END IF;
  IF (NEW.currency, NEW.currency) IS DISTINCT FROM (settled.currency, source.currency) THEN
    RAISE EXCEPTION 'an allocation joins different currencies';
  END IF;
  RETURN NEW;
END $$;
