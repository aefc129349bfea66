-- Trigger on keys of people: a key may what its person may, never more.
CREATE OR REPLACE FUNCTION keep_role_of_person() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM app_user WHERE id = NEW.user_id AND role = NEW.role) THEN
    RAISE EXCEPTION 'the key of a person has the role of that person';
  END IF;
  RETURN NEW;
END $$;
