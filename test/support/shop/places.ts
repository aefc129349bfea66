import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../../domain/context.js';
import { accountCode } from '../../../domain/ledger/accounts.js';
import * as companyCommands from '../../../prisma/commands/company.js';
import * as stockCommands from '../../../prisma/commands/stock.js';
import { callIn, type Transaction } from '../../../prisma/database.js';
import type { ShopItem } from './catalogue.js';

export type ShopPlace = Readonly<{ storeId: string; storeCode: string; locationId: string }>;
export type ShopTerminal = Readonly<{ id: string; code: string; storeId: string }>;

export type ShopPlaces = Readonly<{
  legalEntityId: string;
  bankAccountId: string;
  bankAccountNumber: string;
  jakarta: ShopPlace;
  bandung: ShopPlace;
  /** The first two stand in Jakarta, the third in Bandung. */
  terminals: readonly [ShopTerminal, ShopTerminal, ShopTerminal];
}>;

/** An invented company with two stores: one bank account, three tills with a printer each. */
export async function createPlaces(tx: Transaction, ctx: CommandContext): Promise<ShopPlaces> {
  const organisation = await tx.organisation.create({
    data: { name: 'Nusa Sentosa', language: 'id', timeZone: 'Asia/Jakarta' },
  });
  const entity = await tx.legalEntity.create({
    data: {
      organisationId: organisation.id,
      code: 'NSA',
      legalName: 'PT Nusa Sentosa Abadi',
      address: 'Jl. Melati No. 8, Jakarta 10110',
      taxNumber: '0012345678901000',
      currency: 'IDR',
      country: 'ID',
      timeZone: 'Asia/Jakarta',
      language: 'id',
      referenceDigits: '10',
    },
  });
  const bankAccountNumber = '1230004567890';
  const { bankAccountId } = await callIn(tx, companyCommands.addFirstBankAccount, [
    ctx,
    {
      legalEntityId: entity.id,
      number: bankAccountNumber,
      name: 'Operasional',
      bankName: 'Bank Contoh',
      currency: 'IDR',
      accountCode: accountCode('bank'),
    },
  ]);
  const jakarta = await createStore(tx, entity.id, { code: 'JKT1', name: 'Nusa Sentosa Menteng' });
  const bandung = await createStore(tx, entity.id, { code: 'BDG1', name: 'Nusa Sentosa Dago' });
  return {
    legalEntityId: entity.id,
    bankAccountId,
    bankAccountNumber,
    jakarta,
    bandung,
    terminals: [
      await createTerminal(tx, jakarta, 'JKT1-01'),
      await createTerminal(tx, jakarta, 'JKT1-02'),
      await createTerminal(tx, bandung, 'BDG1-01'),
    ],
  };
}

async function createStore(
  tx: Transaction,
  legalEntityId: string,
  { code, name }: Readonly<{ code: string; name: string }>,
): Promise<ShopPlace> {
  const store = await tx.store.create({
    data: {
      legalEntityId,
      code,
      name,
      address: 'Jl. Kenanga No. 1',
      phone: '0210000000',
      timeZone: 'Asia/Jakarta',
      cashRoundingStep: 100n,
    },
  });
  const location = await tx.stockLocation.create({
    data: { storeId: store.id, code: `${code}-FLOOR`, name: 'Lantai toko' },
  });
  return { storeId: store.id, storeCode: code, locationId: location.id };
}

async function createTerminal(
  tx: Transaction,
  place: ShopPlace,
  code: string,
): Promise<ShopTerminal> {
  const { storeId, locationId } = place;
  const printer = await tx.printer.create({
    data: { storeId, code: `${code}-PRN`, host: '127.0.0.1', port: 9_100, profile: 'escpos-80' },
  });
  const terminal = await tx.terminal.create({
    data: { storeId, locationId, printerId: printer.id, code, name: `Kasir ${code}` },
  });
  return { id: terminal.id, code, storeId };
}

/** Puts goods on the shelf as opening stock, bought at six tenths of their price. */
export async function stockUp(
  tx: Transaction,
  place: Readonly<{ locationId: string; ctx: CommandContext }>,
  goods: Readonly<{ items: readonly ShopItem[]; quantityMilli: bigint }>,
): Promise<void> {
  const { locationId, ctx } = place;
  await callIn(tx, stockCommands.receiveStock, [
    ctx,
    {
      documentId: randomUUID(),
      documentKind: 'opening',
      kind: 'opening',
      locationId,
      businessDate: ctx.at.slice(0, 10),
      currency: 'IDR',
      lines: goods.items.map(({ id: itemId, price }) => ({
        itemId,
        quantityMilli: goods.quantityMilli.toString(),
        cost: ((price * 6n * goods.quantityMilli) / 10_000n).toString(),
      })),
      accounts: { inventory: accountCode('inventory'), counter: accountCode('openingEquity') },
    },
  ]);
}
