import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import type { Database } from '../../prisma/database.js';
import { agreedByTwo } from '../../sample/agreed-by-two.js';
import { createCatalogue, type ShopItems } from './shop/catalogue.js';
import { createCustomers, type ShopCustomers } from './shop/customers.js';
import { createPeople, type ShopPeople } from './shop/people.js';
import { createPlaces, stockUp, type ShopPlaces } from './shop/places.js';

export type Shop = ShopPlaces &
  ShopPeople &
  Readonly<{ items: ShopItems; customers: ShopCustomers }>;

/** Who acts in the background of a test. */
export function testContext(at = new Date().toISOString()): CommandContext {
  return {
    actor: { kind: 'system', id: 'test', name: 'test' },
    origin: 'test',
    at,
    requestId: randomUUID(),
  };
}

/** Nobody whom a test lets act later: who lets a person in is no second person for it. */
const OPENS = { kind: 'system', id: 'opening', name: 'opening' } as const;

/** Of each stocked item, in Jakarta: a thousand pieces (or kilograms). */
export const OPENING_STOCK_MILLI = 1_000_000n;

/**
 * An invented shop in empty books: one legal entity, two stores with three tills, five items with stock in
 * Jakarta, three customers, people with every role, two collection agencies, and a key for each of them.
 */
export function createShop(database: Database, at = new Date()): Promise<Shop> {
  const ctx = { ...testContext(at.toISOString()), actor: OPENS };
  return database.transaction(ctx, async (tx) => {
    const places = await createPlaces(tx, ctx);
    const items = await createCatalogue(tx, ctx);
    const { coffee, tea, chair, rice } = items;
    const { locationId } = places.jakarta;
    await stockUp(
      tx,
      { locationId, ctx },
      {
        items: [coffee, tea, chair, rice],
        quantityMilli: OPENING_STOCK_MILLI,
      },
    );
    const people = await createPeople(tx, places, ctx);
    const { approvalLimits } = await agreedByTwo(tx, ctx);
    await approvalLimits({
      creditNote: { amount: '1000000', currency: 'IDR' },
      handFedFiles: [],
      reason: 'test',
    });
    return { ...places, items, ...people, customers: await createCustomers(tx, ctx) };
  });
}
