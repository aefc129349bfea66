import {
  identifySaleLine as identify,
  undoLineIdentification as undo,
} from '../../../activities/sale/identify-line.js';
import {
  identifyLineRoute,
  listSuspenseLinesRoute,
  undoIdentificationRoute,
} from '../../../contract/sale/suspense-lines.js';
import { SUSPENSE_ITEM_ID } from '../../../domain/pricing/suspense.js';
import { quantityToWire } from '../../../domain/quantity/quantity.js';
import type { Prisma, PrismaClient } from '../../../prisma/database.js';
import { olderThan, pageOf, positionById } from '../../http/cursor.js';
import { command, route } from '../../route.js';
import { wireMoney } from '../../wire.js';

const STANDS = { undoneAt: null };
const WHOLE = {
  sale: { include: { store: true } },
  identifications: { where: STANDS, include: { item: true } },
} as const;

type LineRow = Prisma.SaleLineGetPayload<{ include: typeof WHOLE }>;

export const listSuspenseLines = route(listSuspenseLinesRoute).answers(
  async ({ query: { limit, cursor, state, store }, principal: { storeId } }, { database }) => {
    const rows = await database.prisma.saleLine.findMany({
      where: {
        itemId: SUSPENSE_ITEM_ID,
        identifications: state === 'open' ? { none: STANDS } : { some: STANDS },
        sale: {
          ...(storeId === undefined ? {} : { storeId }),
          ...(store === undefined ? {} : { store: { code: store } }),
        },
        ...olderThan(cursor),
      },
      include: WHOLE,
      // Ids grow with time.
      orderBy: { id: 'desc' },
      take: limit + 1,
    });
    return {
      status: 200,
      body: pageOf(rows, { limit, positionOf: positionById, show: lineOnWire }),
    };
  },
);

export const identifyLine = command(identifyLineRoute).answers(
  async ({ params, body, principal: { storeId }, tx, ctx }) => {
    await identify(tx, ctx, { ...params, ...body, storeId });
    return { status: 201, body: await readLine(tx, params) };
  },
);

export const undoIdentification = command(undoIdentificationRoute).answers(
  async ({ params, body, principal: { storeId }, tx, ctx }) => {
    await undo(tx, ctx, { ...params, ...body, storeId });
    return { status: 200, body: await readLine(tx, params) };
  },
);

async function readLine(
  prisma: Pick<PrismaClient, 'saleLine'>,
  place: Readonly<{ saleId: string; lineNumber: number }>,
) {
  const where = { saleId_lineNumber: place };
  return lineOnWire(await prisma.saleLine.findUniqueOrThrow({ where, include: WHOLE }));
}

function lineOnWire(row: LineRow) {
  const { sale, lineNumber, sku, name, unit, currency, taxCode } = row;
  return {
    saleId: sale.id,
    saleNumber: sale.number,
    store: sale.store.code,
    businessDate: sale.businessDate.toISOString().slice(0, 10),
    lineNumber,
    sku,
    name,
    unit,
    quantity: quantityToWire(row.quantityMilli),
    paid: wireMoney(row.taxBaseAmount + row.taxAmount, currency),
    taxCode,
    tax: wireMoney(row.taxAmount, currency),
    identified: identifiedOnWire(row),
  };
}

function identifiedOnWire({ identifications: [standing], currency }: LineRow) {
  if (standing === undefined) return null;
  const { item, reason, taxCode } = standing;
  return {
    sku: item.sku,
    name: item.name,
    reason,
    taxCode,
    tax: wireMoney(standing.taxAmount, currency),
    issued: quantityToWire(standing.issuedMilli),
    cost: wireMoney(standing.costAmount, currency),
    by: standing.identifiedName,
    at: standing.identifiedAt.toISOString(),
  };
}
