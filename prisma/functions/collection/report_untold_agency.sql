-- Puts an agency that takes no messages before a person. Input {placementId}.
CREATE OR REPLACE FUNCTION report_untold_agency(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'agency-unreachable', 'subjectKind', 'placement', 'subjectId', p.id,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', p.customer_id, 'amount', p.outstanding_amount,
      'currency', p.currency, 'detail', jsonb_build_object('placement', p.number, 'agency', a.name, 'waiting', w.waiting,
        'lastStatus', w.last_status, 'lastError', w.last_error)))
  FROM placement p JOIN invoice i ON i.id = p.invoice_id JOIN agency a ON a.id = p.agency_id
  CROSS JOIN LATERAL (SELECT count(*) AS waiting, max(last_status) AS last_status, max(last_error) AS last_error
    FROM webhook_delivery WHERE placement_id = p.id AND delivered_at IS NULL) w
  WHERE p.id = (input->>'placementId')::uuid AND w.waiting > 0;
  RETURN '{}';
END $$;
