-- The bank accounts that customers of a legal entity pay to in a currency: the first by number,
-- which its papers name (notice_paper_seller, and the paper of an invoice), and each on which a
-- customer's money came in during the last half year.
--
-- Input:   the business time
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION accounts_paid_to(entity uuid, unit char(3), at timestamptz)
RETURNS SETOF bank_account
LANGUAGE sql STABLE AS $$
  SELECT b.*
  FROM bank_account b
  WHERE b.legal_entity_id = entity
    AND b.currency = unit
    AND (
      b.number = (
        SELECT min(named.number)
        FROM bank_account named
        WHERE named.legal_entity_id = entity AND named.currency = unit AND named.on_documents)
      OR EXISTS (
        SELECT 1
        FROM bank_statement_line l
        JOIN payment p ON p.bank_statement_line_id = l.id
        WHERE l.bank_account_id = b.id
          AND l.booking_date > (at - interval '180 days')::date
          AND p.customer_id IS NOT NULL))
$$;
