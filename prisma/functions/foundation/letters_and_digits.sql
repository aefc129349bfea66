-- Answers the letters and digits of a text, in capitals; full-width ones as plain ones (NFKC).
-- Runs on texts of banks and payers: account_key for their accounts, match_remittance for the
-- number in a transfer. normaliseAccount and normaliseText in domain/statement/text.ts fold alike
-- when files are read and matched.
CREATE OR REPLACE FUNCTION letters_and_digits(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(upper(normalize(written, NFKC)), '[^0-9A-Z]', '', 'g')
$$;
