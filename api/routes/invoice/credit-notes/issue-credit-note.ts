import { creditInvoice as credit } from '../../../../activities/invoice/issue-credit-note.js';
import { issueCreditNoteRoute } from '../../../../contract/invoice/credit-notes.js';
import { parseMoney } from '../../../../domain/money/money.js';
import { command } from '../../../route.js';
import { wireMoney } from '../../../wire.js';
import { businessDayOf } from '../../../../activities/business-day-of.js';
import { creditNoteOnWire } from '../invoice-details.js';
import { creditNoteRequestOf } from './credit-note-request.js';

export const creditInvoice = command(issueCreditNoteRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { invoiceId } = params;
    const answer = await credit(tx, ctx, {
      invoiceId,
      amount: parseMoney(body.amount, 'amount'),
      reason: body.reason,
      disputeId: body.dispute,
      issuedOn: await businessDayOf(tx, clock, { invoiceId }),
    });
    if (answer.kind === 'requested') {
      const { creditNoteRequestId } = answer;
      return {
        status: 202,
        body: await creditNoteRequestOf(tx, creditNoteRequestId),
        headers: { Location: `/v1/credit-note-requests/${creditNoteRequestId}` },
      };
    }
    const { creditNoteId } = answer;
    const note = await tx.creditNote.findUniqueOrThrow({ where: { id: creditNoteId } });
    const { _sum } = await tx.openItem.aggregate({
      where: { invoiceId },
      _sum: { openAmount: true },
    });
    return {
      status: 201,
      body: {
        ...creditNoteOnWire(note),
        invoiceId,
        open: wireMoney(_sum.openAmount ?? 0n, note.currency),
      },
      headers: { Location: `/v1/credit-notes/${creditNoteId}` },
    };
  },
);
