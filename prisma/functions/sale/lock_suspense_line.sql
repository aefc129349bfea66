-- Locks the life of a sale and answers its line in suspense that nobody has identified. Goods that
-- are kept for a customer have not left.
--
-- Input:   {saleId, lineNumber}
-- Locks:   the life of the sale
-- Refuses: SALE_NOT_FOUND, NOT_DELIVERED, SALE_LINE_NOT_FOUND, SALE_LINE_NOT_IN_SUSPENSE,
--          SALE_LINE_IDENTIFIED
CREATE OR REPLACE FUNCTION lock_suspense_line(input jsonb) RETURNS sale_line
LANGUAGE plpgsql AS $$
DECLARE
  suspense CONSTANT uuid := '00000000-0000-7000-8000-000000000001';
  life sale_lifecycle%ROWTYPE := lock_sale_life((input->>'saleId')::uuid);
  line sale_line%ROWTYPE;
BEGIN
  SELECT * INTO line
  FROM sale_line
  WHERE sale_id = life.sale_id AND line_number = (input->>'lineNumber')::int;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_LINE_NOT_FOUND', 'The sale has no such line.', 'lineNumber');
  ELSIF line.item_id <> suspense THEN
    PERFORM refuse('SALE_LINE_NOT_IN_SUSPENSE', 'The item of the line is known.', 'lineNumber');
  ELSIF EXISTS (
    SELECT FROM sale_line_identification WHERE sale_line_id = line.id AND undone_at IS NULL
  ) THEN
    PERFORM refuse('SALE_LINE_IDENTIFIED',
      'Somebody has said what the line was: undo that first.', 'lineNumber');
  ELSIF life.delivery_state <> 'delivered' THEN
    PERFORM refuse('NOT_DELIVERED', 'The goods of the sale have not left.', 'saleId');
  END IF;
  RETURN line;
END $$;
