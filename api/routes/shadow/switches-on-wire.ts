import { Temporal } from 'temporal-polyfill';
import { STORE_MODES } from '../../../contract/shadow/switches.js';
import { Refusal } from '../../../domain/refusal.js';
import { known } from '../../../domain/known.js';
import type { PrismaClient } from '../../../prisma/database.js';
import type { Principal } from '../../auth/principal.js';

/** Of an ISO 8601 day. */
const DAY_LENGTH = 10;

type Wanted = Readonly<{ storeId: string; of: Pick<Principal, 'storeId'> }>;

/** @throws Refusal `NOT_FOUND` for a store that is not there, or not that of the caller */
export async function visibleStore(prisma: Pick<PrismaClient, 'store'>, { storeId, of }: Wanted) {
  const isOwn = of.storeId === undefined || of.storeId === storeId;
  const store = isOwn ? await prisma.store.findUnique({ where: { id: storeId } }) : null;
  if (store !== null) return store;
  const detail = 'There is no such store for you.';
  throw new Refusal({ code: 'NOT_FOUND', param: 'storeId', detail });
}

/** Whether a store is live at business time `at`, and its switches, the latest first. @throws Refusal as `visibleStore` */
export async function switchesOnWire(
  prisma: Pick<PrismaClient, 'store' | 'storeSwitch'>,
  wanted: Wanted & Readonly<{ at: string }>,
) {
  const { id, code, name, timeZone } = await visibleStore(prisma, wanted);
  const today = Temporal.Instant.from(wanted.at).toZonedDateTimeISO(timeZone).toPlainDate();
  const rows = await prisma.storeSwitch.findMany({
    where: { storeId: id },
    orderBy: { fromDay: { sort: 'desc', nulls: 'last' } },
  });
  const switches = rows.map((row) => {
    const from = row.fromDay?.toISOString().slice(0, DAY_LENGTH) ?? null;
    return {
      id: row.id,
      to: known(STORE_MODES, row.toMode),
      from,
      state: from !== null && from > today.toString() ? ('planned' as const) : ('begun' as const),
      reason: row.reason,
      switchedBy: row.switchedBy,
      switchedAt: row.switchedAt.toISOString(),
    };
  });
  const mode = switches.find(({ state }) => state === 'begun')?.to ?? 'live';
  return { store: { id, code, name }, mode, switches };
}
