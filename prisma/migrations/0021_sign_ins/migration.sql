-- Who signed in, failed to, or signed out: from where and when. Written once, never changed.
CREATE TABLE sign_in (
  id uuid PRIMARY KEY DEFAULT uuid_v7(),
  at timestamptz(6) NOT NULL,
  kind text NOT NULL,
  email text NOT NULL,
  user_id uuid,
  address text NOT NULL,
  user_agent text,
  CONSTRAINT sign_in_kind CHECK (kind IN ('signed-in', 'refused', 'locked-out', 'signed-out'))
);
CREATE INDEX sign_in_email_at_idx ON sign_in (email, at);
CREATE INDEX sign_in_address_at_idx ON sign_in (address, at);
GRANT SELECT, INSERT ON sign_in TO lunas_app;

-- A session that nobody uses ends before its day is over.
ALTER TABLE session ADD COLUMN last_seen_at timestamptz(6);
UPDATE session SET last_seen_at = created_at;
ALTER TABLE session ALTER COLUMN last_seen_at SET NOT NULL;
