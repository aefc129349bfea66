-- Undoes what was said about a line in suspense: its goods come back to the shelf at what they had
-- cost, the entry is reversed, and the question is open again.
--
-- Input:   undoLineIdentification in prisma/commands/sale.ts
-- Answer:  {}
-- Locks:   the books (shared), the life of the sale, the stock level, the work items
-- Refuses: SALE_NOT_FOUND, SALE_LINE_NOT_IDENTIFIED
-- Key:     the line and its standing identification; a second time is refused
CREATE OR REPLACE FUNCTION undo_line_identification(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  life sale_lifecycle%ROWTYPE;
  identified sale_line_identification%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  life := lock_sale_life((input->>'saleId')::uuid);
  SELECT known.* INTO identified
  FROM sale_line_identification known
  JOIN sale_line line ON line.id = known.sale_line_id
  WHERE line.sale_id = life.sale_id
    AND line.line_number = (input->>'lineNumber')::int
    AND known.undone_at IS NULL;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_LINE_NOT_IDENTIFIED', 'Nobody has said what the line was.', 'lineNumber');
  END IF;

  PERFORM put_back_identified_goods(ctx, identified, input);
  PERFORM reverse_journal(ctx, jsonb_build_object(
    'documentKind', 'line-identification',
    'documentId', identified.id,
    'businessDate', input->'businessDate'));
  UPDATE sale_line_identification
  SET undone_by = ctx#>>'{actor,id}', undone_at = context_at(ctx), undone_reason = input->>'reason'
  WHERE id = identified.id;
  UPDATE work_item
  SET state = 'open', opened_at = context_at(ctx), closed_at = NULL, closed_by = NULL,
    resolution = NULL
  WHERE kind IN ('sku-unknown', 'barcode-mismatch', 'tax-rule-missing')
    AND subject_id = life.sale_id::text
    AND state = 'done';
  PERFORM record_line_event(ctx, identified, 'line-in-suspense-again');
  RETURN '{}';
END $$;
