-- Rows that nobody hands to Temporal yet: those of a history that is being filled in beside a running platform. Who fills
-- it in plays those lives itself, says so of its connections (`lunas.outbox = held`), and lets the rows go at its end.
ALTER TABLE workflow_start
  ADD COLUMN held boolean NOT NULL DEFAULT COALESCE(current_setting('lunas.outbox', true) = 'held', false);
ALTER TABLE poke
  ADD COLUMN held boolean NOT NULL DEFAULT COALESCE(current_setting('lunas.outbox', true) = 'held', false);
