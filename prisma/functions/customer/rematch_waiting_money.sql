-- Asks for another look at unapplied money that came from an account or names a number.
--
-- Input:   the account as account_key has it, the number as matching keeps it; null: not by this
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION rematch_waiting_money(account text, number_key text) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO match_request (payment_id)
  SELECT id FROM payment
  WHERE unapplied_amount > 0
    AND state IN ('unapplied', 'suggested', 'held')
    AND (account_key(payer_account) = account OR candidate_numbers @> ARRAY[number_key])
$$;
