-- Trigger before a sale is booked: none is on a day on which its store is in shadow. capture_sale
-- keeps such a sale in its own place; this is the last line behind it.
CREATE OR REPLACE FUNCTION refuse_sale_in_shadow() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF is_shadow_day(NEW.store_id, NEW.business_date, NEW.booked_at) THEN
    RAISE EXCEPTION 'sale % is of a day on which its store is in shadow', NEW.id;
  END IF;
  RETURN NEW;
END $$;
