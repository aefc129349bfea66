-- A number of ours in the form in which the matcher compares it: capitals, no separators, and
-- look-alike letters as digits. The same as domain/matching; a test holds them equal.
CREATE OR REPLACE FUNCTION reference_key(number text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT translate(regexp_replace(upper(number), '[^0-9A-Z]', '', 'g'), 'OILSBZ', '011582')
$$;
