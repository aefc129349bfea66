import { Temporal } from 'temporal-polyfill';
import { setCreditStatus } from '../activities/customer/credit-limits.js';
import * as customerCommands from '../prisma/commands/customer.js';
import type { CommandContext } from '../domain/context.js';
import { callIn, type Transaction } from '../prisma/database.js';
import { agreedByTwo } from './agreed-by-two.js';
import { COMPANY } from './data/company.js';
import { CITIES, FAMILY_NAMES, GIVEN_NAMES, PLACE_WORDS } from './data/names.js';
import { SEGMENTS, type Segment } from './data/segments.js';
import type { Random } from './random.js';
import { sampleUuid } from './uuid.js';

export type SampleCustomer = Readonly<{
  id: string;
  number: string;
  name: string;
  legalName: string;
  segment: Segment;
  language: 'id' | 'en';
  termsDays: number;
  instalments: number;
  creditLimit: number;
  /** May not buy on account. */
  isBlocked: boolean;
  /** The limit ends so many days after the customer was made; undefined for no end. */
  limitEndsAfterDays: number | undefined;
  /** The account that the customer pays from. */
  payerAccount: string;
  virtualAccount: string;
  /** The bank account is known from payments before the books began. */
  isKnownPayer: boolean;
  city: string;
  postalCode: string;
  contact: string;
}>;

/** Three credit lines are blocked, to show refusals. */
const BLOCKED_EVERY = 33;
const LIMIT_STEP = 500_000;

/** A hundred customers, each with credit, contacts, bank accounts and a virtual account. */
export async function makeCustomers(
  tx: Transaction,
  { random, at, ctx }: Readonly<{ random: Random; at: Temporal.Instant; ctx: CommandContext }>,
): Promise<readonly SampleCustomer[]> {
  const customers = inventCustomers(random, at);
  const createdAt = new Date(at.epochMilliseconds);
  await tx.customer.createMany({ data: customers.map((one) => customerRow(one, createdAt)) });
  await tx.customerContact.createMany({ data: customers.map((one) => contactRow(one, createdAt)) });
  for (const customer of customers) await giveSigns(tx, ctx, customer);
  return customers;
}

/** By what its payments are recognised. */
async function giveSigns(
  tx: Transaction,
  ctx: CommandContext,
  { id: customerId, isKnownPayer, payerAccount: account, virtualAccount: number }: SampleCustomer,
): Promise<void> {
  if (isKnownPayer) {
    await callIn(tx, customerCommands.addCustomerAlias, [ctx, { customerId, account }]);
  }
  const given = { customerId, number, bankCode: 'NUSA', invoiceId: null };
  await callIn(tx, customerCommands.openVirtualAccount, [ctx, given]);
}

export function inventCustomers(random: Random, at: Temporal.Instant): readonly SampleCustomer[] {
  const segments = SEGMENTS.flatMap((segment) =>
    Array.from({ length: segment.customers }, () => segment),
  );
  const taken = new Set<string>();
  return segments.map((segment, index) => {
    const serial = String(index + 1).padStart(4, '0');
    const contact = personName(random);
    const name = unusedName(taken, () => businessName(segment, random) ?? personName(random));
    const [city, postalCode] = random.pick(CITIES);
    const limit = random.whole(segment.creditLimit);
    return {
      id: sampleUuid(at.epochMilliseconds, random),
      number: `C-${serial}`,
      name,
      legalName: [segment.legalForm, name].filter(Boolean).join(' '),
      segment,
      language: segment.code === 'hotel-restaurant' && random.percent(40) ? 'en' : 'id',
      termsDays: random.pick(segment.termsDays),
      instalments: random.pick(segment.instalments),
      creditLimit: Math.round(limit / LIMIT_STEP) * LIMIT_STEP,
      isBlocked: (index + 1) % BLOCKED_EVERY === 0,
      limitEndsAfterDays: limitEndOf(index + 1),
      payerAccount: `70${random.whole({ from: 10_000_000, to: 99_999_999 })}`,
      virtualAccount: `88100${serial.padStart(11, '0')}`,
      isKnownPayer: random.percent(70),
      city,
      postalCode,
      contact: segment.kinds.length === 0 ? name : contact,
    };
  });
}

/** Some limits expire; four of them within the sample's twelve weeks. */
function limitEndOf(serial: number): number | undefined {
  if (serial % 25 === 0) return 60;
  return serial % 10 === 0 ? 400 : undefined;
}

function unusedName(taken: Set<string>, invent: () => string): string {
  for (;;) {
    const name = invent();
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function businessName({ kinds }: Segment, random: Random): string | undefined {
  if (kinds.length === 0) return undefined;
  return `${random.pick(kinds)} ${random.pick(PLACE_WORDS)} ${random.pick(PLACE_WORDS)}`;
}

function personName(random: Random): string {
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}

function emailOf({ number }: SampleCustomer): string {
  return `${number.toLowerCase()}@example.test`;
}

function customerRow(customer: SampleCustomer, createdAt: Date) {
  const { id, number, name, legalName, segment, language, termsDays, instalments } = customer;
  return {
    id,
    number,
    name,
    legalName,
    language,
    termsDays,
    instalments,
    createdAt,
    segment: segment.code,
    timeZone: COMPANY.timeZone,
    country: COMPANY.country,
    taxNumber: segment.kinds.length === 0 ? null : `09${number.slice(2)}0000000000`,
    address: `Jl. Contoh ${Number(number.slice(2))}, ${customer.city} ${customer.postalCode}`,
    email: emailOf(customer),
    phone: `+628120000${number.slice(2)}`,
    currency: COMPANY.currency,
  };
}

/** Gives the customers credit, when the people who decide on it are in the books. */
export async function grantCredit(
  tx: Transaction,
  ctx: CommandContext,
  customers: readonly SampleCustomer[],
): Promise<void> {
  const { creditLimit } = await agreedByTwo(tx, ctx);
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(COMPANY.timeZone).toPlainDate();
  for (const customer of customers) {
    const { id: customerId, limitEndsAfterDays: days } = customer;
    await creditLimit({
      customerId,
      limit: { amount: String(customer.creditLimit), currency: COMPANY.currency },
      validUntil: days === undefined ? null : today.add({ days }).toString(),
      reviewOn: null,
      reason: 'Batas awal',
    });
    if (!customer.isBlocked) continue;
    const blocked = { customerId, status: 'blocked', reason: 'Tunggakan lama' } as const;
    await setCreditStatus(tx, ctx, blocked);
  }
}

function contactRow(customer: SampleCustomer, consentAt: Date) {
  return {
    customerId: customer.id,
    name: customer.contact,
    role: 'billing',
    channel: 'email',
    address: emailOf(customer),
    consentAt,
    consentHow: 'Formulir pembukaan akun',
  };
}
