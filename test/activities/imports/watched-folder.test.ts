import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { importInbox } from '../../../activities/imports/folder/import-inbox.js';
import { createFolderLook } from '../../../activities/imports/folder/look-into-folder.js';
import { createCashApplicationActivities } from '../../../activities/statement/statement-activities.js';
import { bankInbox } from '../../../activities/statement/bank-inbox.js';
import { IMPORT_FILE_BYTES_MAX } from '../../../contract/imports/imports.js';
import { createClock } from '../../../platform/clock.js';
import { carry } from '../../support/imports.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { makeTempFolder, type TempFolder } from '../../support/temp-folder.js';

let open: OpenShop;
let folder: TempFolder;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

beforeEach(() => {
  folder = makeTempFolder();
});
afterEach(() => folder.remove());

const deps = () => ({ database: open.database, clock: createClock(), hint: () => undefined });

/** What a process that begins now looks with; it remembers nothing of the ones before. */
const newLook = () => createFolderLook(importInbox(deps(), folder.path));

const at = (...path: string[]) => join(folder.path, ...path);
const namesIn = (...path: string[]) => (existsSync(at(...path)) ? readdirSync(at(...path)) : []);

const FILE = (sku: string) =>
  `sku,nama,harga,pajak\n${sku}-1,Kopi,100,PPN\n${sku}-2,Teh,murah,PPN\n`;

async function importsOf(sku: string) {
  const rows = await open.database.prisma.importRow.findMany({
    where: { line: 2, cells: { array_starts_with: `${sku}-1` } },
  });
  return rows.map(({ importId }) => importId);
}

async function theOnlyTaken(): Promise<string> {
  const [id, ...more] = namesIn('taken');
  expect(more).toEqual([]);
  return id ?? 'none';
}

