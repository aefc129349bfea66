-- Refuses two customers that cannot become one.
--
-- Locks:   none: the caller holds both
-- Refuses: CUSTOMER_NOT_FOUND, MERGE_WITH_ITSELF, CUSTOMER_MERGED, CURRENCY_MISMATCH,
--          CUSTOMER_HAS_CASE
CREATE OR REPLACE FUNCTION check_customer_merge(kept_key uuid, merged_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  kept customer%ROWTYPE;
  merged customer%ROWTYPE;
BEGIN
  SELECT * INTO kept FROM customer WHERE id = kept_key;
  SELECT * INTO merged FROM customer WHERE id = merged_key;
  IF kept.id IS NULL OR merged.id IS NULL THEN
    PERFORM refuse('CUSTOMER_NOT_FOUND', 'There is no such customer.',
      CASE WHEN kept.id IS NULL THEN 'keptId' ELSE 'mergedId' END);
  ELSIF kept_key = merged_key THEN
    PERFORM refuse('MERGE_WITH_ITSELF', 'This is one customer already.', 'mergedId');
  ELSIF kept.merged_into_id IS NOT NULL OR merged.merged_into_id IS NOT NULL THEN
    PERFORM refuse('CUSTOMER_MERGED', 'Another customer stands for it.',
      CASE WHEN merged.merged_into_id IS NULL THEN 'keptId' ELSE 'mergedId' END);
  ELSIF kept.currency <> merged.currency THEN
    PERFORM refuse('CURRENCY_MISMATCH', 'They pay in different currencies.', 'mergedId');
  ELSIF EXISTS (
    SELECT 1 FROM placement WHERE customer_id = merged_key AND closed_at IS NULL) THEN
    PERFORM refuse(
      'CUSTOMER_HAS_CASE',
      'An agency has a case of it: recall the case first, or keep this customer.', 'mergedId');
  END IF;
END $$;
