import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { aSale, rupiah } from '../support/a-sale.js';
import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  undoByKey,
} from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, api, screen } = useConsole();

/** Fills the dialog that is open and ends it by `Enter`. */
async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = page.getByRole('dialog');
  expect(await accessibilityFaults(page)).toEqual([]);
  for (const [name, value] of Object.entries(fields))
    await dialog.locator(`[name="${name}"]`).fill(value);
  await dialog.locator(`[name="${Object.keys(fields)[0]}"]`).press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function onHand(sku: string): Promise<string | undefined> {
  const as = world.shop.tokens.storeManager;
  const { body } = await api.send('GET', `/v1/stock?location=JKT1-FLOOR&sku=${sku}`, { as });
  return (body as { data: { onHand: string }[] }).data[0]?.onHand;
}

/** Sends what no till would send. */
async function sendBroken(content: string): Promise<void> {
  const { status } = await api.send('PUT', `/v1/sales/${randomUUID()}`, {
    as: world.shop.terminalTokens[0],
    content,
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(400);
}

describe('a count of goods', () => {
  it('above the limit waits for a second person, who agrees on the list of counts', async () => {
    const { page } = await screen();
    await signInAt(page, '/stock', world.shop.users.storeManager);
    await page.getByRole('button', { name: 'Count, KOPI-250' }).click();
    await fill(page, { counted: '900', reason: 'A pallet was wet' });
    await expectToSee(page.getByText(/waits for a second person/));
    await page.getByRole('link', { name: 'Counts' }).click();
    await page.getByRole('button', { name: /^Look, JKT1-FLOOR/ }).click();
    const own = page.getByRole('dialog');
    await expectToSee(own.getByText('A pallet was wet'));
    await expectToSee(own.getByRole('button', { name: 'Take it back' }));
    await expect(own.getByRole('button', { name: 'Agree' }).count()).resolves.toBe(0);
    expect(await onHand('KOPI-250')).toBe('1000');

    const second = (await screen({ language: 'id' })).page;
    await signInAt(second, '/stock?view=counts', world.shop.users.owner);
    await expectToSee(second.getByText('Menunggu orang kedua'));
    expect(await accessibilityFaults(second)).toEqual([]);
    expect(await idsShown(second)).toEqual([]);
    await second.locator('tbody tr').first().click();
    await second.keyboard.press('j');
    await second.keyboard.press('Enter');
    await second.getByRole('dialog').getByRole('button', { name: 'Setujui' }).press('Enter');
    await expectToSee(second.getByText('Dibukukan'));
    expect(await onHand('KOPI-250')).toBe('900');
  });

  it('that one person books alone is put right again by its undo', async () => {
    const before = await onHand('BERAS-KG');
    const { page } = await screen();
    await signInAt(page, '/stock', world.shop.users.storeManager);
    await page.getByRole('button', { name: 'Count, BERAS-KG' }).click();
    await fill(page, { counted: '999', reason: 'A bag was torn' });
    await expectToSee(page.getByText(/is booked$/));
    expect(await onHand('BERAS-KG')).toBe('999');
    const booked = page.waitForResponse((answer) => answer.url().endsWith('/v1/stock-counts'));
    await undoByKey(page, 'The count of Beras Curah is booked');
    expect((await booked).status()).toBe(201);
    expect(await onHand('BERAS-KG')).toBe(before);
  });
});

describe('a line whose item nobody knew', () => {
  it('moves to its item, and back by its undo', async () => {
    const sold = await api.send('PUT', `/v1/sales/${randomUUID()}`, {
      as: world.shop.terminalTokens[0],
      body: aSale({
        mode: 'completed',
        capturedAt: world.clock.iso(),
        businessDate: '2026-07-01',
        lines: [{ sku: 'BARU-1', quantity: '2', unitPrice: rupiah(45_000) }],
        tenders: [{ type: 'cash', amount: rupiah(90_000) }],
      }),
    });
    expect(sold).toMatchObject({ status: 201 });
    const before = Number(await onHand('TEH-100'));
    const { page } = await screen();
    await signInAt(page, '/stock?view=suspense', world.shop.users.storeManager);
    await page.getByRole('button', { name: /^Say what it was, .*BARU-1$/ }).click();
    await fill(page, { sku: 'TEH-100', reason: 'The label was printed too early' });
    await expectToSee(page.getByText('BARU-1 was TEH-100'));
    await expectToSee(page.getByText('Every sold item is known'));
    expect(Number(await onHand('TEH-100'))).toBe(before - 2);
    await undoByKey(page, 'BARU-1 was TEH-100');
    await expectToSee(page.getByRole('cell', { name: 'BARU-1' }).first());
    expect(Number(await onHand('TEH-100'))).toBe(before);
  });
});

describe('what was refused', () => {
  it('is read and downloaded exactly as it was sent, and put away with a note', async () => {
    const sent = '{"terminal":"JKT1-01", "lines":[] ';
    await sendBroken(sent);
    const { page } = await screen();
    await signInAt(page, '/queue', world.shop.users.storeManager);
    await page.getByRole('link').filter({ hasText: 'Sent and not accepted' }).first().click();
    await page.getByRole('link', { name: 'what was sent' }).click();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Refused: a sale' }));
    await expectToSee(page.locator('pre').getByText(sent.trim()));
    await expectToSee(page.getByText('JKT1-01', { exact: true }));
    expect(await accessibilityFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toBe(sent);
    await page.keyboard.press('e');
    await fill(page, { note: 'The till was repaired' });
    await expectToSee(page.getByText(/Staf storeManager: The till was repaired/));
    await page.goto('/queue/refused');
    await expectToSee(page.getByText('Nothing was refused'));
    await page.getByRole('link', { name: 'Seen to' }).click();
    await expectToSee(page.getByRole('row').filter({ hasText: 'a sale' }));
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await idsShown(page)).toEqual([]);
  });

  it('is looked at by an auditor, who cannot end it, in Indonesian', async () => {
    await sendBroken('{');
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/queue/refused', world.shop.users.auditor);
    await page.locator('tbody').getByRole('link', { name: 'penjualan' }).first().click();
    await expectToSee(page.getByRole('heading', { level: 1, name: 'Ditolak: penjualan' }));
    await expect(page.getByRole('button', { name: /Tandai/ }).count()).resolves.toBe(0);
  });
});

describe('masters', () => {
  it('are taken out as files by the roles that read them', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/imports', world.shop.users.admin);
    await page.getByRole('button', { name: 'Take out' }).click();
    await expect(page.getByRole('link', { name: 'Customers as a file' }).count()).resolves.toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Goods as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('items.csv');
    expect(await readFile(await file.path(), 'utf8')).toContain('KOPI-250');
  });
});
