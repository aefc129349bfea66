import { z } from 'zod';
import { SALES_CHANNELS } from '../../domain/pricing/price-list.js';
import { TENDER_TYPES } from '../../domain/pricing/sale-request.js';
import { taxRuleFields } from '../company/tax-rules.js';
import { id, instant, money, orNull, quantity } from '../primitives.js';
import { keptPromotion } from './promotions.js';
import { SELLERS } from '../roles.js';
import { defineRoute } from '../route.js';

/** The highest version that the books can hold (`integer`). */
export const CATALOGUE_VERSION_MAX = 2_147_483_647;

/** A page is a quarter of a megabyte before compression, and is made in some milliseconds. */
const PAGE_ITEMS_MAX = 500;

const version = z.number().int();

const itemPrice = z
  .strictObject({
    version: version.meta({ description: 'The change that brought it.' }),
    effectiveFrom: instant.meta({ description: 'The moment from which it holds.' }),
    unitPrice: money.meta({ description: 'For one unit.' }),
    includesTax: z.boolean().meta({ description: 'Whether tax is part of the price.' }),
  })
  .meta({ id: 'ItemPrice' });

const listPriceToCome = itemPrice
  .extend({
    unitPrice: orNull(money).meta({
      description: 'For one unit. Null: from then on the item has no price on this list.',
    }),
  })
  .meta({ id: 'ListPriceToCome' });

const endedPrice = z
  .strictObject({
    id,
    sku: z.string().meta({ description: 'Stock keeping unit.' }),
    priceList: z.string().meta({ description: 'Code of the list.' }),
  })
  .meta({ id: 'EndedPrice' });

const listPrice = z
  .strictObject({
    priceList: z.string().meta({ description: 'Code of the list.' }),
    price: orNull(itemPrice).meta({ description: 'Of now. Null: none on this list now.' }),
    futurePrices: z.array(listPriceToCome).meta({
      description: 'By moment. Each takes the place of what holds before it; one may be the end.',
    }),
  })
  .meta({ id: 'ListPrice' });

const priceListTerms = z
  .strictObject({
    code: z.string().meta({ description: 'Its code.' }),
    segment: z.string().nullable().meta({ description: 'Of the customer; null: of all.' }),
    storeGroup: z.string().nullable().meta({ description: 'Of the store; null: of all.' }),
    channel: orNull(z.enum(SALES_CHANNELS)).meta({ description: 'Of the till; null: of all.' }),
    validFrom: instant.meta({ description: 'The moment from which it holds.' }),
    validUntil: orNull(instant).meta({ description: 'It holds until before it. Null: no end.' }),
  })
  .meta({ id: 'CataloguePriceList' });

const item = z
  .strictObject({
    id,
    sku: z.string().meta({ description: 'Stock keeping unit; never changes.' }),
    name: z.string().meta({ description: 'As on receipts and labels.' }),
    nameEn: z.string().nullable().meta({ description: 'On receipts in English.' }),
    unit: z.string().meta({ description: 'What is counted, such as pcs or kg.' }),
    category: z.string().meta({ description: 'Groups items in reports.' }),
    brand: z.string().nullable().meta({ description: 'Under which brand it is sold.' }),
    weighed: z.boolean().meta({ description: 'Put on a scale.' }),
    quantityStep: quantity.meta({
      description: '"1": whole pieces; "0.001": weighed to the gram.',
    }),
    taxCode: z.string().meta({ description: 'A code of `taxes`.' }),
    stocked: z.boolean().meta({ description: 'Whether its stock is counted.' }),
    active: z.literal(true).meta({ description: 'Items that are not are in `withdrawn`.' }),
    barcodes: z.array(z.string()).meta({ description: 'All that scanners know it by.' }),
    price: orNull(itemPrice).meta({
      description: 'Of now, for everybody. Null: not sold in this currency yet.',
    }),
    futurePrices: z.array(itemPrice).meta({
      description:
        'By moment. Each takes the place of the price before it at its moment, not earlier.',
    }),
    listPrices: z.array(listPrice).meta({
      description:
        'Its prices on the lists of `priceLists`, by their code. Which of them counts says the order of `priceLists`.',
    }),
  })
  .meta({ id: 'CatalogueItem' });

const withdrawnItem = z
  .strictObject({
    id,
    sku: z.string().meta({ description: 'Stock keeping unit.' }),
    replacedBy: z.string().nullable().meta({ description: 'SKU of the item sold instead.' }),
  })
  .meta({ id: 'WithdrawnItem' });

const promotion = z.strictObject(keptPromotion).meta({ id: 'CataloguePromotion' });

