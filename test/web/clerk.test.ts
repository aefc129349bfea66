import type { Page } from 'playwright-core';
import { createCashApplicationActivities } from '../../activities/statement/statement-activities.js';
import { camt053, camtEntry, day } from '../support/bank-files.js';
import {
  accessibilityFaults,
  expectToSee,
  idsShown,
  signInAt,
  goBy,
  undoByKey,
} from '../support/browser.js';
import type { Owed } from '../support/owing-shop.js';
import { useConsole } from '../support/use-console.js';

const PAYER = 'SUMBER REJEKI';
/** A figure that no other sale of this file has. */
const PACKETS = 7;

let owed: Owed;

const { world, api, screen } = useConsole(async ({ sell, clock }) => {
  owed = await sell('C-0001', PACKETS);
  await sell('C-0001', 2);
  clock.set('2026-07-02T09:00:00+07:00');
});

/** What the workflow of a file does once it is received. */
async function carry(statementId: string): Promise<void> {
  await readFile(statementId);
  await activities().matchStatement({ statementId });
}

async function readFile(statementId: string): Promise<void> {
  await activities().readBankStatement({ statementId });
}

function activities() {
  const { database, clock } = world;
  return createCashApplicationActivities({ database, clock, hint: () => undefined });
}

/** A statement with one payment, which names no invoice. */
function statementOf(amount: bigint): Buffer {
  const on = day('2026-07-02');
  const entry = camtEntry({
    amount,
    bookingDate: on,
    payerName: PAYER,
    text: 'transfer',
    bankReference: 'BNC7001',
  });
  return Buffer.from(
    camt053({
      accountId: world.shop.bankAccountNumber,
      on,
      statementNumber: 'STM-7001',
      entries: [entry],
    }),
  );
}

async function handIn(page: Page, buffer: Buffer): Promise<string> {
  const answered = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && answer.url().includes('/v1/bank-statements'),
  );
  await page.locator('input[type="file"]').setInputFiles({
    name: 'rekening-koran.xml',
    mimeType: 'application/xml',
    buffer,
  });
  const { id } = (await (await answered).json()) as { id: string };
  return id;
}

async function standingOf(invoiceId: string): Promise<string> {
  const items = await world.database.prisma.openItem.findMany({ where: { invoiceId } });
  return String(items.reduce((sum, { openAmount }) => sum + openAmount, 0n));
}

describe('a clerk', () => {
  it('brings a bank file to a closed sale, and takes it back', async () => {
    const { page } = await screen();
    await signInAt(page, '/bank-files', world.shop.users.arClerk);
    const statementId = await handIn(page, statementOf(owed.amount));
    await page.waitForURL(/file=/);
    await carry(statementId);
    await page.reload();
    await expectToSee(page.getByText(PAYER).first());
    expect(await idsShown(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Download: Lines/ }).click();
    await page.getByRole('button', { name: 'CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^lines.*\.csv$/);
    await expectToSee(page.getByText(/^Lines.*: 1 row, CSV$/));

    await goBy(page, 'm', /\/matching/);
    await page.getByRole('button', { name: /^What is this: (?:Not joined|Suggested)/ }).click();
    await expectToSee(page.getByRole('note').getByText(/^(?:Nothing|Something) open fits it/));
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: new RegExp(PAYER) }).click();
    await page.keyboard.press('f');
    await page.getByRole('searchbox', { name: 'Customer, number or amount' }).fill(owed.number);
    await page.getByRole('button', { name: /^Add/ }).first().click();
    await page.getByRole('button', { name: /^Book it/ }).click();
    await expectToSee(page.getByText(/^Rp315.000 joined to/));
    await expect(standingOf(owed.invoiceId)).resolves.toBe('0');
    await page.goto(`/invoices/${owed.invoiceId}`);
    await expectToSee(page.getByText(PAYER).first());

    await page.goto('/matching?view=applied');
    await page.getByRole('link', { name: new RegExp(PAYER) }).click();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await expectToSee(page.getByText(/Undone/).first());
    await expect(standingOf(owed.invoiceId)).resolves.toBe(String(owed.amount));
  });

  it('confirms how the files of an unknown bank are read, and takes it back', async () => {
    const { page } = await screen({ language: 'id' });
    await signInAt(page, '/bank-files', world.shop.users.arClerk);
    const csv = `No. Rekening;${world.shop.bankAccountNumber}\r\nTgl;Uraian;Keluar;Masuk\r\n02/07/2026;SETORAN PULAU;0,00;77.000,00\r\n`;
    const statementId = await handIn(page, Buffer.from(csv));
    await page.waitForURL(/file=/);
    await readFile(statementId);
    await page.reload();
    await expectToSee(page.getByText('SETORAN PULAU'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Ini bank apa?').fill('Bank Pulau Contoh');
    await page.getByLabel('Bagaimana tanggal ditulis?').selectOption('DD/MM/YYYY');
    await page.getByRole('button', { name: 'Ya, baca seperti ini' }).click();
    await expectToSee(page.getByText(/^Mulai sekarang berkas Bank Pulau Contoh/));
    await carry(statementId);
    await page.keyboard.press('z');
    const profiles = () => world.database.prisma.bankProfile.count();
    await expect.poll(profiles).toBe(0);
    await page.reload();
    await expectToSee(page.getByText('csv:bank-pulau-contoh-1'));
  });

  it('changes how a bank is read, reads it no longer, and puts each back', async () => {
    const kept = () => world.database.prisma.bankProfile.findMany();
    const profile = {
      bankName: 'Bank Pulau Contoh',
      header: ['Tgl', 'Uraian', 'Keluar', 'Masuk'],
      bookingDate: 'Tgl',
      text: ['Uraian'],
      money: { kind: 'sides', debit: 'Keluar', credit: 'Masuk' },
      dateFormat: 'DD/MM/YYYY',
      decimalMark: ',',
    };
    const as = world.shop.tokens.arClerk;
    await api.send('PUT', '/v1/bank-profiles/pulau', { as, body: profile });
    const { page } = await screen();
    await signInAt(page, '/bank-files', world.shop.users.arClerk);
    await page.getByRole('link', { name: 'How banks are read' }).click();
    await expectToSee(page.getByRole('cell', { name: 'Tgl (DD/MM/YYYY)' }));
    await page.getByRole('button', { name: 'Change: Bank Pulau Contoh' }).click();
    await page.getByLabel('How are days written?').selectOption('MM/DD/YYYY');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expectToSee(page.getByRole('cell', { name: 'Tgl (MM/DD/YYYY)' }));
    await undoByKey(page, /^Files of Bank Pulau Contoh are read so/);
    await expectToSee(page.getByRole('cell', { name: 'Tgl (DD/MM/YYYY)' }));
    await page.getByRole('button', { name: 'Read no longer: Bank Pulau Contoh' }).click();
    await expectToSee(page.getByText('No bank was taught yet'));
    await expect(kept()).resolves.toEqual([]);
    await undoByKey(page, 'Files of Bank Pulau Contoh are unknown again');
    await expectToSee(page.getByRole('cell', { name: 'Bank Pulau Contoh', exact: true }));
    const [again] = await kept();
    expect(again?.profile).toMatchObject(profile);
  });
});
