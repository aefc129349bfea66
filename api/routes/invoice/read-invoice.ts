import { renderInvoicePdf } from '../../../activities/invoice/render-invoice.js';
import { readInvoiceRoute } from '../../../contract/invoice/invoices.js';
import { Prisma } from '../../../prisma/database.js';
import { notFound } from '../../../domain/refusal.js';
import { negotiate } from '../../http/negotiate.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';
import { workflowLink } from '../../workflow-link.js';
import { invoiceParts } from './invoice-details.js';
import { invoiceRows, invoiceOnWire } from './invoice-rows.js';

export const readInvoice = route(readInvoiceRoute).answers(async (call, deps) => {
  const { params, request, ctx } = call;
  const { prisma } = deps.database;
  const form = negotiate(request, ['application/json', 'application/pdf']);
  const only = [Prisma.sql`i.id = ${params.invoiceId}::uuid`];
  const [row] = await invoiceRows(prisma, only, { at: ctx.at, limit: 1 });
  if (row === undefined) throw notFound();
  if (form === 'application/pdf') {
    const content = await deps.documents(call, () => renderInvoicePdf(deps, params));
    return { status: 200, content, contentType: form };
  }
  return {
    status: 200,
    body: {
      ...invoiceOnWire(row),
      language: row.language as 'id' | 'en',
      net: wireMoney(row.net_amount, row.currency),
      tax: wireMoney(row.tax_amount, row.currency),
      rounding: wireMoney(row.rounding_amount, row.currency),
      prepaid: wireMoney(row.prepaid_amount, row.currency),
      ...(await invoiceParts(prisma, row)),
      outcome: row.outcome,
      closedAt: row.closed_at?.toISOString() ?? null,
      nextStep: row.next_step,
      nextStepAt: row.next_step_at?.toISOString() ?? null,
      workflow: workflowLink(deps, `receivable:${row.id}`),
      timeline: `/v1/lifecycles/${row.sale_id}`,
    },
  };
});
