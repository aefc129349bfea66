import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDunningActivities } from '../../activities/dunning/dunning-activities.js';
import { judgeLetters } from '../../bench/letters/judge-letters.js';
import { openPostOffice } from '../../sample/history/post-office.js';
import { damage } from '../support/books.js';
import { openOwingShop, type Owed, type OwingShop } from '../support/owing-shop.js';

let world: OwingShop;
let home: string;
let owed: Owed;

/** Two letters about one invoice, and a second invoice in the second letter. */
beforeAll(async () => {
  world = await openOwingShop();
  home = mkdtempSync(join(tmpdir(), 'lunas-judge-'));
  const { database, clock } = world;
  const mailer = openPostOffice(database, home)(clock);
  const dunning = createDunningActivities({ database, clock, mailer });
  owed = await world.sell('C-0001');
  world.clock.set('2026-07-10T09:00:00+07:00');
  await world.sell('C-0001', 2);
  for (const day of ['2026-07-20', '2026-07-27']) {
    world.clock.set(`${day}T09:00:00+07:00`);
    await dunning.sendNotice({ invoiceId: owed.invoiceId, level: 1 });
  }
});
afterAll(async () => {
  await world.close();
  rmSync(home, { recursive: true });
});

describe('the judge of letters', () => {
  it('finds nothing wrong with true letters, and has read them all', async () => {
    const { counts, findings } = await judge();
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ letters: 2, invoices: 3, lettersWithText: 2 });
  });

  it.each([
    ['an amount that was not open', 'open_amount = open_amount + 1', /says 450001 is open/],
    ['a deadline that is not printed', `pay_by = pay_by + 1`, /does not name/],
    ['a step before the deadline', `pay_by = '2026-07-27'`, /a step on 2026-07-27 came before/],
    ['a reminder that never was', `reminded_on = '2026-07-01'`, /as the last reminder/],
    ['a level that was not reached', 'level = 2', /0 letters came before it/],
    ['another step than what comes', `follows = 'agency'`, /says agency follows, reminder does/],
  ])('finds %s', async (_what, change, finding) => {
    const first = `notice_id = (SELECT id FROM dunning_notice ORDER BY sent_at LIMIT 1)`;
    await damage(
      world.books,
      'CREATE TABLE kept AS SELECT * FROM dunning_notice_item',
      `UPDATE dunning_notice_item SET ${change} WHERE ${first}`,
    );
    const { findings } = await judge();
    await damage(
      world.books,
      'DELETE FROM dunning_notice_item',
      'INSERT INTO dunning_notice_item SELECT * FROM kept',
      'DROP TABLE kept',
    );
    expect(findings.join('\n')).toMatch(finding);
  });

  it('finds a letter about money that was here', async () => {
    const { customerId } = await world.database.prisma.invoice.findUniqueOrThrow({
      where: { id: owed.invoiceId },
    });
    const paymentId = await world.receive(customerId, 449_500n);
    await damage(
      world.books,
      `UPDATE payment SET received_at = '2026-07-19', found_customer_id = customer_id WHERE id = '${paymentId}'`,
    );
    expect((await judge()).findings.join('\n')).toMatch(/449500 of 450000 is here/);
  });
});

function judge() {
  return judgeLetters({ databaseUrl: world.books.url, home });
}
