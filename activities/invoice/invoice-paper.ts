import type { Logo } from '../../devices/logo/logo.js';
import { parseCurrency, type CurrencyCode } from '../../domain/money/currency.js';
import type { Language } from '../../domain/money/format-money.js';
import { known } from '../../domain/known.js';
import { RECEIVABLE_OUTCOMES, type ReceivableOutcome } from '../../domain/receivable/outcome.js';
import { languageOf } from '../../platform/texts.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database, Prisma, PrismaClient } from '../../prisma/database.js';
import { logoOf } from '../company/logos.js';
import { taxNames } from '../sale/tax-names.js';

export type InvoiceKey = Readonly<{ invoiceId: string }>;

/** The content of an invoice document; days in ISO 8601, amounts in booked units of `currency`. */
export type InvoicePaper = Readonly<{
  invoiceId: string;
  number: string;
  paymentReference: string;
  saleNumber: string;
  language: Language;
  currency: CurrencyCode;
  issuedOn: string;
  /** RFC 3339. */
  issuedAt: string;
  seller: PaperSeller & Readonly<{ phone: string; bank: OwnBank | undefined }>;
  buyer: PaperParty & Readonly<{ customerId: string; customerNumber: string }>;
  virtualAccount: Readonly<{ bankCode: string; number: string }> | undefined;
  lines: readonly PaperLine[];
  taxes: readonly PaperTax[];
  total: bigint;
  /** The cash rounding at the till, which nobody paid. */
  rounding: bigint;
  prepaid: bigint;
  /** Open items at issue, in the order in which they fall due. */
  instalments: readonly Readonly<{ number: number; dueOn: string; amount: bigint }>[];
  open: bigint;
  /** The outcome of its receivable; undefined while it is open. */
  outcome: ReceivableOutcome | undefined;
}>;

export type PaperParty = Readonly<{ name: string; address: string; taxNumber: string | null }>;

/** What stands of the company on a document of a moment. */
export type PaperSeller = PaperParty & Readonly<{ vatRegistered: boolean; logo: Logo | undefined }>;
export type OwnBank = Readonly<{ name: string; account: string }>;

export type PaperLine = Readonly<{
  sku: string;
  name: string;
  unit: string;
  quantityMilli: bigint;
  unitPrice: bigint;
  discount: bigint;
  /** What promotions gave of the discount. */
  promotions: readonly Readonly<{ name: string; amount: bigint }>[];
  net: bigint;
  /** Tax charged on top of `net`; zero when the price includes its tax. */
  addedTax: bigint;
  /** Whether its price contains any tax. */
  isTaxed: boolean;
}>;

/** `base` is the price without tax. */
export type PaperTax = Readonly<{ label: string; rate: string; base: bigint; tax: bigint }>;

const WITH_EVERYTHING = {
  lines: { orderBy: { lineNumber: 'asc' } },
  openItems: { orderBy: [{ dueOn: 'asc' }, { instalment: 'asc' }] },
  customer: true,
  legalEntity: {
    include: { bankAccounts: { where: { onDocuments: true }, orderBy: { number: 'asc' } } },
  },
  receivable: { select: { outcome: true } },
  sale: {
    select: {
      number: true,
      businessDate: true,
      roundingAmount: true,
      lines: { select: { lineNumber: true, promotions: { orderBy: { place: 'asc' } } } },
    },
  },
  store: { select: { phone: true } },
  virtualAccounts: { where: { closedAt: null }, orderBy: { number: 'asc' } },
} as const satisfies Prisma.InvoiceInclude;

export type InvoiceRecord = Prisma.InvoiceGetPayload<{ include: typeof WITH_EVERYTHING }>;

