import { companyDay } from '../../../activities/company/company-day.js';
import { askForProductWords, askForWords } from '../../../activities/company/letter-texts.js';
import { previewWords } from '../../../activities/dunning/preview-words.js';
import {
  askForProductTemplateRoute,
  askForTemplateRoute,
  listTemplatesRoute,
  previewTemplateRoute,
} from '../../../contract/company/templates.js';
import { languageOf } from '../../../platform/texts.js';
import { command, route } from '../../route.js';
import { addresseeOnWire } from '../customer/addressee-on-wire.js';
import { readChange } from './master-changes.js';

export const listTemplates = route(listTemplatesRoute).answers(async (_call, { database }) => {
  const rows = await database.prisma.letterText.findMany({
    orderBy: [{ segment: 'asc' }, { level: 'asc' }, { language: 'asc' }],
  });
  const data = rows.map((row) => ({
    ...row,
    language: languageOf(row.language),
    channel: 'email' as const,
  }));
  return { status: 200, body: { data } };
});

export const askForTemplate = command(askForTemplateRoute).answers(async ({ body, tx, ctx }) => {
  const { segment, level, language, channel, subject, opening, closing, reason } = body;
  const kind = { segment, level, language, channel };
  const id = await askForWords(tx, ctx, { kind, words: { subject, opening, closing }, reason });
  return { status: 201, body: await readChange(tx, id) };
});

export const askForProductTemplate = command(askForProductTemplateRoute).answers(
  async ({ params, body, tx, ctx }) => ({
    status: 201,
    body: await readChange(tx, await askForProductWords(tx, ctx, { ...params, ...body })),
  }),
);

export const previewTemplate = route(previewTemplateRoute).answers(
  async ({ body, ctx }, { database: { prisma } }) => {
    const { customerId, level, language, ...words } = body;
    const today = await companyDay(prisma, ctx.at);
    const wanted = { customerId, level, language, words, today };
    const { addressee, ...letter } = await previewWords(prisma, wanted);
    return { status: 200, body: { ...letter, addressee: addresseeOnWire(addressee) } };
  },
);
