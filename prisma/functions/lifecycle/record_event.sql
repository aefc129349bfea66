-- Writes one event into the life of a sale: what happened, when, by whom, and the document that
-- shows it.
--
-- A sale that is null has no life: its invoice was brought in from another system.
--
-- Input:   document: {kind?, id?, number?, amount?, currency?, workflowId?, detail?}; workflowId is
--          that of the sale unless it is given
CREATE OR REPLACE FUNCTION record_event(ctx jsonb, sale uuid, kind text, document jsonb)
RETURNS void
LANGUAGE sql AS $$
  INSERT INTO lifecycle_event (
    sale_id, at, kind, actor_kind, actor_id, actor_name,
    document_kind, document_id, document_number, amount, currency, workflow_id, detail)
  SELECT
    sale,
    context_at(ctx),
    kind,
    ctx#>>'{actor,kind}',
    ctx#>>'{actor,id}',
    ctx#>>'{actor,name}',
    document->>'kind',
    (document->>'id')::uuid,
    document->>'number',
    (document->>'amount')::bigint,
    document->>'currency',
    coalesce(document->>'workflowId', 'sale:' || sale),
    document->'detail'
  WHERE sale IS NOT NULL
$$;
