-- What the work item about a payment says of the matcher's finding.
--
-- Input:   the name of the payer, and the finding as in offer_payments
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION unapplied_detail(payer_name text, finding jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object(
    'finding', finding->>'kind',
    'reasons', finding->'reasons',
    'payerName', payer_name,
    'suggestions', jsonb_array_length(finding->'suggestions'))
$$;
