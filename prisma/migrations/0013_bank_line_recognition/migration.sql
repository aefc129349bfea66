-- A bank line is one event, whoever reports it and how often.

-- One statement inside a bank file: what says whether it can repeat the lines of another.
CREATE TABLE bank_statement_part (
  statement_id uuid NOT NULL REFERENCES bank_statement (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  part integer NOT NULL,
  bank_account_id uuid NOT NULL REFERENCES bank_account (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  format text NOT NULL,
  number text,
  from_on date,
  to_on date,
  opening_amount bigint,
  closing_amount bigint,
  PRIMARY KEY (statement_id, part)
);
CREATE INDEX bank_statement_part_bank_account_id_to_on_idx ON bank_statement_part
  (bank_account_id, to_on);

ALTER TABLE bank_statement_line
  ADD COLUMN part integer NOT NULL DEFAULT 1,
  ADD COLUMN other_references text[] NOT NULL DEFAULT '{}',
  ADD COLUMN repeats_line_id uuid REFERENCES bank_statement_line (id)
    ON DELETE SET NULL ON UPDATE CASCADE,
  DROP CONSTRAINT bank_statement_line_outcome,
  ADD CONSTRAINT bank_statement_line_outcome
    CHECK (outcome IN ('stored', 'new', 'pending', 'information', 'duplicate', 'repeat-unclear',
      'booked', 'suggested', 'held', 'unmatched', 'remittance', 'reversal', 'reversal-unclear',
      'not-a-customer-payment'));

DROP INDEX bank_statement_line_bank_account_id_fingerprint_idx;
DROP INDEX bank_statement_line_once;
-- Equal bookings are told apart by their number.
CREATE UNIQUE INDEX bank_statement_line_once ON bank_statement_line
  (bank_account_id, fingerprint, occurrence)
  WHERE outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information');
-- Lines that are still to be compared with those that are known, in the order in which this is done.
CREATE INDEX bank_statement_line_stored ON bank_statement_line
  (statement_id, part, booking_date, amount, "position")
  WHERE outcome = 'stored';
CREATE INDEX bank_statement_line_bank_account_id_amount_booking_date_idx ON bank_statement_line
  (bank_account_id, amount, booking_date);
CREATE INDEX bank_statement_line_repeats_line_id_idx ON bank_statement_line (repeats_line_id);
CREATE INDEX bank_statement_line_bank_reference ON bank_statement_line
  (bank_account_id, bank_reference)
  WHERE bank_reference IS NOT NULL;
CREATE INDEX bank_statement_line_end_to_end ON bank_statement_line
  (bank_account_id, end_to_end_reference)
  WHERE end_to_end_reference IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON bank_statement_part TO lunas_app;
