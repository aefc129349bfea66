-- Money for display, in English: `Rp1,250,000`, `-S$12.50`. The same as formatMoney in
-- domain/money; a test holds them equal for every currency.
--
-- Input:   amount in the smallest booked unit of `currency`
CREATE OR REPLACE FUNCTION money_text(amount bigint, currency text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN amount < 0 THEN '-' ELSE '' END
    || CASE currency
      WHEN 'AUD' THEN 'A$'
      WHEN 'BND' THEN 'B$'
      WHEN 'IDR' THEN 'Rp'
      WHEN 'MYR' THEN 'RM'
      WHEN 'SGD' THEN 'S$'
      WHEN 'USD' THEN 'US$'
      ELSE currency || ' '
    END
    || CASE WHEN currency IN ('IDR', 'VND')
      THEN to_char(abs(amount), 'FM999,999,999,999,999,990')
      ELSE to_char(abs(amount) / 100.0, 'FM999,999,999,999,999,990.00')
    END
$$;
