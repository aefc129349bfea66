-- What domain/collection decides the next step of a case from. Input {placementId}. An agency's "uncollectible" counts
-- only when nobody is deciding about giving the rest up.
CREATE OR REPLACE FUNCTION placement_facts(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('placementId', p.id, 'receivable', facts_of_receivables(ARRAY[p.invoice_id], context_at(ctx))->0,
    'state', p.state, 'isClosed', p.closed_at IS NOT NULL,
    'outstanding', p.outstanding_amount::text, 'placedOn', p.placed_on, 'zone', e.time_zone,
    'hasReports', p.last_sequence > 0,
    'isUncollectible', EXISTS (SELECT 1 FROM placement_event v WHERE v.placement_id = p.id AND v.type = 'uncollectible')
      AND NOT EXISTS (SELECT 1 FROM write_off w WHERE w.invoice_id = p.invoice_id AND w.state = 'requested'),
    'isDisputed', EXISTS (SELECT 1 FROM dispute d WHERE d.invoice_id = p.invoice_id AND d.state = 'open'),
    'pending', (SELECT coalesce(jsonb_agg(w.id ORDER BY w.position), '[]') FROM webhook_delivery w
      WHERE w.placement_id = p.id AND w.delivered_at IS NULL))
  FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN legal_entity e ON e.id = i.legal_entity_id
  WHERE p.id = (input->>'placementId')::uuid
$$;
