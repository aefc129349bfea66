-- An account number in the one form in which it is kept and compared: capital letters and digits
-- only, or null when nothing is left. normaliseAccount in domain/statement/text.ts does the same.
--
-- Input:   the account as the bank or the payer writes it
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION account_key(account text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT nullif(regexp_replace(upper(account), '[^0-9A-Z]', '', 'g'), '')
$$;
