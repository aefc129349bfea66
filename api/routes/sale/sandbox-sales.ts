import type { z } from 'zod';
import type { BookedSale } from '../../../activities/sale/capture/capture-answer.js';
import type { findSalesRoute } from '../../../contract/sale/find-sales.js';
import type { QueryOf } from '../../../contract/route.js';
import { notFound } from '../../../domain/refusal.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';

type Reader = Pick<PrismaClient, 'sandboxSale'>;
type Till = Readonly<{ terminalId: string | undefined }>;

/** What a sandbox terminal sold within the last day; nobody else sees it. @throws Refusal `NOT_FOUND` */
export async function readSandboxSale(
  prisma: Reader,
  { terminalId, saleId }: Till & Readonly<{ saleId: string }>,
): Promise<Pick<BookedSale, 'number' | 'priced'> & Readonly<{ id: string; bookedAt: Date }>> {
  const row = await rowOf(prisma, { terminalId, saleId });
  const { number, bookedAt, priced } = answerIn(row);
  return { id: saleId, number, bookedAt: new Date(bookedAt), priced };
}

type Row = Prisma.SandboxSaleGetPayload<object>;

async function rowOf(
  { sandboxSale }: Reader,
  { terminalId, saleId }: Till & Readonly<{ saleId: string }>,
): Promise<Row> {
  const row = terminalId && (await sandboxSale.findFirst({ where: { id: saleId, terminalId } }));
  if (!row) throw notFound();
  return row;
}

/** Only `capture_sandbox_sale` writes this column. */
function answerIn({ answer }: Row): BookedSale {
  return answer as unknown as BookedSale;
}

/** Where such a sale stands: its life has not begun, and never does. */
export async function sandboxStanding(prisma: Reader, wanted: Till & Readonly<{ saleId: string }>) {
  const row = await rowOf(prisma, wanted);
  const { bookedAt, priced, exceptions } = answerIn(row);
  const isKept = priced.delivery.kind === 'later' && row.deliveredAt === null;
  return {
    stage: 'captured' as const,
    since: new Date(bookedAt).toISOString(),
    nextStep: null,
    nextStepAt: null,
    outcome: null,
    closedAt: null,
    deliveryState: isKept ? ('pending' as const) : ('delivered' as const),
    documents: [],
    workflow: { workflowId: `sandbox:${row.id}`, link: null },
    exceptions: exceptions.map(({ kind, detail }) => ({ kind, detail })),
  };
}

type Found = z.input<(typeof findSalesRoute)['responses'][200]>;
type Query = QueryOf<typeof findSalesRoute>;

/** A day of trying out is looked through as a whole. */
const LOOKED_THROUGH = 1_000;

/** Sales of a sandbox terminal, the latest first, by the same questions; all of them on one page. */
export async function findSandboxSales(
  { sandboxSale }: Reader,
  { terminalId, query }: Till & Readonly<{ query: Query }>,
): Promise<Found> {
  if (terminalId === undefined) return { data: [], nextCursor: null };
  const rows = await sandboxSale.findMany({
    where: { terminalId },
    orderBy: { number: 'desc' },
    take: LOOKED_THROUGH,
  });
  const found = rows.filter((row) => isWanted(row, query)).slice(0, query.limit);
  return { data: found.map((row) => foundOnWire(row, query)), nextCursor: null };
}

function isWanted(row: Row, query: Query): boolean {
  const { number, priced } = answerIn(row);
  const { receipt, store, customer, amount } = query;
  const { customer: buyer, store: sold, totals } = priced;
  const asked: readonly (readonly [asked: string | undefined, has: readonly unknown[]])[] = [
    [receipt?.replace(/^urn:uuid:/i, ''), [row.id, number]],
    [store, [sold.code]],
    [customer, [buyer?.id, buyer?.number]],
    [amount && String(Number(amount)), [String(Number(totals.due.amount))]],
  ];
  const fits = asked.every(([one, has]) => one === undefined || has.includes(one));
  return fits && isOfDay(priced, query) && isPaidBy(priced, query);
}

type Priced = BookedSale['priced'];

function isOfDay({ businessDate }: Priced, { day, until }: Query): boolean {
  const [from, to] = [day ?? businessDate, until ?? day ?? businessDate];
  return businessDate >= from && businessDate <= to;
}

function isPaidBy({ tenders }: Priced, { cardLast4 }: Query): boolean {
  if (cardLast4 === undefined) return true;
  return tenders.some(({ reference }) => reference?.endsWith(cardLast4) === true);
}

function foundOnWire(row: Row, { receipt }: Query): Found['data'][number] {
  const { number, priced } = answerIn(row);
  const { businessDate, capturedAt, store, terminal, totals, tenders, customer, lines } = priced;
  return {
    id: row.id,
    number,
    businessDate,
    capturedAt,
    store: { code: store.code, name: store.name },
    terminal: terminal.code,
    due: totals.due,
    tenders: tenders.map(({ type, amount, reference }) => ({
      type,
      amount,
      cardLast4: type === 'card' ? (reference?.slice(-4) ?? null) : null,
    })),
    customer,
    lines:
      receipt === undefined
        ? null
        : lines.map(({ number: line, sku, name, unit, quantity, total }) => ({
            number: line,
            sku,
            name,
            unit,
            quantity,
            returned: '0',
            total,
          })),
  };
}

/** Which sales of a sandbox terminal have arrived, by id and by the sequence of the till, upwards. */
export async function arrivedInSandbox({ sandboxSale }: Reader, terminalId: string) {
  const select = { id: true, deviceSequence: true };
  const orderBy = { deviceSequence: 'asc' } as const;
  const rows = await sandboxSale.findMany({ where: { terminalId }, select, orderBy });
  const sequences = rows.map(({ deviceSequence }) => Number(deviceSequence));
  return { ids: new Set(rows.map(({ id }) => id)), sequences, last: sequences.at(-1) ?? 0 };
}
