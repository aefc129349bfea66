import { pricedFieldsOf } from '../../../activities/sale/capture/capture-answer.js';
import { readSaleRoute } from '../../../contract/sale/read-sale.js';
import { known } from '../../../domain/known.js';
import { notFound } from '../../../domain/refusal.js';
import { DELIVERY_STATES } from '../../../domain/sale/stage.js';
import { route } from '../../route.js';
import { workflowLink } from '../../workflow-link.js';
import { documentsOf } from './documents-of.js';
import { exceptionsOf } from './exceptions-of.js';
import { sandboxStanding } from './sandbox-sales.js';
import { whereSaleStands } from './where-sale-stands.js';
import { visibleSale } from './visible-sale.js';

export const readSale = route(readSaleRoute).answers(async ({ params, principal }, deps) => {
  const { prisma } = deps.database;
  const { saleId } = params;
  const sale = await visibleSale(deps.database, { principal, saleId });
  const { id, number } = sale;
  const bookedAt = sale.bookedAt.toISOString();
  const fields = { id, number, bookedAt, ...pricedFieldsOf(sale.priced) };
  if (principal.isSandbox === true) {
    const { terminalId } = principal;
    const standing = await sandboxStanding(prisma, { terminalId, saleId });
    return { status: 200, body: { ...fields, ...standing } };
  }
  const [lifecycle, documents, exceptions] = await Promise.all([
    prisma.saleLifecycle.findUnique({ where: { saleId } }),
    documentsOf(prisma, sale),
    exceptionsOf(prisma, saleId),
  ]);
  if (lifecycle === null) throw notFound();
  return {
    status: 200,
    body: {
      ...fields,
      ...whereSaleStands(lifecycle),
      deliveryState: known(DELIVERY_STATES, lifecycle.deliveryState),
      documents,
      workflow: workflowLink(deps, `sale:${saleId}`),
      exceptions,
    },
  };
});
