-- Who signed in is written once, and never changed.
CREATE TRIGGER sign_in_immutable BEFORE DELETE OR UPDATE ON sign_in
  FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER sign_in_untruncatable BEFORE TRUNCATE ON sign_in
  FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();
