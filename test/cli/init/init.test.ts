import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { chooseLogo } from '../../../activities/company/logos.js';
import { askForCompany } from '../../../cli/init/ask-company.js';
import { readCompanyFile, writeCompanyFile } from '../../../cli/init/company-file.js';
import { readLogo } from '../../../cli/init/read-logo.js';
import { setUpCompany } from '../../../cli/init/set-up-company.js';
import { setPassword } from '../../../activities/people/users.js';
import { isPasswordOf } from '../../../activities/people/passwords.js';
import { createClock } from '../../../platform/clock.js';
import { openDatabase, type Database } from '../../../prisma/database.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { PATIENT } from '../../support/patient.js';
import { aLogoFile } from '../../support/pictures.js';
import { testContext } from '../../support/shop.js';
import { makeTempFolder } from '../../support/temp-folder.js';

const FILE = `
administrator: { name: Sri, email: Sri@kopi-contoh.example }
company:
  name: Kopi Contoh
  code: KCO
  legalName: PT Kopi Contoh Sejahtera
  address: Jl. Contoh 1, Bandung
  taxNumber: 0012345678901000   # its zeros stay
  bankAccount: { bankName: Bank Nusa Contoh, number: 0080001234, name: Operasional }
stores:
  - { code: BDG1, name: Dago, address: Jl. Contoh 2, phone: 022-000111 }
printers:
  - { code: BDG1-01-PRN, store: BDG1, host: 192.168.1.50, port: 9100 }
terminals:
  - { code: BDG1-01, name: Kasir 1, store: BDG1, printer: BDG1-01-PRN }
`;

describe('the file of a company', () => {
  it('is read with its zeros, and is the same after it was written', () => {
    const company = readCompanyFile(FILE);
    expect(company.company).toMatchObject({
      taxNumber: '0012345678901000',
      currency: 'IDR',
      bankAccount: { number: '0080001234' },
    });
    expect(readCompanyFile(writeCompanyFile(company))).toEqual(company);
    const rehearsing = FILE.replace('name: Kasir 1,', 'name: Kasir 1, sandbox: true,');
    expect(readCompanyFile(rehearsing).terminals).toMatchObject([{ sandbox: true }]);
  });

  it.each([
    ['company: [', /not YAML/],
    ['', /administrator: This field is missing/],
    [FILE.replace('code: KCO', 'code: KCO\n  logo: none'), /company.logo: This field is not known/],
    [FILE.replace('port: 9100', 'port: many'), /printers\[0\].port/],
    [`${FILE}x: &a [*a]`, /x: This field is not known|alias/i],
  ])('is refused with the place: %#', (text, said) => {
    expect(() => readCompanyFile(text)).toThrow(said);
  });
});

describe('lunas init', () => {
  let books: TestDatabase;
  let database: Database;
  let said: string[];

  beforeEach(async () => {
    books = await createTestDatabase();
    database = openDatabase({ url: books.url, poolSize: 2, waits: PATIENT });
    said = [];
  });
  afterEach(async () => {
    await database.close();
    await books.drop();
  });

  const run = (text: string, logo?: Buffer) =>
    setUpCompany(readCompanyFile(text), {
      logo,
      database,
      clock: createClock(),
      environment: 'production',
      say: (line) => said.push(line),
    });

  it('begins a company once, with an administrator who sets a password by a code', async () => {
    const { invitation } = await run(FILE);
    expect(said.filter((line) => line.endsWith(': added'))).toHaveLength(5);
    const password = 'bakso di ujung jalan';
    await database.transaction(testContext(), (tx) =>
      setPassword(tx, testContext(), { code: invitation?.code ?? '', password }),
    );
    const user = await database.prisma.appUser.findFirstOrThrow();
    expect([user.email, user.role]).toEqual(['sri@kopi-contoh.example', 'admin']);
    expect(await isPasswordOf(password, user.passwordHash)).toBe(true);

    said.length = 0;
    expect(await run(FILE)).toEqual({ invitation: undefined });
    expect(said.every((line) => line.includes('already'))).toBe(true);
    expect(await database.prisma.terminal.count()).toBe(1);
  });

  it('says which part was refused and why, and goes on from there when it is mended', async () => {
    const wrong = FILE.replace('192.168.1.50', '169.254.169.254');
    await expect(run(wrong)).rejects.toThrow(/^printer BDG1-01-PRN \(host\): /);
    expect(await database.prisma.store.count()).toBe(1);
    await run(FILE);
    expect(await database.prisma.terminal.count()).toBe(1);
  });

  it('puts the logo on documents, and leaves what was changed since', async () => {
    const file = join(makeTempFolder().path, 'logo.png');
    writeFileSync(file, aLogoFile());
    const logo = readLogo(file);
    await run(FILE, logo);
    expect(said).toContain('logo: added');
    const entity = await database.prisma.legalEntity.findFirstOrThrow({ include: { logo: true } });
    expect(entity.logo?.width).toBe(400);
    await database.transaction(testContext(), (tx) => chooseLogo(tx, null));
    await run(FILE, logo);
    expect(await database.prisma.legalEntity.count({ where: { logoId: null } })).toBe(1);
    writeFileSync(file, '<svg/>');
    expect(() => readLogo(file)).toThrow(
      /^logo \(.*\): A logo is a PNG or a JPEG; this file is an SVG/,
    );
    expect(() => readLogo(`${file}.none`)).toThrow(/there is no file/);
  });

  it('never adds to the books of another company', async () => {
    await run(FILE);
    await expect(run(FILE.replace('code: KCO', 'code: ABC'))).rejects.toThrow(
      /belong to PT Kopi Contoh Sejahtera/,
    );
  });
});

describe('the questions', () => {
  it('ask again for what cannot be read, and make a company as a file does', async () => {
    const answers = `Sri|no address|sri@kopi-contoh.example|Kopi Contoh|KCO|PT Kopi Contoh Sejahtera
|Jl. Contoh 1|0012345678901000|Bank Nusa Contoh|0080001234|Operasional||BDG1|Dago|Jl. Contoh 2
|022-000111|Kasir 1|`.split(/\n?\|/);
    const asked: string[] = [];
    const output = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        asked.push(chunk.toString());
        done();
      },
    });
    const input = Readable.from(answers.map((answer) => `${answer}\n`));
    const company = readCompanyFile(writeCompanyFile(await askForCompany({ input, output })));
    expect(asked.filter((text) => text.startsWith('Your e-mail address'))).toHaveLength(2);
    expect(company).toMatchObject({
      administrator: { email: 'sri@kopi-contoh.example' },
      printers: [],
      terminals: [{ code: 'BDG1-01', store: 'BDG1' }],
    });
  });
});
