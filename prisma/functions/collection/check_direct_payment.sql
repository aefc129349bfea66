-- Money that the agency saw going to us. We know our own bank: it only is work for a person when what agencies saw
-- and what we booked as paid direct do not agree.
CREATE OR REPLACE FUNCTION check_direct_payment(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE seen bigint;
BEGIN
  SELECT coalesce(sum(amount), 0) INTO seen FROM placement_event WHERE placement_id = placed.id AND type = 'direct_payment';
  IF seen <= placed.paid_direct_amount THEN RETURN; END IF;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'direct-payment', 'subjectKind', 'placement-event', 'subjectId', event_key,
      'saleId', i.sale_id, 'storeId', i.store_id, 'customerId', i.customer_id, 'amount', input->>'amount', 'currency', placed.currency,
      'detail', jsonb_build_object('placement', placed.number, 'invoice', i.number, 'seenByAgency', seen::text,
        'bookedHere', placed.paid_direct_amount::text)))
  FROM invoice i WHERE i.id = placed.invoice_id;
END $$;
