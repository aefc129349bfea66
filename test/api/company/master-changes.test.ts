import { randomUUID } from 'node:crypto';
import { loadInvoicePaper } from '../../../activities/invoice/invoice-paper.js';
import { createClock } from '../../../platform/clock.js';
import { rupiah } from '../../support/a-sale.js';
import { asOwner, verifyAfterEach } from '../../support/books.js';
import { createInvoicing } from '../../support/invoiced-sale.js';
import { anotherKey, lastChange, office, type Office } from '../../support/office.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;
let admin: Office;
let manager: Office;
let invoiceId: string;

beforeAll(async () => {
  open = await openShop();
  admin = office(open.api, open.shop.tokens.admin);
  manager = office(open.api, open.shop.tokens.arManager);
  ({ invoiceId } = await createInvoicing(open.database, open.shop, createClock())());
});
afterAll(() => open.close());
verifyAfterEach(() => open);

const ACCOUNT = {
  number: '1000000001',
  name: 'Penerimaan',
  bankName: 'Bank Contoh Dua',
  reason: 'Payments of customers',
};

describe('a bank account of ours', () => {
  it('stands on documents from the moment at which a second person agrees', async () => {
    const [status, change] = await admin('POST /v1/bank-accounts', ACCOUNT);
    expect([status, change]).toMatchObject([
      201,
      { kind: 'bank-account', before: null, after: { number: ACCOUNT.number }, state: 'requested' },
    ]);
    expect(await onPaper()).toBe(open.shop.bankAccountNumber);
    expect(await waiting()).toMatchObject([{ subject: { id: idOf(change) } }]);

    expect(await decide(manager, change)).toMatchObject([200, { state: 'approved' }]);
    expect(await onPaper()).toBe(ACCOUNT.number);
    expect(await waiting()).toEqual([]);
    const [, { data }] = (await manager('GET /v1/bank-accounts')) as [number, { data: object[] }];
    expect(data).toMatchObject([
      { number: ACCOUNT.number, account: '1120', named: true, currency: 'IDR' },
      { number: open.shop.bankAccountNumber, onDocuments: true, named: false },
    ]);
  });

  it('is never changed by one person under two keys', async () => {
    const other = await anotherKey(open.database, open.shop.users.admin.id, 'admin');
    const [, change] = await askFor({ bankName: 'Bank Pencuri' });
    for (const who of [admin, office(open.api, other)]) {
      expect(await decide(who, change)).toMatchObject([
        422,
        { code: 'SECOND_PERSON_REQUIRED', param: 'masterChangeId' },
      ]);
    }
    expect(await decide(office(open.api, other), change, 'rejected')).toMatchObject([
      200,
      { state: 'rejected' },
    ]);
    const { bankAccountId } = open.shop;
    const account = await open.database.prisma.bankAccount.findUniqueOrThrow({
      where: { id: bankAccountId },
    });
    expect(account.bankName).toBe('Bank Contoh');
  });

  it('is changed once when two people agree at the same moment, with before and after', async () => {
    const [, change] = await askFor({ bankName: 'Bank Contoh Syariah' });
    const controller = office(open.api, open.shop.tokens.creditController);
    const both = await Promise.all([manager, controller].map((who) => decide(who, change)));
    expect(new Set(both.map(([status]) => status))).toEqual(new Set([200, 409]));
    expect(await lastChange(open.database, 'bank_account', open.shop.bankAccountId)).toMatchObject({
      before: { bank_name: 'Bank Contoh' },
      after: { bank_name: 'Bank Contoh Syariah' },
    });
  });

  it('is not agreed to when the account is another one since', async () => {
    const [, change] = await askFor({ bankName: 'Bank Lama' });
    await asOwner(
      open.books,
      (tx) => tx.$executeRaw`UPDATE bank_account SET on_documents = false
      WHERE id = ${open.shop.bankAccountId}::uuid`,
    );
    const answer = await decide(manager, change);
    await asOwner(
      open.books,
      (tx) => tx.$executeRaw`UPDATE bank_account SET on_documents = true
      WHERE id = ${open.shop.bankAccountId}::uuid`,
    );
    expect(answer).toMatchObject([409, { code: 'MASTER_CHANGE_STALE' }]);
    expect(await decide(manager, change, 'rejected')).toMatchObject([200, {}]);
  });

  it('waits with one change at a time', async () => {
    const [, change] = await askFor({ name: 'Satu' });
    expect(await askFor({ name: 'Dua' })).toMatchObject([409, { code: 'MASTER_CHANGE_WAITING' }]);
    expect(await decide(manager, change, 'rejected')).toMatchObject([200, { state: 'rejected' }]);
    expect(await decide(manager, change)).toMatchObject([409, { code: 'MASTER_CHANGE_DECIDED' }]);
  });

  it('is refused a number that another has, also one that it got while the change waited', async () => {
    expect(await askFor({ number: ACCOUNT.number })).toMatchObject([
      409,
      { code: 'BANK_ACCOUNT_EXISTS', param: 'number' },
    ]);
    const [, first] = await askFor({ number: '7777777777' });
    const [, second] = await admin('POST /v1/bank-accounts', { ...ACCOUNT, number: '7777777777' });
    expect(await decide(manager, first)).toMatchObject([200, {}]);
    expect(await decide(manager, second)).toMatchObject([409, { code: 'BANK_ACCOUNT_EXISTS' }]);
    expect(await decide(manager, second, 'rejected')).toMatchObject([200, {}]);
  });

  it('keeps its number when there are files of it', async () => {
    await open.database.transaction(testContext(), (tx) =>
      tx.bankStatement.create({
        data: {
          bankAccountId: open.shop.bankAccountId,
          fileHash: new Uint8Array(32),
          content: new Uint8Array(),
          state: 'refused',
          refusalCode: 'STATEMENT_EMPTY',
          receivedAt: new Date(),
          receivedBy: 'test',
          source: 'feed',
        },
      }),
    );
    const asked = await askFor({ number: '6666666666' });
    expect(asked).toMatchObject([409, { code: 'BANK_ACCOUNT_IN_USE', param: 'number' }]);
  });

  it('stays on documents when it is the last one there', async () => {
    const first = await open.database.prisma.bankAccount.findUniqueOrThrow({
      where: { number: ACCOUNT.number },
    });
    const path = `POST /v1/bank-accounts/${first.id}/changes`;
    const [, change] = await admin(path, { ...ACCOUNT, onDocuments: false });
    expect(await decide(manager, change)).toMatchObject([200, {}]);
    expect(await onPaper()).toBe('7777777777');
    expect(await askFor({ number: '7777777777', onDocuments: false })).toMatchObject([
      422,
      { code: 'BANK_ACCOUNT_NEEDED', param: 'onDocuments' },
    ]);
  });

  it.each([
    [`POST /v1/bank-accounts/${randomUUID()}/changes`, ACCOUNT, 'BANK_ACCOUNT_NOT_FOUND'],
    [
      `POST /v1/master-changes/${randomUUID()}/approval`,
      { decision: 'approved' },
      'MASTER_CHANGE_NOT_FOUND',
    ],
    ['POST /v1/bank-accounts', { ...ACCOUNT, number: '12 34' }, 'FIELD_INVALID'],
    ['POST /v1/bank-accounts', { ...ACCOUNT, currency: 'XXX' }, 'CURRENCY_UNKNOWN'],
  ])('%s is refused', async (call, body, code) => {
    expect(await admin(call, body)).toMatchObject([expect.any(Number), { code }]);
  });
});

