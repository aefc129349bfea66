import { randomUUID } from 'node:crypto';
import { useCashApi } from '../../support/cash-api.js';
import { workbook } from '../../support/workbook.js';

const { world, api } = useCashApi();

const ROWS = [
  ['Tgl', 'Uraian', 'Keluar', 'Masuk', 'Saldo'],
  ['02.03.26', 'SETORAN', '0,00', '1.250.000,00', '2.250.000,00'],
  ['03.03.26', 'BIAYA', '2.500,00', '0,00', '2.247.500,00'],
];

/** The file of a bank that nobody knows, each time with another text. */
function csv(text = 'SETORAN'): Uint8Array {
  const account = [['No. Rekening', world.shop.bankAccountNumber]];
  const lines = [...account, ...ROWS].map((cells) => cells.join(';').replace('SETORAN', text));
  return new TextEncoder().encode(lines.join('\r\n'));
}

describe('a bank that nobody knows yet', () => {
  it('is refused with a proposal, and read once a person confirmed it', async () => {
    const id = await handIn(csv());
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      status: 'refused',
      refusal: { code: 'STATEMENT_BANK_UNKNOWN', place: 'line 2' },
    });
    const { body } = await see(`/v1/bank-statements/${id}/profile`);
    expect(body).toMatchObject({
      place: 'line 2',
      dateFormats: ['DD.MM.YY'],
      rows: 2,
      rowsRead: 2,
      lines: [
        { place: 'line 3', bookingDate: '2026-03-02', amount: { amount: '1250000' } },
        { place: 'line 4', amount: { amount: '-2500' }, text: 'BIAYA' },
      ],
    });
    const { profile } = body as Readonly<{ profile: object }>;
    const saved = await save('pulau', { bankName: 'Bank Pulau Contoh', ...profile });
    expect(saved).toMatchObject({ status: 200, body: { code: 'pulau', decimalMark: ',' } });
    expect((await see('/v1/bank-profiles')).body).toMatchObject({ data: [{ code: 'pulau' }] });

    const again = await api.send('POST', `/v1/bank-statements/${id}/readings`, {
      as: world.shop.tokens.arClerk,
      body: {},
      headers: { 'idempotency-key': randomUUID() },
    });
    expect(again.status).toBe(202);
    await world.activities.readBankStatement({ statementId: id });
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      format: 'csv:pulau',
      footing: 'foots',
      lines: [{ amount: { amount: '1250000' } }, { amount: { amount: '-2500' } }],
    });
  });

  it('is read from its Excel file by the same profile', async () => {
    const account = ['No. Rekening', world.shop.bankAccountNumber];
    const id = await handIn(workbook([account, ...ROWS]));
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({ format: 'csv:pulau' });
  });

  it('is unknown again when the profile is taken back', async () => {
    const remove = () =>
      api.send('DELETE', '/v1/bank-profiles/pulau', { as: world.shop.tokens.arClerk });
    expect(await remove()).toMatchObject({ status: 204 });
    expect(await remove()).toMatchObject({ status: 404, body: { code: 'BANK_PROFILE_NOT_FOUND' } });
    const id = await handIn(csv('LAGI'));
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      refusal: { code: 'STATEMENT_BANK_UNKNOWN' },
    });
  });

  it('has no proposal where the file is no table of bookings', async () => {
    const id = await handIn(new TextEncoder().encode('Kode;Nama\r\nA1;Kopi\r\n'));
    expect(await see(`/v1/bank-statements/${id}/profile`)).toMatchObject({
      status: 409,
      body: { code: 'STATEMENT_NO_TABLE' },
    });
    expect(await see(`/v1/bank-statements/${randomUUID()}/profile`)).toMatchObject({
      status: 404,
    });
  });
});

describe('a profile of a bank', () => {
  const whole = {
    bankName: 'Bank Pulau Contoh',
    header: ['Tgl', 'Uraian', 'Jumlah'],
    bookingDate: 'Tgl',
    text: ['Uraian'],
    money: { kind: 'suffix', amount: 'Jumlah' },
    dateFormat: 'DD/MM/YYYY',
    decimalMark: '.',
  };

  it('is not that of a bank which is known anyway, and names columns of its header', async () => {
    expect(await save('bni', whole)).toMatchObject({
      status: 409,
      body: { code: 'BANK_PROFILE_BUILT_IN' },
    });
    expect(await save('lain', { ...whole, balance: 'Saldo' })).toMatchObject({
      status: 422,
      body: { code: 'BANK_PROFILE_COLUMN_UNKNOWN', detail: 'The header has no column Saldo.' },
    });
  });

  it('that looks like another one has its files refused until one of them is taken back', async () => {
    await save('satu', whole);
    await save('dua', { ...whole, bankName: 'Bank Dua Contoh' });
    const account = world.shop.bankAccountNumber;
    const file = `No. Rekening;${account}\r\nTgl;Uraian;Jumlah\r\n02/03/2026;SETORAN;77.00 CR\r\n`;
    const id = await handIn(new TextEncoder().encode(file));
    expect((await see(`/v1/bank-statements/${id}`)).body).toMatchObject({
      refusal: {
        code: 'STATEMENT_BANK_UNCLEAR',
        detail:
          'Files of several banks look like this one: Bank Dua Contoh (dua), Bank Pulau Contoh (satu).',
      },
    });
  });
});

async function handIn(content: Uint8Array): Promise<string> {
  const answer = await api.send('POST', '/v1/bank-statements', {
    as: world.shop.tokens.integration,
    content: new Uint8Array(content),
  });
  const { id } = answer.body as Readonly<{ id: string }>;
  await world.activities.readBankStatement({ statementId: id });
  return id;
}

function save(code: string, body: object) {
  return api.send('PUT', `/v1/bank-profiles/${code}`, { as: world.shop.tokens.arClerk, body });
}

function see(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}
