import { KNOWN_BANKS } from '../../domain/bank-csv/banks.js';
import { profileOf, type SavedProfile } from '../../domain/bank-csv/saved-profile.js';
import { proposeProfile, type ProfileProposal } from '../../domain/bank-csv/propose-profile.js';
import { Refusal } from '../../domain/refusal.js';
import type { CsvProfile } from '../../domain/statement/csv-profile.js';
import type { Database, Transaction } from '../../prisma/database.js';
import { headTables } from './readers/head-tables.js';
import { BANK_PROFILES } from './readers/read-statement.js';

type Prisma = Pick<Database['prisma'], 'bankProfile'>;

export type KeptProfile = Readonly<{ id: string; code: string }> & SavedProfile;

/** The profiles that a person confirmed, by their code. */
export async function keptProfiles(prisma: Prisma): Promise<readonly KeptProfile[]> {
  const rows = await prisma.bankProfile.findMany({ orderBy: { code: 'asc' } });
  // What is kept was written by the contract of the call.
  return rows.map(({ id, code, profile }) => ({
    ...(profile as unknown as SavedProfile),
    id,
    code,
  }));
}

/** Every profile by which files are read. */
export async function bankProfiles(prisma: Prisma): Promise<readonly CsvProfile[]> {
  const kept = await keptProfiles(prisma);
  return [...BANK_PROFILES, ...kept.map((one) => profileOf(one.code, one))];
}

/**
 * Keeps how the files of a bank are read, or changes it. Answers its id.
 *
 * @throws Refusal `BANK_PROFILE_BUILT_IN`, `BANK_PROFILE_COLUMN_UNKNOWN`.
 */
export async function keepProfile(
  tx: Transaction,
  code: string,
  profile: SavedProfile,
): Promise<string> {
  if (KNOWN_BANKS.some(({ id }) => id === code)) {
    const detail = `${code} is a bank that is known without a person. Take another code.`;
    throw new Refusal({ code: 'BANK_PROFILE_BUILT_IN', param: 'profile', detail });
  }
  const unknown = columnsNamed(profile).find((name) => !profile.header.includes(name));
  if (unknown !== undefined) {
    const detail = `The header has no column ${unknown}.`;
    throw new Refusal({ code: 'BANK_PROFILE_COLUMN_UNKNOWN', param: 'header', detail });
  }
  const { id } = await tx.bankProfile.upsert({
    where: { code },
    create: { code, profile },
    update: { profile },
    select: { id: true },
  });
  return id;
}

function columnsNamed(profile: SavedProfile): readonly string[] {
  const { bookingDate, valueDate, text, bankReference, payerName, payerAccount } = profile;
  const { kind: _, ...money } = profile.money;
  const others = [
    valueDate,
    bankReference,
    payerName,
    payerAccount,
    profile.account,
    profile.balance,
  ];
  return [bookingDate, ...text, ...Object.values(money), ...others.flatMap((name) => name ?? [])];
}

/** @throws Refusal `BANK_PROFILE_NOT_FOUND`. */
export async function removeProfile(tx: Transaction, code: string): Promise<void> {
  const { count } = await tx.bankProfile.deleteMany({ where: { code } });
  if (count > 0) return;
  throw new Refusal({ code: 'BANK_PROFILE_NOT_FOUND', detail: 'There is no such profile.' });
}

/**
 * How a file that was handed in could be read.
 *
 * @throws Refusal `STATEMENT_NOT_FOUND`, `STATEMENT_NO_TABLE`.
 */
export async function proposeForFile(
  { prisma }: Pick<Database, 'prisma'>,
  statementId: string,
): Promise<ProfileProposal> {
  const file = await prisma.bankStatement.findUnique({
    where: { id: statementId },
    select: { content: true },
  });
  if (file === null) {
    throw new Refusal({ code: 'STATEMENT_NOT_FOUND', detail: 'There is no such bank statement.' });
  }
  for (const rows of await headTables(file.content)) {
    const proposal = proposeProfile(rows);
    if (proposal !== undefined) return proposal;
  }
  const detail = 'The file has no table with a day, a text and an amount in each row.';
  throw new Refusal({ code: 'STATEMENT_NO_TABLE', param: 'statementId', detail });
}
