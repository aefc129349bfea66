import type { Temporal } from 'temporal-polyfill';
import { accountCode } from '../domain/ledger/accounts.js';
import type { CommandContext } from '../domain/context.js';
import type { InputOf } from '../prisma/commands/command.js';
import type * as stockCommands from '../prisma/commands/stock.js';
import { COMPANY } from './data/company.js';
import type { SampleItem } from './make-catalogue.js';
import type { SampleStore } from './make-company.js';
import type { Random } from './random.js';
import { sampleUuid } from './uuid.js';

export type StockIn = InputOf<typeof stockCommands.receiveStock>;

export type Receive = (ctx: CommandContext, input: StockIn) => Promise<unknown>;

export type OpeningPlan = Readonly<{
  ctx: CommandContext;
  random: Random;
  items: readonly SampleItem[];
  stores: readonly SampleStore[];
  day: Temporal.PlainDate;
}>;

/** Opening stock: every item in every shop, more of cheap goods. */
export async function makeOpeningStock(receive: Receive, plan: OpeningPlan): Promise<void> {
  const { ctx, random, items, stores, day } = plan;
  for (const { locations, data } of stores) {
    for (const { id: locationId } of locations) {
      await receive(ctx, {
        documentId: sampleUuid(Date.parse(ctx.at), random),
        documentKind: 'opening',
        kind: 'opening',
        locationId,
        businessDate: day.toString(),
        currency: COMPANY.currency,
        lines: items.filter(isStocked).map((item) => {
          const units = random.whole({ from: 60, to: 90 }) * data.weight * commonness(item);
          return stockLine(item, Math.ceil(units));
        }),
        accounts: { inventory: accountCode('inventory'), counter: accountCode('openingEquity') },
      });
    }
  }
}

export function isStocked({ family }: SampleItem): boolean {
  return family.sold !== 'as-service';
}

/** A quantity of whole units (pieces or kilograms) with its cost. */
export function stockLine({ id, cost }: SampleItem, units: number): StockIn['lines'][number] {
  return { itemId: id, quantityMilli: String(units * 1_000), cost: String(units * cost) };
}

/** A shop has a few wardrobes and hundreds of bottles. */
export function commonness({ price }: SampleItem): number {
  if (price >= 200_000) return 0.06;
  return price >= 50_000 ? 0.35 : 2;
}
