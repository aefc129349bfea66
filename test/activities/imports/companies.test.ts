import { beginCompany } from '../../../activities/company/begin-company.js';
import { addStore } from '../../../activities/company/stores.js';
import { saveProfile } from '../../../activities/imports/save-profile.js';
import { brokenInvariants } from '../../support/books.js';
import { A_COMPANY, cashierCompany, erpNextCompany, odooCompany } from '../../support/companies.js';
import { useEmptyBooks } from '../../support/empty-books.js';
import { carry, faultsOf, handIn } from '../../support/imports.js';
import { settableClock } from '../../support/settable-clock.js';
import { testContext } from '../../support/shop.js';

const MOVING_IN = '2026-07-01T09:00:00+07:00';

const STORE = { code: 'BDG1', name: 'Dago', address: 'Jl. Contoh 2', phone: '022-000111' };

describe.each([odooCompany(), erpNextCompany(), cashierCompany()])(
  'an $name company moves in',
  ({ files, trialBalance, badItems }) => {
    const opened = useEmptyBooks();

    it('with two bad rows of a thousand: 998 are in, two are explained, and the ledger is that of the old books', async () => {
      const { database } = opened();
      const ctx = testContext(MOVING_IN);
      await database.transaction(ctx, async (tx) => {
        await beginCompany(tx, ctx, A_COMPANY);
        await addStore(tx, { ...STORE, timeZone: undefined, cashRoundingStep: undefined });
        const silent = {
          columns: {},
          decimalMark: null,
          dateOrder: null,
          name: 'What the files do not say',
        } as const;
        await saveProfile(tx, 'items', { ...silent, kind: 'items', defaults: { taxCode: 'PPN' } });
        await saveProfile(tx, 'customers', {
          ...silent,
          kind: 'customers',
          defaults: { address: '-' },
        });
      });
      const clock = settableClock(MOVING_IN);
      for (const { kind, content } of files) {
        const profile = kind === 'items' || kind === 'customers' ? kind : undefined;
        const settings = kind === 'stock' ? { location: 'BDG1-FLOOR' } : {};
        const id = await handIn(database, content, { kind, profile, settings });
        const { state, rows, refusal } = await carry(database, id, clock);
        expect({ kind, state, refusal }).toEqual({ kind, state: 'done', refusal: null });
        const told = (await faultsOf(database, id)).map(([line, , code]) => [line, code]);
        expect(told).toEqual(kind === 'items' ? badItems : []);
        const { written = 0 } = rows;
        expect(rows).toEqual(kind === 'items' ? { written: 998, refused: 2 } : { written });
      }
      const lines = await database.prisma.journalLine.groupBy({
        by: ['accountCode'],
        _sum: { amount: true },
      });
      const ledger = Object.fromEntries(
        lines.map(({ accountCode, _sum }) => [accountCode, _sum.amount]),
      );
      expect(ledger).toEqual(trialBalance);
      expect(await brokenInvariants({ database, at: MOVING_IN })).toEqual([]);
    });

    it('twice, and nothing is doubled', async () => {
      const { database } = opened();
      for (const { kind, content } of files) {
        const profile = kind === 'items' || kind === 'customers' ? kind : undefined;
        const settings = kind === 'stock' ? { location: 'BDG1-FLOOR' } : {};
        // One byte more: another file with the same rows.
        const file = Buffer.concat([content, content.subarray(-2)]);
        const id = await handIn(database, file, { kind, profile, settings });
        const { rows } = await carry(database, id, settableClock(MOVING_IN));
        expect(Object.keys(rows).sort()).toEqual(
          kind === 'items' ? ['known', 'refused'] : ['known'],
        );
      }
      expect(await database.prisma.item.count()).toBe(998);
      expect(await database.prisma.invoice.count()).toBe(30);
    });
  },
);
