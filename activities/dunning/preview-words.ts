import { Temporal } from 'temporal-polyfill';
import { addresseeOf, type Addressee } from '../../domain/customer/addressee.js';
import { Refusal } from '../../domain/refusal.js';
import type { Prisma, PrismaClient } from '../../prisma/database.js';
import { checkWords, type LetterWords } from '../company/letter-texts.js';
import { addressedCustomer, WITH_CONTACTS } from '../customer/read-addressee.js';
import { noticeTextOf, type NoticePaper } from './notice-letter.js';

/** A preview shows the oldest invoices. */
const INVOICES_MAX = 20;
const DAYS_TO_PAY = 7;

type Wanted = Readonly<{
  /** Id of a customer. */
  customerId: string;
  level: number;
  today: Temporal.PlainDate;
}>;

/** A letter as it would go today, and to whom. */
export type PreviewedLetter = Readonly<{ subject: string; text: string; addressee: Addressee }>;

/**
 * The letter that a customer would get today with these words in their language, about everything that is open. Nothing is sent or stored.
 *
 * @throws Refusal `CUSTOMER_UNKNOWN`, `NOTHING_OPEN` and those of `checkWords`
 */
export async function previewWords(
  prisma: PrismaClient,
  { language, words, ...wanted }: Wanted & Readonly<{ language: string; words: LetterWords }>,
): Promise<PreviewedLetter> {
  checkWords(words);
  const customer = await readCustomer(prisma, wanted.customerId);
  const addressee = addresseeOf('reminder', addressedCustomer(customer));
  const paper = await paperOf(prisma, wanted, { customer, language, words });
  return { ...noticeTextOf(paper), addressee };
}

/**
 * The letter of a level that a customer would get today, about everything that is open: in the language of whom it goes
 * to, with the words of the company that are in force for the customer's segment, else those for all, else those of the
 * product. Nothing is sent or stored.
 *
 * @throws Refusal `CUSTOMER_UNKNOWN`, `NOTHING_OPEN`
 */
export async function previewLetter(
  prisma: PrismaClient,
  wanted: Wanted,
): Promise<PreviewedLetter> {
  const customer = await readCustomer(prisma, wanted.customerId);
  const addressee = addresseeOf('reminder', addressedCustomer(customer));
  const { language } = addressee;
  const texts = await prisma.letterText.findMany({
    where: { level: wanted.level, language, channel: 'email' },
  });
  const own = texts.find(({ segment }) => segment === customer.segment);
  const words = own ?? texts.find(({ segment }) => segment === null) ?? null;
  const paper = await paperOf(prisma, wanted, { customer, language, words });
  return { ...noticeTextOf(paper), addressee };
}

type Customer = Prisma.CustomerGetPayload<{ include: typeof WITH_CONTACTS }>;

async function readCustomer(prisma: PrismaClient, id: string): Promise<Customer> {
  const customer = await prisma.customer.findUnique({ where: { id }, include: WITH_CONTACTS });
  if (customer !== null) return customer;
  const detail = 'There is no such customer.';
  throw new Refusal({ code: 'CUSTOMER_UNKNOWN', param: 'customerId', detail });
}

/** `words`: those of the product when they are null. */
type Said = Readonly<{ customer: Customer; language: string; words: LetterWords | null }>;

async function paperOf(
  prisma: PrismaClient,
  { customerId, level, today }: Wanted,
  { customer, language, words }: Said,
): Promise<NoticePaper> {
  const invoices = await openInvoices(prisma, customerId);
  const [first] = invoices;
  if (first === undefined) {
    const detail = 'The customer owes nothing: choose one that does.';
    throw new Refusal({ code: 'NOTHING_OPEN', param: 'customerId', detail });
  }
  const lines = invoices
    .filter(({ currency }) => currency === first.currency)
    .map((invoice) => lineOf(invoice, { level, today }));
  const { legalEntity } = first;
  const [bank] = legalEntity.bankAccounts.filter(({ currency }) => currency === first.currency);
  return {
    noticeId: customerId,
    language,
    businessDay: today.toString(),
    level,
    currency: first.currency,
    total: lines.reduce((sum, { openAmount }) => sum + BigInt(openAmount), 0n).toString(),
    customer: {
      customerId,
      number: customer.number,
      name: customer.legalName,
      address: customer.address,
    },
    seller: {
      name: legalEntity.legalName,
      address: legalEntity.address,
      taxNumber: legalEntity.taxNumber,
      phone: first.store.phone,
      bankName: bank?.bankName ?? null,
      bankAccount: bank?.number ?? null,
      logoId: legalEntity.logoId,
    },
    lines,
    words,
  };
}

function openInvoices(prisma: PrismaClient, customerId: string) {
  return prisma.invoice.findMany({
    where: { customerId, openItems: { some: { openAmount: { gt: 0n } } } },
    include: {
      openItems: { where: { openAmount: { gt: 0n } }, orderBy: { dueOn: 'asc' } },
      store: { select: { phone: true } },
      legalEntity: {
        include: { bankAccounts: { where: { onDocuments: true }, orderBy: { number: 'asc' } } },
      },
    },
    orderBy: { number: 'asc' },
    take: INVOICES_MAX,
  });
}

type Invoice = Awaited<ReturnType<typeof openInvoices>>[number];

function lineOf(
  invoice: Invoice,
  { level, today }: Readonly<{ level: number; today: Temporal.PlainDate }>,
): NoticePaper['lines'][number] {
  const [oldest] = invoice.openItems;
  const open = invoice.openItems.reduce((sum, { openAmount }) => sum + openAmount, 0n);
  const dayText = (day: Date) => day.toISOString().slice(0, 10);
  return {
    invoiceId: invoice.id,
    number: invoice.number,
    paymentReference: invoice.paymentReference,
    issuedOn: dayText(invoice.issuedOn),
    level,
    openAmount: open.toString(),
    heldAmount: '0',
    asideAmount: '0',
    payBy: today.add({ days: DAYS_TO_PAY }).toString(),
    follows: 'reminder',
    remindedOn: null,
    template: null,
    feeAmount: '0',
    dueOn: oldest === undefined ? null : dayText(oldest.dueOn),
  };
}
