import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import type { Owed, OwingShop } from './owing-shop.js';
import { placementIdOf } from './placement-id-of.js';

export type AgencyCase = Owed & Readonly<{ placementId: string; agencyId: string }>;

export type CaseWishes = Readonly<{
  agency?: OwingShop['shop']['agencies'][number];
  customer?: string;
  packets?: number;
  /** The invoice to place, when it is there already. */
  owed?: Owed;
}>;

/** An invoice (Rp450,000 if nothing else is said) that is placed with an agency now: the first, if not said otherwise. */
export async function aCase(world: OwingShop, wishes: CaseWishes = {}): Promise<AgencyCase> {
  const { agency = world.shop.agencies[0], customer = 'C-0001', packets = 10 } = wishes;
  const owed = wishes.owed ?? (await world.sell(customer, packets));
  const placementId = placementIdOf(
    await world.call(collectionCommands.createPlacement, {
      invoiceId: owed.invoiceId,
      agencyId: agency.id,
      placedOn: world.clock.today('Asia/Jakarta').toString(),
    }),
  );
  return { ...owed, placementId, agencyId: agency.id };
}

/** The same, accepted by the agency. */
export async function anAcceptedCase(world: OwingShop, wishes?: CaseWishes): Promise<AgencyCase> {
  const placed = await aCase(world, wishes);
  await asAgency(world, placed.agencyId, (tx, ctx) =>
    callIn(tx, collectionCommands.acknowledgePlacement, [
      ctx,
      { placementId: placed.placementId, accepted: true },
    ]),
  );
  return placed;
}

/** Runs `work` as an agency's request does: as its role, behind its fence. */
export function asAgency<Result>(
  world: OwingShop,
  agencyId: string,
  work: (tx: Transaction, ctx: CommandContext) => Promise<Result>,
): Promise<Result> {
  const ctx: CommandContext = {
    actor: { kind: 'partner', id: agencyId, name: 'agency' },
    origin: 'test',
    at: world.clock.iso(),
    requestId: randomUUID(),
  };
  return world.database.partnerTransaction({ ctx, agencyId }, (tx) => work(tx, ctx));
}

export function balanceOf(world: OwingShop, placementId: string) {
  return world.database.prisma.placement.findUniqueOrThrow({
    where: { id: placementId },
    select: {
      state: true,
      placedAmount: true,
      collectedAmount: true,
      paidDirectAmount: true,
      adjustedAmount: true,
      recalledAmount: true,
      writtenOffAmount: true,
      outstandingAmount: true,
    },
  });
}
