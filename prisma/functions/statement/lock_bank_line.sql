-- Locks and answers a bank line that gets its outcome.
--
-- Locks:   the bank line
-- Refuses: BANK_LINE_NOT_FOUND
CREATE OR REPLACE FUNCTION lock_bank_line(line_key uuid) RETURNS bank_statement_line
LANGUAGE plpgsql AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
BEGIN
  SELECT * INTO line FROM bank_statement_line WHERE id = line_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('BANK_LINE_NOT_FOUND', 'There is no such bank line.', 'lineId');
  END IF;
  RETURN line;
END $$;
