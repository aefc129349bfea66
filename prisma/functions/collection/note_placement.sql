-- Writes an event of a case into the life of its sale and pokes the workflows of the receivable and
-- of the placement.
--
-- Input:   `kind` is the kind of the event; `document` may add {amount, detail} and name another
--          document
-- Locks:   the receivable
CREATE OR REPLACE FUNCTION note_placement(
  ctx jsonb,
  placement_row placement,
  kind text,
  document jsonb
) RETURNS void
LANGUAGE sql AS $$
  SELECT note_receivable(
    ctx,
    placement_row.invoice_id,
    kind,
    jsonb_build_object(
      'kind', 'placement',
      'id', placement_row.id,
      'number', placement_row.number,
      'workflowId', 'placement:' || placement_row.id)
    || document)
$$;
