-- Accepts bank lines as new bookings. Bookings that are equal in all fields are numbered.
--
-- Locks:   the caller holds their bank account, so that no two of equal lines get one number
-- Refuses: none
CREATE OR REPLACE FUNCTION accept_bank_lines(line_keys uuid[]) RETURNS void
LANGUAGE sql AS $$
  UPDATE bank_statement_line l
  SET outcome = 'new', repeats_line_id = NULL, occurrence = numbered.occurrence
  FROM (
    SELECT c.id, row_number() OVER (
        PARTITION BY c.bank_account_id, c.fingerprint ORDER BY c.position) + coalesce((
        SELECT max(k.occurrence)
        FROM bank_statement_line k
        WHERE k.bank_account_id = c.bank_account_id
          AND k.fingerprint = c.fingerprint
          AND k.outcome NOT IN (
            'stored', 'duplicate', 'repeat-unclear', 'pending', 'information')), 0) AS occurrence
    FROM bank_statement_line c
    WHERE c.id = ANY (line_keys)
  ) numbered
  WHERE l.id = numbered.id
$$;
