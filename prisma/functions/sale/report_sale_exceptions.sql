-- Opens work items for the exceptions of a sale: one for each kind, which names all exceptions of
-- that kind.
--
-- Input:   exceptions: [{kind, detail, facts?}]; the facts are those of a reason against credit
CREATE OR REPLACE FUNCTION report_sale_exceptions(ctx jsonb, sold sale, exceptions jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', found.kind,
    'subjectKind', 'sale',
    'subjectId', sold.id,
    'saleId', sold.id,
    'storeId', sold.store_id,
    'customerId', sold.customer_id,
    'amount', sold.total_amount,
    'currency', sold.currency,
    'detail', jsonb_strip_nulls(jsonb_build_object(
      'kind', found.kind, 'detail', found.detail, 'facts', found.facts))))
  FROM (
    SELECT
      exception->>'kind' AS kind,
      string_agg(exception->>'detail', '; ' ORDER BY position) AS detail,
      jsonb_agg(exception->'facts')->0 AS facts
    FROM jsonb_array_elements(exceptions) WITH ORDINALITY AS numbered(exception, position)
    GROUP BY exception->>'kind'
  ) found;
END $$;
