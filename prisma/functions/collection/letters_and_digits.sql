-- Answers the letters and digits of a text, in capitals.
CREATE OR REPLACE FUNCTION letters_and_digits(written text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(upper(written), '[^0-9A-Z]', '', 'g')
$$;
