import { listOwnReportsRoute } from '../../../../contract/collection/agency-reports.js';
import { route } from '../../../route.js';
import { reportOnWire, REPORTS } from '../report-on-wire.js';
import { asPartner } from './as-partner.js';
import { ownCase } from './own-case.js';

export const listOwnReports = route(listOwnReportsRoute).answers(async (call, deps) => {
  const { placementId } = call.params;
  const reports = await asPartner(call, deps, async (tx) => {
    await ownCase(tx, placementId);
    return tx.placementEvent.findMany({ where: { placementId }, ...REPORTS });
  });
  return { status: 200, body: { data: reports.map(reportOnWire) } };
});