/** @throws Refusal `INVOICE_NOT_FOUND`. */
export async function loadInvoicePaper(
  { prisma }: Pick<Database, 'prisma'>,
  { invoiceId }: InvoiceKey,
): Promise<InvoicePaper> {
  const invoice = await prisma.invoice.findUnique({
    where: { id: invoiceId },
    include: WITH_EVERYTHING,
  });
  if (invoice === null) {
    throw new Refusal({
      code: 'INVOICE_NOT_FOUND',
      param: 'invoiceId',
      detail: 'There is no such invoice.',
    });
  }
  const language = languageOf(invoice.language);
  const issuedOn = dayOf(invoice.issuedOn);
  // Tax is that of the day of supply; the rate may have changed by the day of the invoice.
  const suppliedOn = invoice.sale?.businessDate ?? invoice.issuedOn;
  const rules = await prisma.taxRule.findMany({ where: { validFrom: { lte: suppliedOn } } });
  const nameOf = taxNames(rules, { language, businessDate: dayOf(suppliedOn) });
  const [virtualAccount] = invoice.virtualAccounts;
  const rounding = invoice.sale?.roundingAmount ?? 0n;
  const instalments = invoice.openItems.filter(({ kind }) => kind === 'instalment');
  return {
    invoiceId,
    number: invoice.number,
    paymentReference: invoice.paymentReference,
    // Of another system's invoice we know no sale.
    saleNumber: invoice.sale?.number ?? '-',
    language,
    currency: parseCurrency(invoice.currency),
    issuedOn,
    issuedAt: invoice.issuedAt.toISOString(),
    seller: sellerOf(invoice, await companyAt(prisma, invoice)),
    buyer: buyerOf(invoice),
    virtualAccount: virtualAccount && {
      bankCode: virtualAccount.bankCode,
      number: virtualAccount.number,
    },
    lines: invoice.lines.map((line) => lineOf(line, invoice.sale)),
    taxes: taxesOf(invoice.lines, nameOf),
    total: invoice.totalAmount,
    rounding,
    prepaid: invoice.prepaidAmount - rounding,
    instalments: instalments.map(({ instalment, dueOn, amount }) => ({
      number: instalment,
      dueOn: dayOf(dueOn),
      amount,
    })),
    open: invoice.openItems.reduce((sum, { openAmount }) => sum + openAmount, 0n),
    outcome: outcomeOn(invoice.receivable?.outcome),
  };
}

export function dayOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

type CompanyRow = Omit<PaperSeller, 'logo'> & Readonly<{ logoId: string | null }>;

/** The company as it was when a document was issued; later changes are not on it. */
export async function companyAt(
  prisma: Pick<PrismaClient, '$queryRaw' | 'logo'>,
  { legalEntityId, issuedAt }: Readonly<{ legalEntityId: string; issuedAt: Date }>,
): Promise<PaperSeller> {
  const [row] = await prisma.$queryRaw<[{ company: CompanyRow }]>`
    SELECT legal_entity_at(${legalEntityId}::uuid, ${issuedAt}) AS company`;
  const { logoId, ...company } = row.company;
  return { ...company, logo: await logoOf(prisma, logoId) };
}

function sellerOf(
  { legalEntity, currency, store }: InvoiceRecord,
  company: PaperSeller,
): InvoicePaper['seller'] {
  const bank = legalEntity.bankAccounts.find((account) => account.currency === currency);
  return {
    ...company,
    phone: store.phone,
    bank: bank && { name: bank.bankName, account: bank.number },
  };
}

export function buyerOf({ customer }: InvoiceRecord): InvoicePaper['buyer'] {
  return {
    customerId: customer.id,
    customerNumber: customer.number,
    name: customer.legalName,
    address: customer.address,
    taxNumber: customer.taxNumber,
  };
}

function lineOf(
  line: InvoiceRecord['lines'][number],
  sale: Pick<NonNullable<InvoiceRecord['sale']>, 'lines'> | null,
): PaperLine {
  const sold = sale?.lines.find(({ lineNumber }) => lineNumber === line.lineNumber);
  return {
    sku: line.sku,
    name: line.name,
    unit: line.unit,
    quantityMilli: line.quantityMilli,
    unitPrice: line.unitPriceAmount,
    discount: line.discountAmount,
    promotions: (sold?.promotions ?? []).map(({ name, amount }) => ({ name, amount })),
    net: line.netAmount,
    addedTax: line.taxBaseAmount + line.taxAmount - line.netAmount,
    isTaxed: line.taxAmount !== 0n,
  };
}

function outcomeOn(text: string | null | undefined): ReceivableOutcome | undefined {
  return text == null ? undefined : known(RECEIVABLE_OUTCOMES, text);
}

/** One row for each tax code, in the order of the lines. */
function taxesOf(lines: InvoiceRecord['lines'], nameOf: ReturnType<typeof taxNames>): PaperTax[] {
  const byCode = new Map<string, PaperTax>();
  for (const { taxCode, taxBaseAmount, taxAmount } of lines) {
    const row = byCode.get(taxCode) ?? { ...nameOf(taxCode), base: 0n, tax: 0n };
    byCode.set(taxCode, { ...row, base: row.base + taxBaseAmount, tax: row.tax + taxAmount });
  }
  return [...byCode.values()];
}

/** The amount to pay. */
export function toPayOf({ total, rounding, prepaid }: InvoicePaper): bigint {
  return total - rounding - prepaid;
}
