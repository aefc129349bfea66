import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bringIn } from '../../cli/import.js';
import { openShop, type OpenShop } from '../support/open-shop.js';
import { carry } from '../support/imports.js';
import { makeTempFolder, type TempFolder } from '../support/temp-folder.js';
import { until } from '../support/until.js';

let open: OpenShop;
let folder: TempFolder;
let home: string;

beforeAll(async () => {
  open = await openShop();
  folder = makeTempFolder();
  home = folder.path;
  const credentials = { admin: { kind: 'user', token: open.shop.tokens.admin } };
  writeFileSync(
    join(home, 'demo-credentials.json'),
    JSON.stringify({ api: open.api.url, credentials }),
  );
});

afterAll(async () => {
  await open.close();
  folder.remove();
});

describe('lunas import', () => {
  it('hands the file in, waits for its rows, and names the refused ones', async () => {
    const file = join(home, 'barang.csv');
    writeFileSync(file, 'sku,nama,harga,pajak\nC-1,Kopi,100,PPN\nC-2,Teh,murah,PPN\n');
    const [{ code, out }] = await Promise.all([run(file, '--kind', 'items'), carryTheNext()]);
    expect(code).toBe(1);
    expect(out).toContain('done: 2 of 2 rows, 1 refused');
    expect(out).toContain('line 3, harga = "murah": IMPORT_NUMBER_UNREADABLE.');
    expect(await open.database.prisma.item.count({ where: { sku: 'C-1' } })).toBe(1);
  });

  it.each([
    [['--kind', 'items'], /Usage: lunas import FILE/],
    [['x.csv', '--kind', 'moon'], /Usage/],
    [['nowhere.csv', '--kind', 'items'], /nowhere.csv cannot be read/],
  ])('%j is answered with a sentence', async (args, sentence) => {
    await expect(run(...args)).rejects.toThrow(sentence);
  });

  it('says what the API refuses', async () => {
    const file = join(home, 'barang.csv');
    await expect(run(file, '--kind', 'items', '--profile', 'none')).rejects.toThrow(
      'IMPORT_PROFILE_UNKNOWN',
    );
  });
});

async function carryTheNext(): Promise<void> {
  const row = await until(async () => (await open.database.prisma.import.findFirst()) ?? undefined);
  await carry(open.database, row.id);
}

async function run(...args: readonly string[]): Promise<Readonly<{ code: number; out: string }>> {
  const write = process.stdout.write.bind(process.stdout);
  const before = process.env['LUNAS_HOME'];
  let out = '';
  process.env['LUNAS_HOME'] = home;
  process.stdout.write = (text: string | Uint8Array) => {
    out += String(text);
    return true;
  };
  try {
    return { code: await bringIn.run(args), out };
  } finally {
    process.stdout.write = write;
    if (before === undefined) delete process.env['LUNAS_HOME'];
    else process.env['LUNAS_HOME'] = before;
  }
}
