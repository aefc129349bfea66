-- Answers what of a text is one of 0-9 and A-Z, in capitals; full-width letters and digits count
-- (NFKC), others do not. Runs on texts of banks and payers: account_key for their accounts,
-- match_remittance for the number in a transfer. normaliseAccount in domain/statement/text.ts does
-- the same when files are read and matched.
CREATE OR REPLACE FUNCTION letters_and_digits(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(upper(normalize(written, NFKC)), '[^0-9A-Z]', '', 'g')
$$;
