-- The head of a journal entry about a sale, as post_journal takes it.
--
-- Input:   kind: such as 'sale' or 'delivery'; day: the day on which it is to be booked
CREATE OR REPLACE FUNCTION sale_entry(sold sale, kind text, day date) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'legalEntityId', sold.legal_entity_id,
    'businessDate', day,
    'kind', kind,
    'documentKind', 'sale',
    'documentId', sold.id,
    'description', sold.number,
    'currency', sold.currency)
$$;
