import { readCreditNoteRequestRoute } from '../../../../contract/invoice/credit-notes.js';
import { route } from '../../../route.js';
import { creditNoteRequestOf } from './credit-note-request.js';

export const readCreditNoteRequest = route(readCreditNoteRequestRoute).answers(
  async ({ params }, { database }) => ({
    status: 200,
    body: await creditNoteRequestOf(database.prisma, params.creditNoteRequestId),
  }),
);