describe('a watched folder', () => {
  it('takes a file once it is at rest, and puts it to the done ones with its report and bad rows', async () => {
    const look = newLook();
    await look();
    writeFileSync(at('items', 'barang.csv'), FILE('W').slice(0, 40));
    await look();
    appendFileSync(at('items', 'barang.csv'), FILE('W').slice(40));
    await look();
    expect(namesIn('taken')).toEqual([]);
    await look();
    const id = await theOnlyTaken();
    expect(namesIn('items')).toEqual([]);
    await look();
    expect(namesIn('done')).toEqual([]);
    await carry(open.database, id);
    await look();
    expect(namesIn('taken')).toEqual([]);
    const beside = [`barang.${id}.csv`, `barang.${id}.rejected.csv`, `barang.${id}.report.txt`];
    expect(namesIn('done').toSorted()).toEqual(beside);
    expect(readFileSync(at('done', `barang.${id}.csv`), 'utf8')).toBe(FILE('W'));
    const report = readFileSync(at('done', `barang.${id}.report.txt`), 'utf8');
    expect(report).toContain(
      'refused: 1\nwritten: 1\nline 3, harga murah: IMPORT_NUMBER_UNREADABLE.',
    );
    expect(readFileSync(at('done', `barang.${id}.rejected.csv`), 'utf8')).toBe(
      'sku,nama,harga,pajak\r\nW-2,Teh,murah,PPN\r\n',
    );
  });

  it('brings in a file once that comes twice, or whose taker was killed at any point', async () => {
    const put = () => writeFileSync(at('items', 'dua.csv'), FILE('X'));
    const first = newLook();
    await first();
    put();
    await first();
    await first();
    const id = await theOnlyTaken();
    // Killed after the books had it and before the file was moved.
    renameSync(at('taken', id, 'dua.csv'), at('items', 'dua.csv'));
    const second = newLook();
    await second();
    await second();
    expect(await theOnlyTaken()).toBe(id);
    await carry(open.database, id);
    // Killed after the report was written.
    writeFileSync(at('done', `dua.${id}.report.txt`), 'half');
    const third = newLook();
    await third();
    expect(readFileSync(at('done', `dua.${id}.report.txt`), 'utf8')).toContain('written: 1');
    put();
    await third();
    await third();
    await third();
    expect(namesIn('items')).toEqual([]);
    expect(namesIn('done').filter((name) => name.endsWith(`${id}.csv`))).toEqual([`dua.${id}.csv`]);
    // Its rows were stored when it was carried on.
    expect(await open.database.prisma.item.count({ where: { sku: 'X-1' } })).toBe(1);
    expect(await importsOf('X')).toEqual([id]);
  });

  it('of two processes one takes it, by a profile that its folder names', async () => {
    const looks = [newLook(), newLook()];
    for (const look of looks) await look();
    const saved = await open.api.send('PUT', '/v1/import-profiles/KASIR', {
      as: open.shop.tokens.admin,
      headers: { 'idempotency-key': 'kasir' },
      body: { name: 'Kasir', kind: 'items', columns: { sku: 'Kode A' } },
    });
    expect(saved.status).toBe(200);
    mkdirSync(at('items', 'KASIR'));
    mkdirSync(at('items', 'LAIN'));
    const text = FILE('Y').replace('sku', 'Kode A');
    writeFileSync(at('items', 'KASIR', 'y.csv'), text);
    writeFileSync(at('items', 'LAIN', 'z.csv'), text);
    for (let round = 0; round < 2; round += 1) await Promise.all(looks.map((look) => look()));
    const id = await theOnlyTaken();
    const { rows } = await carry(open.database, id);
    expect(rows).toEqual({ written: 1, refused: 1 });
    const [report = ''] = namesIn('refused').filter((name) => name.endsWith('.report.txt'));
    expect(readFileSync(at('refused', report), 'utf8')).toContain('IMPORT_PROFILE_UNKNOWN');
    expect(namesIn('items', 'LAIN')).toEqual([]);
  });

  it('refuses what nobody understands, and what is larger than a file may be, without reading it', async () => {
    const look = newLook();
    await look();
    writeFileSync(at('items', 'rusak.csv'), 'x\n1\n');
    writeFileSync(at('items', 'besar.csv'), 'x');
    truncateSync(at('items', 'besar.csv'), IMPORT_FILE_BYTES_MAX + 1);
    await look();
    await look();
    await carry(open.database, await theOnlyTaken());
    await look();
    expect(namesIn('items')).toEqual([]);
    const reports = namesIn('refused').filter((name) => name.endsWith('.report.txt'));
    const told = reports.map((name) => readFileSync(at('refused', name), 'utf8')).join('');
    expect(told).toContain('PAYLOAD_TOO_LARGE');
    expect(told).toMatch(/IMPORT_HEADER/);
    expect(namesIn('done')).toEqual([]);
  });

  it('follows no link, opens no socket, leaves unfinished files, and keeps strange names harmless', async () => {
    const look = newLook();
    await look();
    writeFileSync(at('secret'), FILE('S'));
    symlinkSync(at('secret'), at('items', 'link.csv'));
    const socket = createServer().listen(at('items', 'socket.csv'));
    await once(socket, 'listening');
    writeFileSync(at('items', '.hidden.csv'), FILE('S'));
    writeFileSync(at('items', 'half.csv.part'), FILE('S'));
    writeFileSync(at('items', 'empty.csv'), '');
    writeFileSync(at('items', `${'é'.repeat(100)}\n"; rm -rf $HOME.csv`), FILE('Z'));
    await look();
    await look();
    const id = await theOnlyTaken();
    await carry(open.database, id);
    await look();
    expect(await importsOf('S')).toEqual([]);
    expect(namesIn('items').toSorted()).toEqual(
      ['.hidden.csv', 'empty.csv', 'half.csv.part', 'link.csv', 'socket.csv'].toSorted(),
    );
    socket.close();
    expect(namesIn('done').toSorted()[0]).toBe(`${'é'.repeat(40)}.${id}.csv`);
  });

  it('writes nowhere else when a link stands in the place of its own folders', async () => {
    mkdirSync(at('elsewhere'));
    mkdirSync(at('root'));
    symlinkSync(at('elsewhere'), at('root', 'done'));
    const look = createFolderLook(importInbox(deps(), at('root')));
    await expect(look()).rejects.toThrow('is no folder');
  });
});

describe('a watched folder of bank files', () => {
  it('hands them to the path of bank files, and tells what was refused', async () => {
    const look = createFolderLook(bankInbox(deps(), folder.path));
    writeFileSync(at('mutasi.txt'), 'no bank file');
    await look();
    await look();
    const statementId = await theOnlyTaken();
    const kept = await open.database.prisma.bankStatement.findUniqueOrThrow({
      where: { id: statementId },
    });
    expect(kept).toMatchObject({ source: 'feed', state: 'received', receivedBy: 'folder' });
    const activities = createCashApplicationActivities(deps());
    await activities.readBankStatement({ statementId });
    await look();
    const report = readFileSync(at('refused', `mutasi.${statementId}.report.txt`), 'utf8');
    expect(report).toMatch(/: refused\n.*STATEMENT_/);
    expect(namesIn()).not.toContain('mutasi.txt');
  });
});
