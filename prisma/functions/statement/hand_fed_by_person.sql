-- What the person who handed in a bank file booked in an account within 24 hours by other files
-- that no second person has looked at.
--
-- Locks:   the caller holds the bank account
-- Refuses: none
CREATE OR REPLACE FUNCTION hand_fed_by_person(
  ctx jsonb, statement_key uuid, account_key uuid
) RETURNS numeric
LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum((other.hand_fed_amounts->>account_key::text)::numeric), 0)
  FROM bank_statement this
  JOIN bank_statement other
    ON other.id <> this.id AND other.hand_fed_by && this.hand_fed_by
  WHERE this.id = statement_key
    AND other.source = 'hand'
    AND other.release IS NULL
    AND other.state NOT IN ('awaiting-release', 'refused')
    AND other.received_at > context_at(ctx) - interval '24 hours'
$$;
