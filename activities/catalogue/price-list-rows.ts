import type { ListTerm, PriceList } from '../../domain/pricing/price-list.js';
import type { PrismaClient } from '../../prisma/database.js';

type Reader = Pick<PrismaClient, 'priceList'>;

type TermRow = Readonly<{
  version: number;
  storeGroup: string | null;
  channel: string | null;
  segment: string | null;
  validFrom: Date;
  validUntil: Date | null;
}>;

/** All price lists with all their terms, as the rules of prices take them. */
export async function readPriceLists(prisma: Reader): Promise<PriceList[]> {
  const rows = await prisma.priceList.findMany({ include: { terms: true } });
  return rows.map(({ id, code, terms }) => ({ id, code, terms: terms.map(termOf) }));
}

/** The terms of a list as the rules of prices take them. */
export function termOf(row: TermRow): ListTerm {
  return {
    version: row.version,
    storeGroup: row.storeGroup ?? undefined,
    channel: row.channel ?? undefined,
    segment: row.segment ?? undefined,
    fromMs: row.validFrom.getTime(),
    untilMs: row.validUntil?.getTime(),
  };
}
