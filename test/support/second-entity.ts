import { randomUUID } from 'node:crypto';
import { accountCode } from '../../domain/ledger/accounts.js';
import * as companyCommands from '../../prisma/commands/company.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { testContext } from './shop.js';

export type SecondEntity = Readonly<{
  legalEntityId: string;
  bankAccountNumber: string;
  storeId: string;
  /** Code of its only till. */
  terminal: string;
}>;

/** A sister company in the same books, with an account, a store and a till of its own. Make it before the first sale. */
export async function createSecondEntity(tx: Transaction): Promise<SecondEntity> {
  const { organisationId } = await tx.legalEntity.findFirstOrThrow();
  const { id: legalEntityId } = await tx.legalEntity.create({
    data: {
      organisationId,
      code: 'NSB',
      legalName: 'PT Nusa Sentosa Bahari',
      address: 'Jl. Anggrek No. 9, Surabaya 60111',
      taxNumber: '0098765432109000',
      currency: 'IDR',
      country: 'ID',
      timeZone: 'Asia/Jakarta',
      language: 'id',
      referenceDigits: '20',
    },
  });
  const bankAccountNumber = '9990001112223';
  await callIn(tx, companyCommands.addFirstBankAccount, [
    testContext(),
    {
      legalEntityId,
      number: bankAccountNumber,
      name: 'Operasional',
      bankName: 'Bank Contoh',
      currency: 'IDR',
      accountCode: accountCode('bank'),
    },
  ]);
  const store = await tx.store.create({
    data: {
      legalEntityId,
      code: 'SBY1',
      name: 'Nusa Sentosa Tunjungan',
      address: 'Jl. Kenanga No. 2',
      phone: '0310000000',
      timeZone: 'Asia/Jakarta',
      cashRoundingStep: 100n,
    },
  });
  const location = await tx.stockLocation.create({
    data: { storeId: store.id, code: 'SBY1-FLOOR', name: 'Lantai toko' },
  });
  const terminal = 'SBY1-01';
  await tx.terminal.create({
    data: {
      id: randomUUID(),
      storeId: store.id,
      locationId: location.id,
      code: terminal,
      name: 'Kasir SBY1-01',
    },
  });
  return { legalEntityId, bankAccountNumber, storeId: store.id, terminal };
}
