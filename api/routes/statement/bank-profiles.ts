import {
  keepProfile,
  keptProfiles,
  proposeForFile,
  removeProfile,
} from '../../../activities/statement/bank-profiles.js';
import {
  listBankProfilesRoute,
  proposeBankProfileRoute,
  removeBankProfileRoute,
  saveBankProfileRoute,
} from '../../../contract/statement/bank-profiles.js';
import { route } from '../../route.js';
import { wireMoney } from '../../wire.js';

export const listBankProfiles = route(listBankProfilesRoute).answers(
  async (_, { database: { prisma } }) => {
    const data = await keptProfiles(prisma);
    return {
      status: 200,
      body: { data: data.map((one) => ({ ...one, header: [...one.header], text: [...one.text] })) },
    };
  },
);

export const saveBankProfile = route(saveBankProfileRoute).answers(
  async ({ params: { profile: code }, body, ctx }, { database }) => {
    const id = await database.transaction(ctx, (tx) => keepProfile(tx, code, body));
    return { status: 200, body: { id, code, ...body } };
  },
);

export const removeBankProfile = route(removeBankProfileRoute).answers(
  async ({ params: { profile: code }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => removeProfile(tx, code));
    return { status: 204, body: undefined };
  },
);

export const proposeBankProfile = route(proposeBankProfileRoute).answers(
  async ({ params: { statementId } }, { database }) => {
    const proposal = await proposeForFile(database, statementId);
    const { fileLine, profile, dateFormats, rows, rowsRead, lines } = proposal;
    const { bankName: _, ...columns } = profile;
    return {
      status: 200,
      body: {
        place: `line ${fileLine}`,
        profile: columns,
        dateFormats,
        rows,
        rowsRead,
        lines: lines.map((line) => ({
          place: `line ${line.fileLine}`,
          bookingDate: line.bookingDate.toString(),
          amount: wireMoney(line.amount, line.currency),
          text: line.text,
        })),
      },
    };
  },
);
