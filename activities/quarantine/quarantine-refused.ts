import { createHash } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { Refusal } from '../../domain/refusal.js';
import { maskCardNumbers } from '../../domain/sale/card-number.js';
import type { Database } from '../../prisma/database.js';

export type RefusedContent = Readonly<{
  /** Where it came in, such as `PUT /v1/sales`. */
  door: string;
  subjectId?: string | undefined;
  content: Buffer;
  contentType: string;
}>;

/** One character a byte and back, so that everything else comes out as it went in, valid UTF-8 or not. */
export function withMaskedCards(content: Buffer): Buffer {
  return Buffer.from(maskCardNumbers(content.toString('latin1')), 'latin1');
}

/**
 * Keeps what a door could not accept, exactly as it was sent, and puts it before a person. The same content
 * under the same id, refused for the same reason at the same door, is kept once.
 */
export function quarantine(
  database: Database,
  ctx: CommandContext,
  { refusal, sent }: Readonly<{ refusal: Refusal; sent: RefusedContent }>,
): Promise<void> {
  const { door, subjectId, contentType } = sent;
  const content = new Uint8Array(sent.content);
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
        detail: refusal.detail,
        param: refusal.param ?? refusal.errors[0]?.param ?? null,
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
      detail: { door, code: refusal.code, detail: refusal.detail, subjectId },
    };
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  });
}
