-- `INV/NSA/2026` and 123 -> `INV/NSA/2026/000123-7`; letters count as two digits (A 10 ... Z 35).
CREATE OR REPLACE FUNCTION document_number(series text, number bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT series || '/' || d.digits || '-' || damm_digit((
      SELECT string_agg(CASE WHEN c ~ '[A-Z]' THEN (ascii(c) - 55)::text ELSE c END, '' ORDER BY n)
      FROM string_to_table(replace(series, '/', ''), NULL) WITH ORDINALITY AS x(c, n)) || d.digits)
  FROM (SELECT lpad(number::text, greatest(6, length(number::text)), '0') AS digits) d
$$;