describe('approval limits', () => {
  const path = 'POST /v1/approval-limits/changes';

  it('are raised by two people, and never by the one who asks', async () => {
    const { bankAccountId } = open.shop;
    const limits = {
      creditNote: rupiah(2_500_000),
      handFedFiles: [{ bankAccountId, limit: null }],
      reason: 'Growth',
    };
    const [status, change] = await manager(path, limits);
    expect([status, change]).toMatchObject([201, { before: { creditNoteLimit: '1000000' } }]);
    expect(await decide(manager, change)).toMatchObject([422, { code: 'SECOND_PERSON_REQUIRED' }]);
    expect(await limitsNow()).toMatchObject({ creditNote: rupiah(1_000_000) });
    expect(await decide(admin, change)).toMatchObject([200, { state: 'approved' }]);
    const now = await limitsNow();
    expect(now.creditNote).toEqual(rupiah(2_500_000));
    expect(now.handFedFiles.find((one) => one.bankAccountId === bankAccountId)).toMatchObject({
      limit: null,
    });
  });

  it.each([
    [{ creditNote: rupiah(-1) }, 'LIMIT_NEGATIVE', 'creditNote.amount'],
    [{ creditNote: { amount: '1', currency: 'SGD' } }, 'CURRENCY_MISMATCH', 'creditNote.currency'],
    [
      { handFedFiles: [{ bankAccountId: randomUUID(), limit: null }] },
      'BANK_ACCOUNT_NOT_FOUND',
      'handFedFiles[0].bankAccountId',
    ],
  ])('are refused with %p', async (change, code, param) => {
    const answer = await admin(path, { creditNote: rupiah(1), reason: 'x', ...change });
    expect(answer).toMatchObject([expect.any(Number), { code, param }]);
  });
});

type Limits = Readonly<{ creditNote: unknown; handFedFiles: { bankAccountId: string }[] }>;

async function limitsNow(): Promise<Limits> {
  return (await admin('GET /v1/approval-limits'))[1] as Limits;
}

/** Asks, as the administrator, for other details of the first account. */
function askFor(change: object) {
  const { bankAccountId, bankAccountNumber } = open.shop;
  const body = { ...ACCOUNT, number: bankAccountNumber, ...change };
  return admin(`POST /v1/bank-accounts/${bankAccountId}/changes`, body);
}

function decide(who: Office, change: unknown, decision = 'approved') {
  return who(`POST /v1/master-changes/${idOf(change)}/approval`, { decision });
}

function idOf(change: unknown): string {
  return (change as { id: string }).id;
}

async function onPaper(): Promise<string | undefined> {
  return (await loadInvoicePaper(open.database, { invoiceId })).seller.bank?.account;
}

async function waiting(): Promise<readonly unknown[]> {
  const [, body] = await manager('GET /v1/work-queue?kind=master-change');
  return (body as { data: unknown[] }).data;
}
