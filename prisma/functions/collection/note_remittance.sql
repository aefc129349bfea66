-- Writes into the life of each sale what a remittance pays over for its case.
CREATE OR REPLACE FUNCTION note_remittance(ctx jsonb, remittance_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_event(ctx, invoice.sale_id, 'remitted', jsonb_build_object(
      'kind', 'remittance',
      'id', remittance.id,
      'number', remittance.number,
      'amount', sum(line.gross_amount),
      'currency', invoice.currency,
      'workflowId', 'placement:' || placement.id,
      'detail', jsonb_build_object('commission', sum(line.commission_amount)::text)))
  FROM remittance
  JOIN remittance_line line ON line.remittance_id = remittance.id
  JOIN placement ON placement.id = line.placement_id
  JOIN invoice ON invoice.id = placement.invoice_id
  WHERE remittance.id = remittance_key
  GROUP BY remittance.id, invoice.id, placement.id;
END $$;
