import { z } from 'zod';
import type { PrismaClient } from '../../../prisma/database.js';
import { creditWordsOfKind } from '../../http/credit-words.js';

const facts = z.record(z.string(), z.unknown()).optional();
const captured = z.object({
  exceptions: z.array(z.object({ kind: z.string(), detail: z.string(), facts })),
});

/** The exceptions found at capture, from the first event of the sale; reasons against credit in both languages. */
export async function exceptionsOf(prisma: PrismaClient, saleId: string) {
  const event = await prisma.lifecycleEvent.findFirst({
    where: { saleId, kind: 'captured' },
    select: { detail: true },
  });
  const detail = captured.safeParse(event?.detail);
  if (!detail.success) return [];
  return detail.data.exceptions.map(({ kind, detail: said, facts: known }) => {
    const words = creditWordsOfKind(kind, known);
    return { kind, detail: said, ...(words === undefined ? {} : { words }) };
  });
}
