import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { Refusal } from '../../domain/refusal.js';
import { maskCardNumbers, maskCardNumbersOfDocument } from '../../domain/sale/card-number.js';
import type { Database } from '../../prisma/database.js';

export type RefusedContent = Readonly<{
  /** Where it came in, such as `PUT /v1/sales`. */
  door: string;
  subjectId?: string | undefined;
  content: Buffer;
  contentType: string;
  /** Where it may hold card numbers, which nobody may keep; bank files are full of numbers that are none. */
  cardNumbers?: 'masked' | undefined;
}>;

/** Bytes that are no UTF-8 are read one character a byte and back: all of it but card numbers comes out as it went in. */
function withMaskedCards(content: Buffer): Buffer {
  const encoding = isUtf8(content) ? 'utf8' : 'latin1';
  return Buffer.from(maskCardNumbersOfDocument(content.toString(encoding)), encoding);
}

/**
 * Keeps what a door could not accept, exactly as it was sent but for card numbers, and puts it before a person. The same content
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
  // The reason names places and ids as they were sent, too.
  const said = (text: string) => (isMasked ? maskCardNumbers(text) : text);
  const subjectId = sent.subjectId && said(sent.subjectId);
  const detail = said(refusal.detail);
  const param = refusal.param ?? refusal.errors[0]?.param;
  // The id is part of what was sent: two sales of the same content are two sales that somebody misses.
  const digest = createHash('sha256')
    .update(`${subjectId ?? ''}\n`)
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
      detail: { door, code: refusal.code, detail, subjectId },
    };
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  });
}
