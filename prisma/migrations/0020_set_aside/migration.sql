-- A promise or a dispute holds its amount: a letter names it and does not ask for it.
ALTER TABLE dunning_notice_item
  ADD COLUMN aside_amount bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT dunning_notice_item_aside
    CHECK (aside_amount >= 0 AND held_amount + aside_amount <= open_amount);
