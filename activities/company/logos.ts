import { createHash } from 'node:crypto';
import type { Logo } from '../../devices/logo/logo.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { PrismaClient, Transaction } from '../../prisma/database.js';
import { companyOf } from './stores.js';

const known = new Map<string, Logo>();
/** Logos of some companies and of before, with at most some hundred kilobytes each. A logo never changes. */
const KNOWN_MAX = 16;

/** The logo that a document carries, from memory after the first time; undefined when it carries none. */
export async function logoOf(
  prisma: Pick<PrismaClient, 'logo'>,
  logoId: string | null | undefined,
): Promise<Logo | undefined> {
  if (logoId == null) return undefined;
  const kept = known.get(logoId);
  if (kept !== undefined) return kept;
  const { content } = await prisma.logo.findUniqueOrThrow({ where: { id: logoId } });
  const logo = { id: logoId, png: content };
  if (known.size >= KNOWN_MAX) known.delete(known.keys().next().value ?? logoId);
  known.set(logoId, logo);
  return logo;
}

/**
 * Puts a logo, as `toLogo` made it, on documents from now on; those of before keep what they carried. The same picture
 * again changes nothing.
 *
 * @throws Refusal `COMPANY_MISSING`
 */
export async function takeLogo(tx: Transaction, ctx: CommandContext, png: Buffer): Promise<void> {
  const company = await companyOf(tx);
  const digest = new Uint8Array(createHash('sha256').update(png).digest());
  const size = { width: png.readUInt32BE(PNG_WIDTH_AT), height: png.readUInt32BE(PNG_HEIGHT_AT) };
  const row = { ...size, digest, content: new Uint8Array(png), receivedAt: new Date(ctx.at) };
  await tx.logo.createMany({ data: [row], skipDuplicates: true });
  const { id } = await tx.logo.findUniqueOrThrow({ where: { digest }, select: { id: true } });
  await putOnDocuments(tx, company, id);
}

/** In the head of a PNG (IHDR). */
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;

/**
 * Puts a logo that was handed in before on documents again, or none.
 *
 * @throws Refusal `COMPANY_MISSING`, `LOGO_UNKNOWN`
 */
export async function chooseLogo(tx: Transaction, logoId: string | null): Promise<void> {
  const company = await companyOf(tx);
  if (logoId !== null && (await tx.logo.count({ where: { id: logoId } })) === 0) {
    const detail = 'No logo with this id was handed in.';
    throw new Refusal({ code: 'LOGO_UNKNOWN', param: 'logoId', detail });
  }
  await putOnDocuments(tx, company, logoId);
}

type Company = Readonly<{ id: string; logoId: string | null }>;

async function putOnDocuments(tx: Transaction, company: Company, logoId: string | null) {
  if (company.logoId === logoId) return;
  await tx.legalEntity.update({ where: { id: company.id }, data: { logoId } });
}
