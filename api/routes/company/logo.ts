import {
  chooseLogo as choose,
  logoOf,
  takeLogo as take,
} from '../../../activities/company/logos.js';
import { chooseLogoRoute, readLogoRoute, takeLogoRoute } from '../../../contract/company/logo.js';
import { renderPdf } from '../../../devices/document-pdf/pdf-desk.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';
import { companyOnWire } from './begin-company.js';

/** Read on the thread that draws: a picture of four million points takes as long as a document. */
export const takeLogo = route(takeLogoRoute).answers(async (call, { database, documents }) => {
  const { content, ctx } = call;
  const png = await documents(call, () => renderPdf({ kind: 'logo', file: content }));
  await database.transaction(ctx, (tx) => take(tx, ctx, png));
  return { status: 200, body: await companyOnWire(database.prisma) };
});

export const chooseLogo = route(chooseLogoRoute).answers(
  async ({ body: { logoId }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => choose(tx, logoId));
    return { status: 200, body: await companyOnWire(database.prisma) };
  },
);

export const readLogo = route(readLogoRoute).answers(
  async ({ params: { logoId } }, { database: { prisma } }) => {
    if ((await prisma.logo.count({ where: { id: logoId } })) === 0) throw notFound();
    const logo = await logoOf(prisma, logoId);
    return {
      status: 200,
      content: Buffer.from(logo?.png ?? []),
      contentType: 'image/png',
      headers: { 'Cache-Control': 'private, max-age=31536000, immutable' },
    };
  },
);
