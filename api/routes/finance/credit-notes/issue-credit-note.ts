import { issueCreditNote } from '../../../../activities/invoice/issue-credit-note.js';
import { issueCreditNoteRoute } from '../../../../contract/finance/invoices.js';
import { parseMoney } from '../../../../domain/money/money.js';
import { command } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { businessDayOf } from '../business-day-of.js';
import { shownCreditNote } from '../invoices/invoice-parts.js';

export const creditInvoice = command(issueCreditNoteRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { invoiceId } = params;
    const { creditNoteId } = await issueCreditNote(tx, ctx, {
      invoiceId,
      amount: parseMoney(body.amount, 'amount'),
      reason: body.reason,
      disputeId: body.dispute,
      issuedOn: await businessDayOf(tx, clock, { invoiceId }),
    });
    const note = await tx.creditNote.findUniqueOrThrow({ where: { id: creditNoteId } });
    const { _sum } = await tx.openItem.aggregate({
      where: { invoiceId },
      _sum: { openAmount: true },
    });
    return {
      status: 201,
      body: {
        ...shownCreditNote(note),
        invoiceId,
        open: wireMoney(_sum.openAmount ?? 0n, note.currency),
      },
      headers: { Location: `/v1/credit-notes/${creditNoteId}` },
    };
  },
);
