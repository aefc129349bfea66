-- Only for the functions that partners may call: outside a partner's request they know no case at all.
CREATE OR REPLACE FUNCTION require_agency() RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE own uuid := nullif(current_setting('lunas.agency_id', true), '')::uuid;
BEGIN
  IF own IS NULL THEN RAISE EXCEPTION 'a command of an agency outside an agency''s request'; END IF;
  RETURN own;
END $$;
