-- The lines that wait for their outcome, in the order in which they get it: a long file is taken up
-- again a thousand times.
DROP INDEX bank_statement_line_new;
CREATE INDEX bank_statement_line_new ON bank_statement_line (statement_id, booking_date, "position")
  WHERE outcome = 'new';
