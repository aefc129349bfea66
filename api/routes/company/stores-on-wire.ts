import { PRINTER_PROFILES } from '../../../contract/company/printers.js';
import { parseCurrency } from '../../../domain/money/currency.js';
import { SALES_CHANNELS } from '../../../domain/pricing/price-list.js';
import { TENDER_TYPES, type TenderType } from '../../../domain/pricing/sale-request.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { wireMoney, wireMoneyOrNull } from '../../wire.js';

type Reader = Pick<PrismaClient, 'printer' | 'terminal'>;
type Wanted = Readonly<{ id?: string; storeId?: string | undefined }>;

type ModeReader = Pick<PrismaClient, 'store' | '$queryRaw'>;

/** All stores, or those wanted, by code; `at` is business time. */
export async function storesOnWire(
  prisma: ModeReader,
  { id, storeId, at }: Wanted & Readonly<{ at: string }>,
) {
  const wanted = id ?? storeId;
  const inShadow = await storesInShadow(prisma, at);
  const rows = await prisma.store.findMany({
    ...(wanted === undefined ? {} : { where: { id: wanted } }),
    include: { locations: { orderBy: { id: 'asc' } }, legalEntity: { select: { currency: true } } },
    orderBy: { code: 'asc' },
  });
  return rows.map(({ legalEntity, locations, ...store }) => ({
    id: store.id,
    code: store.code,
    name: store.name,
    address: store.address,
    phone: store.phone,
    timeZone: store.timeZone,
    cashRoundingStep: wireMoney(store.cashRoundingStep, parseCurrency(legalEntity.currency)),
    storeGroup: store.storeGroup,
    mode: inShadow.has(store.id) ? ('shadow' as const) : ('live' as const),
    locations: locations.map(({ id: locationId, code, name }) => ({ id: locationId, code, name })),
  }));
}

/** Ids of the stores whose sales of now are kept in shadow. */
async function storesInShadow(prisma: ModeReader, at: string): Promise<ReadonlySet<string>> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM store WHERE is_shadow_day(id, 'infinity', ${at}::timestamptz)`;
  return new Set(rows.map(({ id }) => id));
}

/** All printers, or those wanted, by code. */
export async function printersOnWire(prisma: Reader, { id, storeId }: Wanted) {
  const rows = await prisma.printer.findMany({
    where: { ...(id === undefined ? {} : { id }), ...(storeId === undefined ? {} : { storeId }) },
    include: { store: { select: { code: true } } },
    orderBy: { code: 'asc' },
  });
  return rows.map((printer) => ({
    id: printer.id,
    code: printer.code,
    store: printer.store.code,
    host: printer.host,
    port: printer.port,
    profile: PRINTER_PROFILES.find((profile) => profile === printer.profile) ?? 'escpos-80',
  }));
}

/** All tills, or those wanted, by code. */
export async function terminalsOnWire(prisma: Reader, { id, storeId }: Wanted) {
  const rows = await prisma.terminal.findMany({
    where: { ...(id === undefined ? {} : { id }), ...(storeId === undefined ? {} : { storeId }) },
    include: {
      store: { select: { code: true } },
      location: { select: { code: true } },
      printer: { select: { code: true } },
      apiKeys: { where: { revokedAt: null }, select: { id: true }, take: 1 },
    },
    orderBy: { code: 'asc' },
  });
  return rows.map((terminal) => ({
    id: terminal.id,
    code: terminal.code,
    name: terminal.name,
    store: terminal.store.code,
    location: terminal.location.code,
    printer: terminal.printer?.code ?? null,
    channel: SALES_CHANNELS.find((known) => known === terminal.channel) ?? 'counter',
    sandbox: terminal.sandbox,
    active: terminal.active,
    enrolled: terminal.apiKeys.length > 0,
  }));
}

/** The rules of tenders, by type. */
export async function tenderRulesOnWire(
  prisma: Pick<PrismaClient, 'tenderRule'>,
  { type }: Readonly<{ type?: TenderType }> = {},
) {
  const rows = await prisma.tenderRule.findMany({
    where: type === undefined ? {} : { type },
    orderBy: { type: 'asc' },
  });
  return rows.flatMap((row) => {
    const known = TENDER_TYPES.find((one) => one === row.type);
    const perSaleLimit = wireMoneyOrNull(row.perSaleLimitAmount, row.perSaleLimitCurrency);
    const { offlineAllowed, accountCode: account } = row;
    return known === undefined ? [] : [{ type: known, offlineAllowed, perSaleLimit, account }];
  });
}

/** The one row that was just written. */
export async function written<Row>(rows: Promise<readonly Row[]>): Promise<Row> {
  const [row] = await rows;
  if (row === undefined) throw new Error('a row that was just written is not there');
  return row;
}
