import { companyDay } from '../../../../activities/company/company-day.js';
import { previewLetter } from '../../../../activities/dunning/preview-words.js';
import { previewLetterRoute } from '../../../../contract/receivable/letters.js';
import { addresseeOnWire } from '../../customer/addressee-on-wire.js';
import { route } from '../../../route.js';

export const readLetterPreview = route(previewLetterRoute).answers(
  async ({ params, query, ctx }, { database: { prisma } }) => {
    const today = await companyDay(prisma, ctx.at);
    const wanted = { customerId: params.customerId, level: query.level, today };
    const { addressee, ...words } = await previewLetter(prisma, wanted);
    return { status: 200, body: { ...words, addressee: addresseeOnWire(addressee) } };
  },
);
