import { renderCreditNotePdf } from '../../../../activities/invoice/render-credit-note.js';
import { readCreditNoteRoute } from '../../../../contract/invoice/credit-notes.js';
import { notFound } from '../../../../domain/refusal.js';
import { negotiate } from '../../../http/negotiate.js';
import { route } from '../../../route.js';
import { creditNoteOnWire } from '../invoice-details.js';

export const readCreditNote = route(readCreditNoteRoute).answers(async (call, deps) => {
  const { params, request } = call;
  const form = negotiate(request, ['application/json', 'application/pdf']);
  const note = await deps.database.prisma.creditNote.findUnique({
    where: { id: params.creditNoteId },
    include: {
      invoice: {
        select: { number: true, customer: { select: { id: true, number: true, name: true } } },
      },
    },
  });
  if (note === null) throw notFound();
  if (form === 'application/pdf') {
    const content = await deps.documents(call, () => renderCreditNotePdf(deps, params));
    return { status: 200, content, contentType: form };
  }
  const { invoice, ...credit } = note;
  return {
    status: 200,
    body: {
      ...creditNoteOnWire(credit),
      invoiceId: note.invoiceId,
      invoiceNumber: invoice.number,
      customer: invoice.customer,
    },
  };
});
