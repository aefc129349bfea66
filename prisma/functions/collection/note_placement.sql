-- An event in the life of a placement; `receivable` and `placement` workflows look again.
CREATE OR REPLACE FUNCTION note_placement(ctx jsonb, placed placement, kind text, document jsonb) RETURNS void LANGUAGE sql AS $$
  SELECT note_receivable(ctx, placed.invoice_id, kind, jsonb_build_object('kind', 'placement', 'id', placed.id,
    'number', placed.number, 'workflowId', 'placement:' || placed.id) || document)
$$;
