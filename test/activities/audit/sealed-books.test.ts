import { sealAudit } from '../../../activities/audit/seal-audit.js';
import { verifyTrail } from '../../../activities/audit/verify-trail.js';
import { aSealKey } from '../../support/a-seal-key.js';
import { asOwner, damage } from '../../support/books.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

const key = aSealKey();
let audit: TempFolder;
let trade: TradingBooks;

beforeEach(async () => {
  audit = makeTempFolder();
  trade = await openTradingBooks({ poolSize: 4 });
  await trade.sell();
  const { openItems } = await trade.invoice();
  const paymentId = await trade.receive(1_000n);
  await trade.allocate(paymentId, [{ openItemId: openItems[0]?.id ?? '', amount: 1_000n }]);
  await sealAudit({ prisma: trade.database.prisma, key, folder: audit.path });
});
afterEach(async () => {
  audit.remove();
  await trade.close();
});

describe('sealed books', () => {
  it('are not suspected while only commands write them', async () => {
    expect(await found()).toEqual([]);
    await trade.sell();
    expect(await found()).toEqual([]);
  });

  it('seal each entry of the journal once', async () => {
    const { prisma } = trade.database;
    const again = await sealAudit({ prisma, key, folder: audit.path });
    expect(again).toEqual({ outcome: 'sealed', seals: 0, rows: 0 });
    const [seal] = await prisma.auditSeal.findMany({ where: { trail: 'journal' } });
    expect((seal?.leaves.length ?? 0) / 40).toBe(await prisma.journalEntry.count());
  });

  it.each([
    ['the amount of a line', `UPDATE journal_line SET amount = amount * 2 WHERE entry_id = ENTRY`],
    [
      'the day of an entry',
      `UPDATE journal_entry SET business_date = '2020-01-01' WHERE id = ENTRY`,
    ],
    [
      'a line that is taken out',
      'DELETE FROM journal_line WHERE entry_id = ENTRY AND line_number = 1',
    ],
    ['what was sold', `UPDATE sale_line SET name = 'Gold' WHERE sale_id = SALE`],
    ['how it was paid', `UPDATE sale_tender SET reference = 'x' WHERE sale_id = SALE`],
    ['whose sale it was', `UPDATE sale SET number = 'X' WHERE id = SALE`],
  ])('name the sale behind a change of %s', async (_, change) => {
    const { id, documentId, position } = await anEntry();
    const sql = change.replace('ENTRY', `'${id}'`).replace('SALE', `'${documentId}'`);
    await damage(trade.books, sql);
    const changed = `I14d journal entry ${position} was changed after it was sealed (sale: `;
    expect(await found()).toContainEqual(expect.stringContaining(changed));
  });

  it('name an entry that is gone, and one that was put in later', async () => {
    const { id, position } = await anEntry();
    await damage(
      trade.books,
      `INSERT INTO journal_entry (legal_entity_id, business_date, kind, document_kind, document_id,
         description, at, position)
       SELECT legal_entity_id, business_date, 'other', document_kind, document_id, 'forged', at, -3
       FROM journal_entry WHERE id = '${id}'`,
      `DELETE FROM journal_line WHERE entry_id = '${id}'`,
      `DELETE FROM journal_entry WHERE id = '${id}'`,
    );
    expect(await found()).toEqual(
      expect.arrayContaining([
        `I14d journal entry ${position} was sealed and is not there any more`,
        'I14d journal entry -3 was put among journal entries that were sealed before (other: forged)',
      ]),
    );
  });

  it.each([
    ['bank_account', `number = '999'`, 'number'],
    ['legal_entity', 'credit_note_limit_amount = 999999999', 'credit_note_limit_amount'],
    ['customer', `name = 'Somebody'`, 'name'],
    ['payment', `payer_name = 'Somebody'`, 'payer_name'],
    ['open_item', `due_on = due_on + 30`, 'due_on'],
    ['allocation', `amount = amount - 1`, 'amount'],
    ['invoice', `number = number || 'x'`, 'number'],
    ['app_user', `role = 'arManager', agency_id = NULL`, 'role'],
  ])(
    'name the row and the column when %s is changed behind the trail',
    async (table, set, column) => {
      await damage(trade.books, `UPDATE ${table} SET ${set}`);
      const row = expect.stringMatching(
        new RegExp(`^I14e ${table} [0-9a-f-]{36}: ${column}$`),
      ) as string;
      expect(await found()).toContainEqual(row);
    },
  );

  it('name a row that the trail does not know, and one that is gone', async () => {
    await damage(trade.books, 'DELETE FROM allocation');
    expect((await found()).filter((one) => one.startsWith('I14e'))).toEqual([
      expect.stringMatching(/^I14e allocation .* is not there any more$/),
    ]);
  });

  it('say when a table tells the trail of no changes any more', async () => {
    await damage(trade.books, 'ALTER TABLE bank_account DISABLE TRIGGER bank_account_audit');
    expect(await found()).toContain(
      'I14e bank_account tells the audit trail of no changes any more',
    );
  });

  it('take a change for true that was made with its context', async () => {
    await asOwner(
      trade.books,
      (tx) => tx.$executeRaw`UPDATE bank_account SET number = number || '1'`,
    );
    expect(await found()).toEqual([]);
  });
});

async function found(): Promise<string[]> {
  const findings = await verifyTrail(trade.database, { folder: audit.path });
  return findings.flatMap(({ id, places }) => places.map((place) => `${id} ${place}`));
}

async function anEntry(): Promise<{ id: string; documentId: string; position: bigint }> {
  return trade.database.prisma.journalEntry.findFirstOrThrow({
    where: { documentKind: 'sale', kind: 'sale' },
    orderBy: { position: 'asc' },
  });
}
