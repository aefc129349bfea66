-- The number on a document: `INV/NSA/2026` and 123 give `INV/NSA/2026/000123-1`. The last digit is
-- a check digit (damm_digit) over series and number; letters count as two digits there (A is 10, Z
-- is 35).
--
-- Input:   series: the prefix of the number series; number: its running number
CREATE OR REPLACE FUNCTION document_number(series text, number bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT series || '/' || running.digits || '-' || damm_digit(prefix.digits || running.digits)
  FROM (SELECT lpad(number::text, greatest(6, length(number::text)), '0') AS digits) running,
    (SELECT string_agg(
        CASE WHEN sign ~ '[A-Z]' THEN (ascii(sign) - 55)::text ELSE sign END, '' ORDER BY position
      ) AS digits
      FROM string_to_table(replace(series, '/', ''), NULL)
        WITH ORDINALITY AS signs(sign, position)) prefix
$$;
