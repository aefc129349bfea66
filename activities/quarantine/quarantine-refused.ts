import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Door } from '../../contract/quarantine/doors.js';
import type { CommandContext } from '../../domain/context.js';
import type { Refusal } from '../../domain/refusal.js';
import { maskCardNumbers, maskCardNumbersOfDocument } from '../../domain/sale/card-number.js';
import type { Database } from '../../prisma/database.js';

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

/** Bytes that are not UTF-8 are read as latin1, so that everything but card numbers is kept unchanged. */
function withMaskedCards(content: Buffer): Buffer {
  const encoding = isUtf8(content) ? 'utf8' : 'latin1';
  return Buffer.from(maskCardNumbersOfDocument(content.toString(encoding)), encoding);
}

/**
 * Keeps what a door could not accept, exactly as sent except for card numbers, and opens a work item. The same content
 * under the same id, refused for the same reason at the same door, is kept once.
 */
export function quarantine(
  database: Database,
  ctx: CommandContext,
  { refusal, sent }: Readonly<{ refusal: Refusal; sent: RefusedContent }>,
): Promise<void> {
  const { door, contentType } = sent;
  const isMasked = sent.cardNumbers === 'masked';
  const content = new Uint8Array(isMasked ? withMaskedCards(sent.content) : sent.content);
  // Id and reason may quote what was sent, so they are masked too.
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
    const { count } = await tx.quarantine.createMany({
      data: {
        ...key,
        subjectId: subjectId ?? null,
        detail,
        param: param === undefined ? null : said(param),
        contentType,
        content,
        storeId: storeId ?? null,
        actorId: ctx.actor.id,
        receivedAt: new Date(ctx.at),
      },
      skipDuplicates: true,
    });
    if (count === 0) return;
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
