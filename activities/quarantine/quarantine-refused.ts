import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Door } from '../../contract/quarantine/doors.js';
import type { CommandContext } from '../../domain/context.js';
import type { Refusal } from '../../domain/refusal.js';
import { maskCardNumbers, maskCardNumbersOfDocument } from '../../domain/sale/card-number.js';
import { noteQuarantineOverflow } from '../../prisma/commands/quarantine.js';
import { callIn, type Database, type Transaction } from '../../prisma/database.js';

export type RefusedContent = Readonly<{
  /** Name of the door where it came in, such as `PUT /v1/sales`. */
  door: Door;
  /** The store of the till or the person that sent it; its staff sees it. */
  storeId: string | undefined;
  subjectId?: string | undefined;
  content: Buffer;
  contentType: string;
  /**
   * Set when the content may hold card numbers, which must not be kept. Not for bank files, whose numbers are no cards.
   */
  cardNumbers?: 'masked' | undefined;
}>;

/**
 * What waits for a person, of one sender. A shop that was refused a whole day's sales stays far below; a machine that
 * sends nothing but refusals must not fill the disk, nor the work queue.
 */
export type QuarantineLimits = Readonly<{
  rows: number;
  bytes: number;
  /** Of what comes beyond, the last so many stay. */
  overflowRows: number;
  overflowBytes: number;
}>;

export const QUARANTINE_LIMITS: QuarantineLimits = {
  rows: 1_000,
  bytes: 512 * 1024 * 1024,
  overflowRows: 100,
  overflowBytes: 64 * 1024 * 1024,
};

/** Bytes that are not UTF-8 are read as latin1, so that everything but card numbers is kept unchanged. */
function withMaskedCards(content: Buffer): Buffer {
  const encoding = isUtf8(content) ? 'utf8' : 'latin1';
  return Buffer.from(maskCardNumbersOfDocument(content.toString(encoding)), encoding);
}

/**
 * Keeps what a door could not accept, exactly as sent except for card numbers, and opens a work item. The same content
 * under the same id, refused for the same reason at the same door, is kept once. Beyond the bounds of its sender it has no
 * work item of its own: one for all of them counts, and only the last stay. `missed` were refused before it and not kept.
 */
export function quarantine(
  database: Database,
  ctx: CommandContext,
  {
    refusal,
    sent,
    missed = 0,
    limits = QUARANTINE_LIMITS,
  }: Readonly<{
    refusal: Refusal;
    sent: RefusedContent;
    missed?: number;
    limits?: QuarantineLimits | undefined;
  }>,
): Promise<void> {
  const { door } = sent;
  const isMasked = sent.cardNumbers === 'masked';
  const content = new Uint8Array(isMasked ? withMaskedCards(sent.content) : sent.content);
  // Id, reason and header may quote what was sent, so they are masked too.
  const said = (text: string) => (isMasked ? maskCardNumbers(text) : text);
  const subjectId = sent.subjectId && said(sent.subjectId);
  const detail = said(refusal.detail);
  const param = refusal.param ?? refusal.errors[0]?.param;
  const { storeId } = sent;
  // Id and store are part of the digest: two sales with the same content are two missing sales, and two stores that
  // were refused the same have to know it both.
  const digest = createHash('sha256')
    .update(`${subjectId ?? ''}\n${storeId ?? ''}\n`)
    .update(content)
    .digest();
  const contentHash = new Uint8Array(digest);
  const key = { door, contentHash, code: refusal.code };
  return database.transaction(ctx, async (tx) => {
    const [room] = await tx.$queryRaw<{ is: boolean }[]>`
      SELECT quarantine_has_room(${ctx.actor.id}, ${content.length}, ${limits.rows}, ${limits.bytes}) AS is`;
    const overflow = room?.is !== true;
    const { count } = await tx.quarantine.createMany({
      data: {
        ...key,
        overflow,
        subjectId: subjectId ?? null,
        detail,
        param: param === undefined ? null : said(param),
        contentType: said(sent.contentType),
        content,
        storeId: storeId ?? null,
        actorId: ctx.actor.id,
        receivedAt: new Date(ctx.at),
      },
      skipDuplicates: true,
    });
    const refused = missed + (overflow ? count : 0);
    if (refused > 0) await noteOverflow(tx, ctx, { refused, storeId, limits });
    if (overflow || count === 0) return;
    const row = await tx.quarantine.findUniqueOrThrow({
      where: { door_contentHash_code: key },
      select: { id: true },
    });
    const item = {
      kind: 'quarantine',
      subjectKind: 'quarantine',
      subjectId: row.id,
      storeId,
      detail: { door, code: refusal.code, detail, subjectId },
    };
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  });
}

function noteOverflow(
  tx: Transaction,
  ctx: CommandContext,
  {
    refused,
    storeId,
    limits,
  }: Readonly<{ refused: number; storeId: string | undefined; limits: QuarantineLimits }>,
): Promise<unknown> {
  const { id: senderId, name: senderName } = ctx.actor;
  const bounds = { rowsMax: limits.overflowRows, bytesMax: limits.overflowBytes };
  const ofStore = storeId === undefined ? {} : { storeId };
  const input = { senderId, senderName, refused, ...ofStore, ...bounds };
  return callIn(tx, noteQuarantineOverflow, [ctx, input]);
}
