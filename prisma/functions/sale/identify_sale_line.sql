-- Says what a line in suspense was. The goods leave the shelf of the till now, at cost; the tax
-- that the line contains is that of the item. When no line of the sale is in suspense any more,
-- the questions about them end.
--
-- Input:   identifySaleLine in prisma/commands/sale.ts; `journal` moves revenue and tax, from
--          domain/ledger
-- Answer:  the identification
-- Locks:   the books (shared), the life of the sale, the stock level, the work items
-- Refuses: SALE_NOT_FOUND, NOT_DELIVERED, SALE_LINE_NOT_FOUND, SALE_LINE_NOT_IN_SUSPENSE,
--          SALE_LINE_IDENTIFIED
-- Key:     the line, which has one standing identification (index
--          sale_line_identification_standing); another one is refused
CREATE OR REPLACE FUNCTION identify_sale_line(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line sale_line%ROWTYPE;
  sold sale%ROWTYPE;
  identified sale_line_identification%ROWTYPE;
  cost bigint;
BEGIN
  PERFORM enter_context(ctx);
  line := lock_suspense_line(input);
  SELECT * INTO STRICT sold FROM sale WHERE id = line.sale_id;
  IF line.tax_base_amount + line.tax_amount
    <> (input->>'taxBase')::bigint + (input->>'tax')::bigint
  THEN
    RAISE EXCEPTION 'what was paid for a line does not change';
  END IF;
  INSERT INTO sale_line_identification (
    sale_line_id, item_id, reason, tax_code, tax_base_amount, tax_amount, currency, identified_by,
    identified_name, identified_at)
  VALUES (
    line.id, (input->>'itemId')::uuid, input->>'reason', input->>'taxCode',
    (input->>'taxBase')::bigint, (input->>'tax')::bigint, line.currency, ctx#>>'{actor,id}',
    ctx#>>'{actor,name}', context_at(ctx))
  RETURNING * INTO identified;

  cost := issue_identified_goods(ctx, identified, input);
  PERFORM post_journal(
    ctx,
    sale_entry(sold, 'line-identification', (input->>'businessDate')::date) || jsonb_build_object(
      'documentKind', 'line-identification', 'documentId', identified.id),
    (input->'journal') || goods_cost_lines(input->'accounts', cost, sold.store_id));
  PERFORM record_line_event(ctx, identified, 'line-identified');
  PERFORM end_suspense_work(ctx, sold.id, identified.reason);
  RETURN jsonb_build_object('identificationId', identified.id);
END $$;
