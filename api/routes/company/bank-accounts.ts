import {
  askForBankAccount as ask,
  askForBankDetails as askDetails,
} from '../../../activities/company/bank-accounts.js';
import {
  askForBankAccountRoute,
  askForBankDetailsRoute,
  listBankAccountsRoute,
} from '../../../contract/company/bank-accounts.js';
import { command, route } from '../../route.js';
import { wireDate } from '../../wire.js';
import { readChange } from './master-changes.js';

export const listBankAccounts = route(listBankAccountsRoute).answers(
  async (_call, { database }) => {
    const rows = await database.prisma.bankAccount.findMany({ orderBy: { number: 'asc' } });
    const firstOf = ({ legalEntityId, currency }: (typeof rows)[number]) =>
      rows.find(
        (row) =>
          row.onDocuments && row.currency === currency && row.legalEntityId === legalEntityId,
      );
    const data = rows.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      bankName: row.bankName,
      currency: row.currency,
      account: row.accountCode,
      onDocuments: row.onDocuments,
      named: firstOf(row) === row,
      lastStatementOn: row.lastClosingOn === null ? null : wireDate(row.lastClosingOn),
    }));
    return { status: 200, body: { data } };
  },
);

export const askForBankAccount = command(askForBankAccountRoute).answers(
  async ({ body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await ask(tx, ctx, body)),
  }),
);

export const askForBankDetails = command(askForBankDetailsRoute).answers(
  async ({ params, body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await askDetails(tx, ctx, { ...params, ...body })),
  }),
);
