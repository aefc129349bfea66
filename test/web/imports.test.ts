import { readFile } from 'node:fs/promises';
import { carry } from '../support/imports.js';
import { accessibilityFaults, expectToSee, signInAt } from '../support/browser.js';
import { useConsole } from '../support/use-console.js';

const { world, screen } = useConsole();

const FILE = {
  name: 'barang.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Kode Produk;Nama Produk;Satuan;Harga Jual;taxCode\nGULA-1;Gula 1 kg;pcs;Rp 17.500,00;PPN\nTEH-1;Teh;pcs;Rp 9.000,00;\n`,
  ),
};

/** Goes through the latest import as its workflow does. */
async function goThrough(): Promise<void> {
  const { id } = await world.database.prisma.import.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await carry(world.database, id, world.clock);
}

describe('a file of another system', () => {
  it('is tried, row by row, then written, and taken back as a whole', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/imports', world.shop.users.admin);
    await expectToSee(page.getByText('Nothing has been brought in'));
    await page.getByRole('button', { name: 'Bring in a file' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles(FILE);
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.waitForURL(/\/setup\/imports\/[0-9a-f-]+$/);
    await goThrough();
    await expectToSee(page.getByText('2 rows: 1 good, 1 refused'));
    await expectToSee(page.getByText('Kode Produk'));
    const [bad] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Bad rows as a file' }).click(),
    ]);
    const lines = (await readFile(await bad.path(), 'utf8')).trim().split(/\r?\n/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Kode Produk');
    expect(lines[1]).toContain('TEH-1');
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
    const items = () => world.database.prisma.item.count({ where: { sku: 'GULA-1' } });
    expect(await items()).toBe(0);

    const before = page.url();
    await page.getByRole('button', { name: 'Write 1 row' }).click();
    await page.waitForURL((url) => url.href !== before);
    await goThrough();
    await page.getByRole('button', { name: 'Take it all back' }).click();
    await expectToSee(page.getByText('Taken back').first());
    expect(await items()).toBe(1);
  });

  it('is read by a mapping that a person has changed', async () => {
    const { page } = await screen();
    await signInAt(page, '/setup/imports', world.shop.users.admin);
    await page.getByRole('button', { name: 'Bring in a file' }).click();
    await page.getByLabel('File', { exact: true }).setInputFiles({ ...FILE, name: 'lain.csv' });
    await page.getByRole('button', { name: 'Try it' }).click();
    await page.waitForURL(/\/setup\/imports\/[0-9a-f-]+$/);
    await goThrough();
    await page.getByRole('button', { name: 'Change the mapping' }).click();
    await page.getByLabel('Name of the mapping').fill('Kasir lama');
    await page.getByRole('button', { name: 'Save and try again' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const profiles = await world.database.prisma.importProfile.findMany();
    expect(profiles.map(({ code }) => code)).toEqual(['KASIR-LAMA']);
  });
});
