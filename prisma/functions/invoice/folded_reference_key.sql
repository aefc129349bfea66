-- A document number in the form in which the matcher looks it up: capitals, no separators, and
-- look-alike letters as digits. Runs on our own numbers, which are ASCII: the index of invoices is
-- made with it. `foldLookAlikes(referenceKey())` in domain/matching/reference-key.ts runs on the
-- texts of banks, which it folds to ASCII (NFKC) before; a test holds both equal.
CREATE OR REPLACE FUNCTION folded_reference_key(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(upper(number), '[^0-9A-Z]', '', 'g'), 'OILSBZ', '011582')
$$;
