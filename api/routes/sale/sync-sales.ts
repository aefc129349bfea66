import { parseBy } from '../../../contract/faults.js';
import { id } from '../../../contract/primitives.js';
import { saleBody, type SaleBody } from '../../../contract/sale/sale-body.js';
import { SYNC_DOOR, syncSalesRoute } from '../../../contract/sale/sync-sales.js';
import { UnreadableEntry } from '../../../contract/strict-json.js';
import { Refusal } from '../../../domain/refusal.js';
import type { ApiDeps } from '../../deps.js';
import { quarantine } from '../../../activities/quarantine/quarantine-refused.js';
import { route, type Call } from '../../route.js';
import { sellerOf } from './seller-of.js';

type Outcome = Readonly<{
  index: number;
  saleId: string | null;
  outcome: 'accepted' | 'replayed' | 'quarantined';
  number?: string;
  shadow?: true;
  exceptions?: number;
  code?: string;
  detail?: string;
  param?: string;
  errors?: { code: string; param: string; detail: string }[];
}>;

/** One after the other, in the order sent, so that receipt numbers follow the till's sequence. */
export const syncSales = route(syncSalesRoute).answers(async (call, deps) => {
  const outcomes: Outcome[] = [];
  for (const [index, entry] of call.body.sales.entries())
    outcomes.push(await syncOne({ index, entry }, call, deps));
  deps.hint();
  return { status: 200, body: { outcomes } };
});

type Entry = Readonly<{ index: number; entry: unknown }>;
type Caller = Pick<Call, 'principal' | 'ctx'>;

/**
 * A refusal is the outcome of its sale. A fault of ours ends the whole call; sales booked before it are replayed in the
 * next call.
 */
async function syncOne({ index, entry }: Entry, call: Caller, deps: ApiDeps): Promise<Outcome> {
  const { principal, ctx } = call;
  const saleId = saleIdOf(entry);
  try {
    const captured = await deps.capture({
      ...readEntry(entry),
      seller: sellerOf(principal),
      ctx,
    });
    const { sale } = captured;
    const isShadow = captured.kind === 'in-shadow';
    const isNew = isShadow ? !captured.isReplay : captured.kind === 'captured';
    return {
      index,
      saleId: sale.id,
      outcome: isNew ? 'accepted' : 'replayed',
      number: sale.number,
      ...(isShadow ? { shadow: true } : {}),
      exceptions: sale.exceptions.length,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await setAside({ entry, saleId, refusal: error }, call, deps);
    return { index, saleId, outcome: 'quarantined', ...refusedOf(error) };
  }
}

/** @throws Refusal like a body of `PUT /v1/sales/{saleId}`, and `SALE_MODE_NOT_ALLOWED`. */
function readEntry(entry: unknown): { saleId: string; body: SaleBody } {
  if (entry instanceof UnreadableEntry) throw entry.refusal;
  const { saleId, ...content } = isRecord(entry) ? entry : { saleId: undefined };
  const body = parseBy(saleBody, { mode: 'completed', ...content });
  if (body.mode !== 'completed') {
    throw new Refusal({
      code: 'SALE_MODE_NOT_ALLOWED',
      param: 'mode',
      detail: 'A sale that has not happened yet is sent by PUT /v1/sales/{saleId}.',
    });
  }
  return { saleId: parseBy(id, saleId, 'saleId'), body };
}

async function setAside(
  refused: Readonly<{ entry: unknown; saleId: string | null; refusal: Refusal }>,
  { principal, ctx }: Caller,
  { database }: ApiDeps,
): Promise<void> {
  if (principal.isSandbox === true) return;
  const { entry, saleId, refusal } = refused;
  const content = entry instanceof UnreadableEntry ? entry.source : JSON.stringify(entry);
  await quarantine(database, ctx, {
    refusal,
    sent: {
      door: SYNC_DOOR,
      storeId: principal.storeId,
      subjectId: saleId ?? undefined,
      content: Buffer.from(content),
      cardNumbers: 'masked',
      contentType: 'application/json',
    },
  });
}

function refusedOf({ code, detail, param, errors }: Refusal) {
  return {
    code,
    detail,
    ...(param === undefined ? {} : { param }),
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
  };
}

const NAMED_SALE = /"saleId"\s*:\s*"(?<saleId>[^"]*)"/;

function saleIdOf(entry: unknown): string | null {
  const named =
    entry instanceof UnreadableEntry
      ? NAMED_SALE.exec(entry.source)?.groups?.['saleId']
      : isRecord(entry) && entry['saleId'];
  return id.safeParse(named).data ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
