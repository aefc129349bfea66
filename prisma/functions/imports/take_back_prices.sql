-- Withdraws the changes of prices that an import has planned, before they hold; tills are told so
-- by the catalogue.
--
-- Input:   the import
-- Locks:   the catalogue's row of changes
-- Refuses: none
CREATE OR REPLACE FUNCTION take_back_prices(import_key uuid) RETURNS void
LANGUAGE sql AS $$
  UPDATE catalogue_version
  SET withdrawn_in = 0
  WHERE withdrawn_in IS NULL
    AND version IN (
      SELECT p.version
      FROM price p
      JOIN import_row r ON r.subject_id = p.id::text
      WHERE r.import_id = import_key AND r.state = 'written')
$$;
