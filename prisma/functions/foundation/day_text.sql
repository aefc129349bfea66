-- A day for display, in English: `1 July 2026`.
CREATE OR REPLACE FUNCTION day_text(day date) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT to_char(day, 'FMDD FMMonth YYYY')
$$;
