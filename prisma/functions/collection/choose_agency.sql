-- Finds the agency for an invoice: the requested one, which must be active, have an agreement
-- that is in force on the day, and collect in the currency of the invoice, or else the eligible
-- one.
--
-- Input:   `wanted_agency` is null when none was requested
-- Answer:  no agency (all columns null) when none is eligible
-- Refuses: AGENCY_UNSUITABLE
CREATE OR REPLACE FUNCTION choose_agency(invoice_row invoice, wanted_agency uuid, day date)
RETURNS agency
LANGUAGE plpgsql STABLE AS $$
DECLARE
  agency_row agency%ROWTYPE;
BEGIN
  SELECT * INTO agency_row
  FROM agency
  WHERE id = coalesce(wanted_agency, eligible_agency(invoice_row.id, day));
  IF wanted_agency IS NOT NULL AND (
    agency_row.id IS NULL
    OR NOT agency_row.active
    OR agreement_in_force(agency_row.id, day) IS NULL
    OR agency_row.currency <> invoice_row.currency)
  THEN
    PERFORM refuse(
      'AGENCY_UNSUITABLE',
      'There is no such active agency with an agreement for this currency.',
      'agencyId');
  END IF;
  RETURN agency_row;
END $$;
