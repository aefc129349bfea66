-- Ends a command with a business refusal: SQLSTATE LU001, with the code as message, a sentence for
-- people as detail and the field that is wrong as hint. `prisma/sql-refusal.ts` reads it.
--
-- Input:   detail: one sentence; param: the name of the field, as the wire has it
CREATE OR REPLACE FUNCTION refuse(code text, detail text, param text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING
    ERRCODE = 'LU001', MESSAGE = code, DETAIL = detail, HINT = coalesce(param, '');
END $$;
