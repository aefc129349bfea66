-- Answers the content of a remittance in a comparable form, for a recorded remittance and for the
-- input of record_remittance. Equal answers mean equal content.
CREATE OR REPLACE FUNCTION remittance_content(remittance_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(
    trim(remittance.currency),
    remittance.gross_amount,
    remittance.commission_amount,
    remittance.tax_on_commission_amount,
    remittance.net_amount,
    remittance.remitted_on,
    (SELECT jsonb_agg(
        jsonb_build_array(line.event_id, line.gross_amount, line.commission_amount)
        ORDER BY line.event_id)
      FROM remittance_line line
      WHERE line.remittance_id = remittance.id))
  FROM remittance
  WHERE remittance.id = remittance_key
$$;

CREATE OR REPLACE FUNCTION remittance_content(input jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_array(
    input->>'currency',
    (input->>'gross')::bigint,
    (input->>'commission')::bigint,
    (input->>'taxOnCommission')::bigint,
    (input->>'net')::bigint,
    input->>'remittedOn',
    (SELECT jsonb_agg(
        jsonb_build_array(
          line->>'eventId', (line->>'gross')::bigint, (line->>'commission')::bigint)
        ORDER BY (line->>'eventId')::uuid)
      FROM jsonb_array_elements(input->'lines') line))
$$;
