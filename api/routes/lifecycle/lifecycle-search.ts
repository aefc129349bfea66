import { minorUnitOf, parseCurrency } from '../../../domain/money/currency.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { literal } from '../query-conditions.js';

/**
 * What many sales match is looked for among the latest sales, of which some match soon; what few match is looked up
 * first and sorted. Neither takes long: at the bound, one sale in two hundred of a million matches.
 */
const FEW_SALES = 5_000;
const FEW_CUSTOMERS = 200;

type Found = Readonly<{ sales: string[]; customers: string[] }>;

/**
 * The condition on `l`, a lifecycle, that it is what a person typed: the beginning of a sale, invoice or customer number
 * or of a payment reference, part of a customer name, or the exact amount of the sale.
 */
export async function matching(
  { prisma }: Readonly<{ prisma: PrismaClient }>,
  q: string,
): Promise<Prisma.Sql> {
  const company = await prisma.legalEntity.findFirst({ orderBy: { id: 'asc' } });
  const amount = amountOf(q, company?.currency ?? 'IDR');
  const [{ sales, customers }] = await prisma.$queryRaw<[Found]>`
    SELECT ARRAY(SELECT id FROM (${salesOf(q, amount)}) s LIMIT ${FEW_SALES + 1}) AS sales,
      ARRAY(SELECT c.id FROM customer c WHERE ${ofCustomer(q)}) AS customers`;
  const isOne = Prisma.sql`l.sale_id = ANY (${sales}::uuid[])`;
  const ofOne = Prisma.sql`l.customer_id = ANY (${customers}::uuid[])`;
  if (sales.length <= FEW_SALES && customers.length <= FEW_CUSTOMERS)
    return Prisma.sql`l.sale_id IN (SELECT unnest(${sales}::uuid[])
      UNION SELECT k.sale_id FROM sale_lifecycle k WHERE k.customer_id = ANY (${customers}::uuid[]))`;
  return Prisma.sql`(${sales.length <= FEW_SALES ? isOne : isNumbered(q)} OR ${ofOne})`;
}

/** Numbers are written in capitals by most companies, and typed in small letters by most people. */
function begins(column: Prisma.Sql, q: string): Prisma.Sql {
  const [typed, capital] = [`${literal(q)}%`, `${literal(q.toUpperCase())}%`];
  return Prisma.sql`(${column} LIKE ${typed} OR ${column} LIKE ${capital})`;
}

function salesOf(q: string, amount: bigint | undefined): Prisma.Sql {
  const ofInvoice = Prisma.join(
    [begins(Prisma.sql`i.number`, q), begins(Prisma.sql`i.payment_reference`, q)],
    ' OR ',
  );
  const ways = [
    Prisma.sql`(SELECT s.id FROM sale s WHERE ${begins(Prisma.sql`s.number`, q)} LIMIT ${FEW_SALES + 1})`,
    Prisma.sql`(SELECT i.sale_id AS id FROM invoice i WHERE i.sale_id IS NOT NULL AND (${ofInvoice}) LIMIT ${FEW_SALES + 1})`,
  ];
  if (amount !== undefined)
    ways.push(
      Prisma.sql`(SELECT s.id FROM sale s WHERE s.total_amount - s.rounding_amount = ${amount} LIMIT ${FEW_SALES + 1})`,
    );
  return Prisma.join(ways, ' UNION ');
}

function ofCustomer(q: string): Prisma.Sql {
  return Prisma.sql`c.number ILIKE ${`${literal(q)}%`} OR c.name ILIKE ${`%${literal(q)}%`}`;
}

/** The same as `salesOf` by number, for a sale that is looked at already; many sales have such an invoice only if they do. */
function isNumbered(q: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM sale s LEFT JOIN invoice i ON i.sale_id = s.id WHERE s.id = l.sale_id
    AND (${begins(Prisma.sql`s.number`, q)} OR ${begins(Prisma.sql`i.number`, q)} OR ${begins(Prisma.sql`i.payment_reference`, q)}))`;
}

const AMOUNT = /^(?:rp\s*)?(?<digits>\d{1,3}(?:[.,]\d{3})+|\d{3,15})$/i;

/** What was typed as an amount in whole units of the currency, in its smallest booked unit. */
function amountOf(q: string, currency: string): bigint | undefined {
  const digits = AMOUNT.exec(q.trim())?.groups?.['digits'];
  if (digits === undefined) return undefined;
  return (
    BigInt(digits.replaceAll(/[.,]/g, '')) * 10n ** BigInt(minorUnitOf(parseCurrency(currency)))
  );
}
