-- Accepts bank lines as new bookings. Bookings that are equal in all fields are numbered. The
-- numbers in use are looked up once for each kind of booking and not for each line: a file may tell
-- fifty thousand equal ones.
--
-- Locks:   the caller holds their bank account, so that no two of equal lines get one number
-- Refuses: none
CREATE OR REPLACE FUNCTION accept_bank_lines(line_keys uuid[]) RETURNS void
LANGUAGE sql AS $$
  WITH accepted AS MATERIALIZED (
    SELECT id, bank_account_id, fingerprint, position
    FROM bank_statement_line
    WHERE id = ANY (line_keys)
  ), used AS MATERIALIZED (
    SELECT kinds.bank_account_id, kinds.fingerprint, (
      SELECT k.occurrence
      FROM bank_statement_line k
      WHERE k.bank_account_id = kinds.bank_account_id
        AND k.fingerprint = kinds.fingerprint
        AND k.outcome NOT IN ('stored', 'duplicate', 'repeat-unclear', 'pending', 'information')
      ORDER BY k.occurrence DESC
      LIMIT 1) AS occurrence
    FROM (SELECT DISTINCT bank_account_id, fingerprint FROM accepted) kinds
  )
  UPDATE bank_statement_line l
  SET outcome = 'new', repeats_line_id = NULL, occurrence = numbered.occurrence
  FROM (
    SELECT a.id, coalesce(u.occurrence, 0) + row_number() OVER (
        PARTITION BY a.bank_account_id, a.fingerprint ORDER BY a.position) AS occurrence
    FROM accepted a
    JOIN used u USING (bank_account_id, fingerprint)
  ) numbered
  WHERE l.id = numbered.id
$$;