const endedPromotion = z
  .strictObject({ id, code: z.string().meta({ description: 'Its code.' }) })
  .meta({ id: 'EndedPromotion' });

const taxRule = z.strictObject(taxRuleFields).meta({ id: 'TaxRule' });

const tenderRule = z
  .strictObject({
    type: z.enum(TENDER_TYPES).meta({ description: 'How a part of a sale is paid.' }),
    offlineAllowed: z
      .boolean()
      .meta({ description: 'Whether a till without a connection accepts it.' }),
    perSaleLimit: orNull(money).meta({
      description:
        'What all tenders of this type may pay of one sale, in its own currency, whichever is asked for; in another there is no limit.',
    }),
  })
  .meta({ id: 'TenderRule' });

export const readCatalogueRoute = defineRoute({
  method: 'get',
  path: '/v1/catalogue',
  summary: 'What is sold, at which prices and taxes',
  description: `Every change of what a till needs (item, barcode, price, price list, promotion, withdrawal, tax or tender rule, cash rounding) has a number; \`version\` is the last one. Without \`since\` the answer is a snapshot, with it the items and promotions that changed after that version, as they are now; price lists, taxes and tender rules are always complete.

The price of an item is that of the first list of \`priceLists\` which holds now, is for the segment of the customer and for the \`storeGroup\` and \`channel\` of the till, and has a price of the item; otherwise \`price\`. Drop the prices of a list that is not in \`priceLists\` any more: it is over, and its items are not told again for it.

Promotions come after the items, on the last of their pages and those that follow it. Each is told before it begins, with its moments and hours; drop it when it ends, or when it is in \`promotionsEnded\`. One with amounts in another currency than the till's gives nothing there.

Follow \`nextCursor\` to the last page, keep its \`version\`, and ask for \`since=version\` at once: what changed while the pages were read is in there, so that no change is missed. A sale names the version in \`priceVersion\`. Send the \`ETag\` back as \`If-None-Match\`: 304 says that nothing is new. Answers are compressed for callers that accept gzip.`,
  tag: 'Catalogue',
  access: { kind: 'roles', roles: SELLERS, scope: 'catalogue:read' },
  query: z.strictObject({
    since: z.coerce
      .number()
      .int()
      .min(0)
      .max(CATALOGUE_VERSION_MAX)
      .optional()
      .meta({ description: 'The version that the till has.' }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .meta({ description: 'Of the prices; the currency of the terminal, otherwise IDR.' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(PAGE_ITEMS_MAX)
      .default(PAGE_ITEMS_MAX)
      .meta({ description: 'Items of a page.' }),
    cursor: z
      .string()
      .max(512)
      .regex(/^[\w-]+$/)
      .optional()
      .meta({ description: 'The `nextCursor` of the page before. Opaque.' }),
  }),
  responses: {
    200: z
      .strictObject({
        version: version.meta({ description: 'The same on all pages.' }),
        effectiveFrom: orNull(instant).meta({
          description: 'The moment from which the newest prices hold that hold now.',
        }),
        storeGroup: z.string().nullable().meta({ description: 'Of the store of the till.' }),
        channel: orNull(z.enum(SALES_CHANNELS)).meta({ description: 'Of the till.' }),
        since: version.nullable().meta({ description: 'As it was asked.' }),
        currency: z.string().meta({ description: 'Of the prices.' }),
        items: z.array(item).meta({ description: 'Of a snapshot by SKU, otherwise by change.' }),
        withdrawn: z.array(withdrawnItem).meta({
          description: 'Items that are no longer sold; a snapshot has none.',
        }),
        pricesEnded: z.array(endedPrice).meta({
          description:
            'Items of this page that have no price on a list any more: it is not in their `listPrices`. A snapshot has none.',
        }),
        promotions: z.array(promotion).meta({
          description: 'That hold now or later, in all stores, by their last change.',
        }),
        promotionsEnded: z.array(endedPromotion).meta({
          description: 'That hold no longer and never will; a snapshot has none.',
        }),
        priceLists: z.array(priceListTerms).meta({
          description: 'All that are not over, the weightiest first.',
        }),
        taxes: z.array(taxRule).meta({ description: 'The whole tax table.' }),
        tenderRules: z.array(tenderRule).meta({ description: 'All of them.' }),
        cashRoundingStep: orNull(money).meta({ description: 'The smallest coin of the store.' }),
        nextCursor: z.string().nullable().meta({ description: 'Null on the last page.' }),
      })
      .meta({ id: 'Catalogue' }),
    304: 'empty',
  },
  errors: ['CURRENCY_UNKNOWN', 'CURSOR_INVALID', 'CATALOGUE_VERSION_UNKNOWN'],
  idempotency: 'read',
});
