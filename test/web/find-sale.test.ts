import { randomUUID } from 'node:crypto';
import { aSale, aSaleOnAccount, rupiah } from '../support/a-sale.js';
import { accessibilityFaults, expectToSee, idsShown, signInAt } from '../support/browser.js';
import type { Owed } from '../support/owing-shop.js';
import { untilTrue } from '../support/until.js';
import { useConsole } from '../support/use-console.js';

let owed: Owed;

const { world, api, screen } = useConsole(async ({ sell }) => {
  owed = await sell('C-0001', 2);
});

/** Sells at a till as the till itself does. */
async function sellAt(till: 0 | 2, body: Partial<ReturnType<typeof aSale>>): Promise<string> {
  const { terminals, terminalTokens } = world.shop;
  const saleId = randomUUID();
  const at = { capturedAt: world.clock.iso(), businessDate: '2026-07-01' };
  const sold = await api.send('PUT', `/v1/sales/${saleId}`, {
    as: terminalTokens[till],
    body: aSale({ terminal: terminals[till].code, ...at, ...body }),
  });
  expect(sold).toMatchObject({ status: 201 });
  const { number } = sold.body as Readonly<{ number: string }>;
  return number;
}

const CARD = { type: 'card', amount: rupiah(90_000), reference: '**** 4242' } as const;
const TWO = { lines: [{ sku: 'KOPI-250', quantity: '2' }] };

describe('a cashier', () => {
  it('finds a sale by card, day and receipt, and opens it by key', async () => {
    const number = await sellAt(0, { ...TWO, tenders: [CARD] });
    const { page } = await screen();
    await signInAt(page, '/sales/find', world.shop.users.cashier);
    const row = page.getByRole('row').filter({ hasText: number });
    await expectToSee(row);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
    await page.getByLabel('Card, last four').fill('4242');
    await page.getByLabel('Card, last four').press('Enter');
    await expectToSee(row.getByText('card 4242'));
    await page
      .getByRole('row')
      .filter({ hasText: 'on account' })
      .first()
      .waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('region', { name: `Goods of ${number}` }));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('heading', { level: 1, name: number }));
    await expectToSee(page.locator('article.receipt').getByText(number));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('finds a sale of another store by its receipt, with its goods, and cannot open it', async () => {
    const number = await sellAt(2, { mode: 'completed', ...TWO, tenders: [CARD] });
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/sales/find', world.shop.users.cashier);
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Cari penjualan' }));
    await expect(page.getByText(number).count()).resolves.toBe(0);
    await page.getByLabel('Nomor struk').fill(number);
    await page.getByLabel('Nomor struk').press('Enter');
    const goods = page.getByRole('region', { name: `Barang ${number}` });
    await expectToSee(goods.getByRole('cell', { name: '2 pcs' }));
    await expect(page.getByRole('link', { name: number }).count()).resolves.toBe(0);
  });

  it('hands over goods that were kept, by key', async () => {
    const number = await sellAt(0, {
      ...aSaleOnAccount('C-0002'),
      terminal: 'JKT1-01',
      businessDate: '2026-07-01',
      capturedAt: world.clock.iso(),
      delivery: { kind: 'later' },
    });
    const sale = await world.database.prisma.sale.findFirstOrThrow({ where: { number } });
    const { page } = await screen();
    await signInAt(page, `/sales/find/${sale.id}`, world.shop.users.cashier);
    await expectToSee(page.getByText(/Goods are kept/));
    await page.keyboard.press('o');
    const dialog = page.getByRole('dialog');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Hand the goods over' }).press('Enter');
    await expectToSee(page.getByText(`The goods of ${number} have left`));
    await expectToSee(page.getByText('Goods have left the shop'));
    await expect(page.getByRole('button', { name: /Hand the goods over/ }).count()).resolves.toBe(
      0,
    );
  });
});

describe('a clerk', () => {
  it('finds by amount and customer, and reads the goods on the page of the sale', async () => {
    const { page } = await screen();
    await signInAt(page, '/sales', world.shop.users.arClerk);
    await page.getByRole('link', { name: 'Find', exact: true }).click();
    await page.getByLabel('Amount to pay').fill('90.000');
    await page.getByLabel('Customer number').fill('C-0001');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    const { number } = await world.database.prisma.sale.findUniqueOrThrow({
      where: { id: owed.saleId },
    });
    // The list of before stands until the answer is there.
    await untilTrue(async () => (await page.locator('tbody tr').count()) === 1);
    await page.getByRole('link', { name: number }).click();
    await page.waitForURL(new RegExp(`/sales/${owed.saleId}$`));
    const goods = page.getByRole('region', { name: 'Goods' });
    await expectToSee(goods.getByRole('cell', { name: '2 pcs' }));
    await expect(page.getByRole('button', { name: /Hand the goods/ }).count()).resolves.toBe(0);
  });
});

describe('a credit note', () => {
  it('is read from its invoice, as a sum and as PDF', async () => {
    const given = await api.send('POST', `/v1/invoices/${owed.invoiceId}/credit-notes`, {
      as: world.shop.tokens.arManager,
      headers: { 'Idempotency-Key': randomUUID() },
      body: { amount: rupiah(45_000), reason: 'One packet was torn' },
    });
    expect(given).toMatchObject({ status: 201 });
    const { number } = given.body as Readonly<{ number: string }>;
    const { page } = await screen();
    await signInAt(page, `/invoices/${owed.invoiceId}`, world.shop.users.arClerk);
    await page.getByRole('link', { name: number }).click();
    await expectToSee(page.getByRole('heading', { level: 1, name: number }));
    await expectToSee(page.getByText('Net and tax are what is credited'));
    await expectToSee(page.getByText('One packet was torn'));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as PDF' }).click(),
    ]);
    expect(paper.suggestedFilename()).toBe(`${number.replaceAll('/', '-')}.pdf`);
  });
});

describe('what one person asked for', () => {
  it('is read from the queue: a credit note above the limit, and a placement against the policy', async () => {
    const { invoiceId } = await world.sell('C-0002', 300);
    const ask = (path: string, body: object) =>
      api.send('POST', `/v1/invoices/${invoiceId}/${path}`, {
        as: world.shop.tokens.arManager,
        headers: { 'Idempotency-Key': randomUUID() },
        body,
      });
    const amount = rupiah(13_000_000);
    const note = await ask('credit-notes', { amount, reason: 'All of it came back' });
    expect(note).toMatchObject({ status: 202 });
    const placed = await ask('placements', { reason: 'The customer is moving away' });
    expect(placed).toMatchObject({ status: 202 });
    const { page } = await screen();
    await signInAt(page, '/queue', world.shop.users.owner);
    for (const [kind, why] of [
      ['Credit note asked for', 'All of it came back'],
      ['Placement asked for', 'The customer is moving away'],
    ] as const) {
      await page.goto('/queue');
      await page.getByRole('link').filter({ hasText: kind }).first().click();
      await page.getByRole('link', { name: 'what was asked for' }).click();
      await expectToSee(page.getByRole('heading', { level: 1, name: kind }));
      await expectToSee(page.getByText(why));
      await expectToSee(page.getByText('Waits for a second person'));
      await expectToSee(page.getByRole('link', { name: /^INV\// }));
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await idsShown(page)).toEqual([]);
    }
  });
});
