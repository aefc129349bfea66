-- Keeps a sale of a store in shadow in a place of its own. It takes no stock, no number, no paper
-- and no credit, posts nothing and has no life. One that comes when the store is live again is a
-- question to a person: it may be a sale that is missing in the books.
--
-- Input:   as capture_sale, whose caller holds the sale's id
-- Answer:  as capture_sale, with `shadow` true and without serial and workflow
-- Locks:   none beyond those of the caller
-- Refuses: none
-- Key:     saleId; the caller has answered a repetition
CREATE OR REPLACE FUNCTION keep_shadow_sale(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  totals jsonb := input->'totals';
  slip jsonb := input#>'{content,receipt}';
  kept shadow_sale%ROWTYPE;
BEGIN
  INSERT INTO shadow_sale (
    id, number, store_id, terminal_id, till, content_hash, content, priced, exceptions,
    device_sequence, business_date, captured_at, received_at, currency, gross_amount,
    discount_amount, tax_base_amount, tax_amount, rounding_amount, total_amount)
  VALUES (
    (input->>'saleId')::uuid,
    coalesce(slip->>'number',
      format('%s-S%s', input#>>'{priced,terminal,code}', input->>'deviceSequence')),
    (input->>'storeId')::uuid, (input->>'terminalId')::uuid,
    coalesce(slip->>'till', input#>>'{priced,terminal,code}'),
    decode(input->>'contentHash', 'hex'), (input->'content')::json, (input->'priced')::json,
    input->'exceptions', (input->>'deviceSequence')::bigint, (input->>'businessDate')::date,
    (input->>'capturedAt')::timestamptz, context_at(ctx), input->>'currency',
    (totals->>'gross')::bigint, (totals->>'discount')::bigint, (totals->>'taxBase')::bigint,
    (totals->>'tax')::bigint, (totals->>'rounding')::bigint, (totals->>'total')::bigint)
  RETURNING * INTO kept;
  PERFORM write_audit('keep', 'shadow_sale', kept.id::text, NULL, jsonb_build_object(
    'number', kept.number, 'total', kept.total_amount));
  IF NOT is_shadow_day(kept.store_id, 'infinity', context_at(ctx)) THEN
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'shadow-sale-late', 'subjectKind', 'shadow-sale', 'subjectId', kept.id,
      'storeId', kept.store_id, 'amount', kept.total_amount, 'currency', kept.currency,
      'detail', jsonb_build_object('number', kept.number, 'day', kept.business_date)));
  END IF;
  RETURN stored_capture(kept.id, kept.content_hash) || '{"kind":"captured"}';
END $$;
