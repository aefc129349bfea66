-- A document number in the form in which the matcher looks it up: capitals, no separators, and
-- look-alike letters as digits. The index of invoices is made with it. For the texts of banks
-- `foldLookAlikes(referenceKey())` in domain/matching/reference-key.ts makes the same; a test holds
-- both equal.
CREATE OR REPLACE FUNCTION folded_reference_key(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(upper(number), '[^0-9A-Z]', '', 'g'), 'OILSBZ', '011582')
$$;
