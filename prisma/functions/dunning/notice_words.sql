-- Answers the company's own words for a letter in a language: those of the customer's segment, else
-- those for all customers.
--
-- Answer:  {subject, opening, closing}; null when the words of the product are sent: also when the
--          invoices in the letter are at different levels, because words for one of them are not
--          true of the others
CREATE OR REPLACE FUNCTION notice_words(
  notice_row dunning_notice, customer_segment text, letter_language text
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('subject', t.subject, 'opening', t.opening, 'closing', t.closing)
  FROM letter_text t
  WHERE t.level = notice_row.level
    AND t.language = letter_language
    AND t.channel = 'email'
    AND (t.segment = customer_segment OR t.segment IS NULL)
    AND NOT EXISTS (
      SELECT 1
      FROM dunning_notice_item item
      WHERE item.notice_id = notice_row.id AND item.level <> notice_row.level)
  ORDER BY t.segment NULLS LAST
  LIMIT 1
$$;
