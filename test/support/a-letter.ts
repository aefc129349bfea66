import type { Owed, OwingShop } from './owing-shop.js';

/** A first reminder about one invoice, as it stands on 20 July: without a mail. Answers its id. */
export function aLetter(
  world: Pick<OwingShop, 'change'>,
  { invoiceId, amount }: Owed,
  state: 'preparing' | 'sent' = 'preparing',
): Promise<string> {
  return world.change(async (tx) => {
    const { customerId } = await tx.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    const { id } = await tx.dunningNotice.create({
      data: {
        customerId,
        currency: 'IDR',
        businessDay: new Date('2026-07-20'),
        level: 1,
        state,
        totalOpenAmount: amount,
        createdAt: new Date('2026-07-20T03:00:00Z'),
        ...(state === 'sent' ? { sentAt: new Date('2026-07-20T03:01:00Z') } : {}),
        items: {
          create: {
            invoiceId,
            level: 1,
            openAmount: amount,
            payBy: new Date('2026-07-27'),
            follows: 'reminder',
            currency: 'IDR',
          },
        },
      },
    });
    return id;
  });
}
