import { keptRule } from '../../../activities/company/tax-rules.js';
import type { CommandContext } from '../../../domain/context.js';
import { INDONESIAN_TAX_RULES, PPN, PPN_EXEMPT } from '../../../domain/tax/indonesian-tax-rules.js';
import * as companyCommands from '../../../prisma/commands/company.js';
import { callIn, type Transaction } from '../../../prisma/database.js';

export type ShopItem = Readonly<{ id: string; sku: string; barcode: string; price: bigint }>;

type Sold = Readonly<{
  sku: string;
  name: string;
  unit: string;
  barcode: string;
  price: bigint;
  taxCode: string;
  stepMilli: bigint;
  stocked: 'stocked' | 'service';
}>;

const PIECE = 1_000n;
const GRAM = 1n;

const SOLD = {
  coffee: thing({
    sku: 'KOPI-250',
    name: 'Kopi Gayo 250 g',
    barcode: '8990000000011',
    price: 45_000n,
  }),
  tea: thing({
    sku: 'TEH-100',
    name: 'Teh Melati 100 g',
    barcode: '8990000000028',
    price: 18_500n,
  }),
  chair: thing({ sku: 'KURSI-01', name: 'Kursi Rotan', barcode: '8990000000035', price: 750_000n }),
  rice: {
    ...thing({ sku: 'BERAS-KG', name: 'Beras Curah', barcode: '2000000000015', price: 15_000n }),
    unit: 'kg',
    taxCode: PPN_EXEMPT,
    stepMilli: GRAM,
  },
  gift: {
    ...thing({
      sku: 'JASA-KADO',
      name: 'Jasa Bungkus Kado',
      barcode: '8990000000042',
      price: 10_000n,
    }),
    stocked: 'service',
  },
} as const satisfies Record<string, Sold>;

export type ShopItems = Readonly<Record<keyof typeof SOLD, ShopItem>>;

function thing(named: Pick<Sold, 'sku' | 'name' | 'barcode' | 'price'>): Sold {
  return { ...named, unit: 'pcs', taxCode: PPN, stepMilli: PIECE, stocked: 'stocked' };
}

/** Five things to sell (pieces, weighed and exempt, a service), their prices as version 1, the tax rules. */
export async function createCatalogue(tx: Transaction, ctx: CommandContext): Promise<ShopItems> {
  const at = new Date(ctx.at);
  const rules = INDONESIAN_TAX_RULES.map((rule) =>
    keptRule({ ...rule, label: { id: rule.code, en: rule.code } }),
  );
  await callIn(tx, companyCommands.proposeTaxRules, [ctx, { rules }]);
  await tx.catalogueVersion.create({
    data: { version: 1, effectiveFrom: new Date('2024-01-01'), createdAt: at, note: 'first list' },
  });
  const items: [string, ShopItem][] = [];
  for (const [key, sold] of Object.entries(SOLD)) items.push([key, await createItem(tx, sold)]);
  return Object.fromEntries(items) as ShopItems;
}

async function createItem(tx: Transaction, sold: Sold): Promise<ShopItem> {
  const { sku, name, unit, barcode, price, taxCode, stepMilli, stocked } = sold;
  const { id } = await tx.item.create({
    data: {
      sku,
      name,
      unit,
      category: 'Umum',
      quantityStepMilli: stepMilli,
      taxCode,
      stocked: stocked === 'stocked',
      barcodes: { create: { barcode } },
      prices: { create: { version: 1, currency: 'IDR', unitAmount: price } },
    },
  });
  return { id, sku, barcode, price };
}
