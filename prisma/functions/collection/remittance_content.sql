-- What makes two remittances of one number the same.
CREATE OR REPLACE FUNCTION remittance_content(remittance_key uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(trim(r.currency), r.gross_amount, r.commission_amount, r.tax_on_commission_amount, r.net_amount, r.remitted_on,
    (SELECT jsonb_agg(jsonb_build_array(l.event_id, l.gross_amount, l.commission_amount) ORDER BY l.event_id)
      FROM remittance_line l WHERE l.remittance_id = r.id))
  FROM remittance r WHERE r.id = remittance_key
$$;

CREATE OR REPLACE FUNCTION remittance_content(input jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(input->>'currency', (input->>'gross')::bigint, (input->>'commission')::bigint,
    (input->>'taxOnCommission')::bigint, (input->>'net')::bigint, input->>'remittedOn',
    (SELECT jsonb_agg(jsonb_build_array(l->>'eventId', (l->>'gross')::bigint, (l->>'commission')::bigint) ORDER BY (l->>'eventId')::uuid)
      FROM jsonb_array_elements(input->'lines') l))
$$;
