import { decideCreditNote as decide } from '../../../../activities/invoice/decide-credit-note.js';
import { decideCreditNoteRoute } from '../../../../contract/invoice/credit-notes.js';
import { command } from '../../../route.js';
import { businessDayOf } from '../../../../activities/business-day-of.js';
import { creditNoteRequestOf } from './credit-note-request.js';

export const decideCreditNote = command(decideCreditNoteRoute).answers(
  async ({ params, body, ctx, tx }, { clock }) => {
    const { creditNoteRequestId } = params;
    const { invoiceId } = await creditNoteRequestOf(tx, creditNoteRequestId);
    await decide(tx, ctx, {
      creditNoteRequestId,
      decision: body.decision,
      issuedOn: await businessDayOf(tx, clock, { invoiceId }),
    });
    return { status: 200, body: await creditNoteRequestOf(tx, creditNoteRequestId) };
  },
);
