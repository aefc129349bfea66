-- The messages that agencies get are a closed set (AGENCY_MESSAGES).
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_type
  CHECK (type IN (
    'placement.created', 'placement.direct_payment', 'placement.adjusted', 'placement.recalled'));
