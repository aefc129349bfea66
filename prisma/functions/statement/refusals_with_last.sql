-- The earlier refusals of a bank file together with its present one: the latest twenty.
--
-- Refuses: none
CREATE OR REPLACE FUNCTION refusals_with_last(file bank_statement) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT (
    CASE
      WHEN jsonb_array_length(file.earlier_refusals) < 20 THEN file.earlier_refusals
      ELSE file.earlier_refusals - 0
    END) || jsonb_build_object(
      'code', file.refusal_code,
      'detail', file.refusal_detail,
      'place', file.refusal_place,
      'receivedAt', file.received_at,
      'receivedBy', file.received_by)
$$;
