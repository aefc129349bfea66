-- A letter asks for the rest: of each invoice it says what is open, and the money that we hold for it.
ALTER TABLE dunning_notice_item
  ADD COLUMN held_amount bigint NOT NULL DEFAULT 0,
  ADD CONSTRAINT dunning_notice_item_held CHECK (held_amount BETWEEN 0 AND open_amount);
