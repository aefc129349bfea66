-- Sets the tax on the commission of an agency, and how long after a recall it still reports.
--
-- Input:   wanted: {agencyId, commissionTaxBasisPoints, recallReportDays}
-- Locks:   the agency
CREATE OR REPLACE FUNCTION apply_agency_terms(wanted jsonb) RETURNS void
LANGUAGE sql AS $$
  UPDATE agency
  SET commission_tax_basis_points = (wanted->>'commissionTaxBasisPoints')::int,
    recall_report_days = (wanted->>'recallReportDays')::int
  WHERE id = (wanted->>'agencyId')::uuid
$$;
