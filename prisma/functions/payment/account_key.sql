-- An account number in the one form in which it is kept and compared: capital letters and digits
-- only, or null when nothing is left. Runs when the books learn or forget a payer's account;
-- normaliseAccount in domain/statement/text.ts does the same when files are read and matched. A
-- test holds both equal.
--
-- Input:   the account as the bank or the payer writes it
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION account_key(account text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(letters_and_digits(account), '')
$$;
