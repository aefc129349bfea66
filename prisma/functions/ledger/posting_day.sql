-- The day on which something may still be booked: `wished`, or the first day after the closed periods around it. What is
-- older than all periods belongs to books that were closed before these began, as soon as the first of these is closed.
CREATE OR REPLACE FUNCTION posting_day(entity uuid, wished date) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE
  closed_until date;
  day date := wished;
BEGIN
  LOOP
    SELECT p.ends_on INTO closed_until FROM accounting_period p
    WHERE p.legal_entity_id = entity AND p.state = 'closed' AND day <= p.ends_on
      AND (day >= p.starts_on OR NOT EXISTS (SELECT 1 FROM accounting_period q WHERE q.legal_entity_id = entity AND q.starts_on < p.starts_on))
    ORDER BY p.starts_on LIMIT 1;
    EXIT WHEN NOT FOUND;
    day := closed_until + 1;
  END LOOP;
  RETURN day;
END $$;
