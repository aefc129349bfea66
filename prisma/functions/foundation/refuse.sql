-- A business refusal: SQLSTATE LU001, the code as message, a sentence as detail, the place as hint.
CREATE OR REPLACE FUNCTION refuse(code text, detail text, param text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'LU001', MESSAGE = code, DETAIL = detail, HINT = coalesce(param, '');
END $$;
