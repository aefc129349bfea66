import { setCreditStatus } from '../../../activities/customer/credit-limits.js';
import type { CommandContext } from '../../../domain/context.js';
import { agreedByTwo } from '../../../sample/agreed-by-two.js';
import type { Transaction } from '../../../prisma/database.js';

export type ShopCustomer = Readonly<{ id: string; number: string; email: string }>;

export type ShopCustomers = Readonly<{
  /** Rp10,000,000 of credit, 14 days. */
  warung: ShopCustomer;
  /** Rp1,000,000,000 of credit, 30 days, English. */
  hotel: ShopCustomer;
  /** Its credit line is closed. */
  blocked: ShopCustomer;
}>;

type Buyer = Readonly<{
  number: string;
  name: string;
  language: 'id' | 'en';
  termsDays: number;
  limitAmount: bigint;
  status: 'open' | 'blocked';
}>;

/** With the credit that two people agreed on; the people are in the books already. */
export async function createCustomers(
  tx: Transaction,
  ctx: CommandContext,
): Promise<ShopCustomers> {
  const { creditLimit } = await agreedByTwo(tx, ctx);
  const create = async (buyer: Buyer): Promise<ShopCustomer> => {
    const { number, name, language, termsDays, limitAmount, status } = buyer;
    const email = `${number.toLowerCase()}@example.test`;
    const { id } = await tx.customer.create({
      data: {
        number,
        name,
        legalName: `CV ${name}`,
        segment: 'wholesale',
        language,
        timeZone: 'Asia/Jakarta',
        country: 'ID',
        address: 'Jl. Anggrek No. 3, Jakarta',
        email,
        currency: 'IDR',
        termsDays,
        createdAt: new Date(ctx.at),
      },
    });
    await creditLimit({
      customerId: id,
      limit: { amount: limitAmount.toString(), currency: 'IDR' },
      validUntil: null,
      reviewOn: null,
      reason: 'test',
    });
    if (status === 'blocked') {
      await setCreditStatus(tx, ctx, { customerId: id, status, reason: 'test' });
    }
    return { id, number, email };
  };
  return {
    warung: await create({
      number: 'C-0001',
      name: 'Warung Sari',
      language: 'id',
      termsDays: 14,
      limitAmount: 10_000_000n,
      status: 'open',
    }),
    hotel: await create({
      number: 'C-0002',
      name: 'Hotel Bahari',
      language: 'en',
      termsDays: 30,
      limitAmount: 1_000_000_000n,
      status: 'open',
    }),
    blocked: await create({
      number: 'C-0003',
      name: 'Toko Senyap',
      language: 'id',
      termsDays: 14,
      limitAmount: 10_000_000n,
      status: 'blocked',
    }),
  };
}
