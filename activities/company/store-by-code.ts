import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

/** The store with a code. @throws Refusal `STORE_UNKNOWN` */
export async function storeByCode(tx: Transaction, code: string) {
  const store = await tx.store.findUnique({ where: { code } });
  if (store !== null) return store;
  const detail = `There is no store ${code}.`;
  throw new Refusal({ code: 'STORE_UNKNOWN', param: 'store', detail });
}
