import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { beginCompany } from '../../activities/company/begin-company.js';
import { takeLogo } from '../../activities/company/logos.js';
import { addPrinter } from '../../activities/company/printers.js';
import { addStore } from '../../activities/company/stores.js';
import { addTerminal } from '../../activities/company/tills.js';
import { inviteFirstAdministrator } from '../../activities/people/first-administrator.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Clock } from '../../platform/clock.js';
import { OperatorFault } from '../../platform/fault.js';
import type { Database, Transaction } from '../../prisma/database.js';
import type { CompanyFile } from './company-file.js';

export type SetUpParts = Readonly<{
  database: Database;
  clock: Clock;
  environment: 'development' | 'production';
  /** As `readLogo` read it; undefined: the file names none. */
  logo?: Buffer | undefined;
  say: (line: string) => void;
}>;

/** What somebody must be told once: by which code the first administrator sets a password. */
export type SetUp = Readonly<{
  invitation: Readonly<{ email: string; code: string; expiresAt: Date }> | undefined;
}>;

/**
 * Sets up what the file names and the books do not have yet, each part in a transaction of its own: what a fault leaves
 * out is done by the next run. What is there already is left as it is.
 *
 * @throws {OperatorFault} naming the part that was refused, and why
 */
export async function setUpCompany(file: CompanyFile, parts: SetUpParts): Promise<SetUp> {
  const { stores, printers, terminals } = file;
  const invitation = await invite(file, parts);
  await setUpPart(parts, 'company', {
    isThere: (tx) => isSameCompany(tx, file),
    make: (tx, ctx) => beginCompany(tx, ctx, companyOf(file)),
  });
  const { logo } = parts;
  if (logo !== undefined)
    await setUpPart(parts, 'logo', {
      isThere: hasLogo,
      make: (tx, ctx) => takeLogo(tx, ctx, logo),
    });
  for (const store of stores)
    await setUpPart(parts, `store ${store.code}`, {
      isThere: (tx) => isTaken(tx.store, store),
      make: (tx) => addStore(tx, { ...NO_STORE_CHOICES, ...store }),
    });
  for (const printer of printers)
    await setUpPart(parts, `printer ${printer.code}`, {
      isThere: (tx) => isTaken(tx.printer, printer),
      make: (tx) => addPrinter(tx, printer, parts.environment),
    });
  for (const terminal of terminals)
    await setUpPart(parts, `till ${terminal.code}`, {
      isThere: (tx) => isTaken(tx.terminal, terminal),
      make: (tx) => addTerminal(tx, { printer: undefined, ...terminal }),
    });
  return { invitation };
}

/** Another one is handed in by `PUT /v1/company/logo`: a repeated set-up puts back nothing that was changed since. */
async function hasLogo({ logo }: Transaction): Promise<boolean> {
  return (await logo.count()) > 0;
}

/** As the company has it. */
const NO_STORE_CHOICES = { timeZone: undefined, cashRoundingStep: undefined };

type Coded = Readonly<{
  findUnique: (asked: Readonly<{ where: Readonly<{ code: string }> }>) => PromiseLike<unknown>;
}>;

async function isTaken(rows: Coded, { code }: Readonly<{ code: string }>): Promise<boolean> {
  return (await rows.findUnique({ where: { code } })) !== null;
}

type Part = Readonly<{
  isThere: (tx: Transaction) => Promise<boolean>;
  make: (tx: Transaction, ctx: CommandContext) => Promise<unknown>;
}>;

async function setUpPart(
  { database, clock, say }: SetUpParts,
  name: string,
  { isThere, make }: Part,
): Promise<void> {
  const ctx = contextAt(clock);
  const outcome = await database
    .transaction(ctx, async (tx) => {
      if (await isThere(tx)) return 'is there already';
      await make(tx, ctx);
      return 'added';
    })
    .catch((error: unknown) => {
      throw asFault(name, error);
    });
  say(`${name}: ${outcome}`);
}

async function invite(
  { administrator }: CompanyFile,
  { database, clock, say }: SetUpParts,
): Promise<SetUp['invitation']> {
  try {
    const ctx = contextAt(clock);
    const { code, expiresAt } = await inviteFirstAdministrator(database, ctx, administrator);
    say(`administrator ${administrator.email}: added`);
    return { email: administrator.email, code, expiresAt };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'PEOPLE_EXIST') throw error;
    say('administrator: the books have people already');
    return undefined;
  }
}

/** @throws {OperatorFault} when the books belong to another company */
async function isSameCompany({ legalEntity }: Transaction, file: CompanyFile): Promise<boolean> {
  const there = await legalEntity.findFirst();
  if (there === null) return false;
  if (there.code === file.company.code) return true;
  throw new OperatorFault(
    `These books belong to ${there.legalName} (${there.code}): another company needs a database of its own.`,
  );
}

function companyOf({ company }: CompanyFile) {
  const { booksFrom } = company;
  return {
    ...company,
    booksFrom: booksFrom === undefined ? undefined : Temporal.PlainDate.from(booksFrom),
  };
}

function contextAt(clock: Clock): CommandContext {
  return {
    actor: { kind: 'system', id: 'lunas-init', name: 'lunas init' },
    origin: 'lunas init',
    at: clock.iso(),
    requestId: randomUUID(),
  };
}

function asFault(name: string, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  const place = error.param === undefined ? '' : ` (${error.param})`;
  return new OperatorFault(`${name}${place}: ${error.detail}`);
}
