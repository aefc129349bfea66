import { z } from 'zod';
import { saleException } from '../../../contract/sale/priced-sale.js';
import type { PrismaClient } from '../../../prisma/database.js';

const captured = z.object({ exceptions: z.array(saleException) });

/** The exceptions found at capture, from the first event of the sale. */
export async function exceptionsOf(prisma: PrismaClient, saleId: string) {
  const event = await prisma.lifecycleEvent.findFirst({
    where: { saleId, kind: 'captured' },
    select: { detail: true },
  });
  const detail = captured.safeParse(event?.detail);
  return detail.success ? detail.data.exceptions : [];
}
