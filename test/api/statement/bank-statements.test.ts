import type { Received } from '../../support/api-client.js';
import { camt053, camtEntry, camtStatement } from '../../support/bank-files.js';
import { addAnotherAccount } from '../../support/another-account.js';
import { useCashApi } from '../../support/cash-api.js';

const { world, api } = useCashApi();

describe('POST /v1/bank-statements', () => {
  it('takes a file of any media type and asks for its workflow', async () => {
    const answer = await send(world.statement([{ amount: 10_000n }]), {
      headers: { 'content-type': 'text/weird' },
    });
    expect(answer.status).toBe(202);
    const { id, status, workflow } = answer.body as Receipt;
    expect(status).toBe('received');
    expect(answer.headers.get('location')).toBe(`/v1/bank-statements/${id}`);
    const start = await world.database.prisma.workflowStart.findUniqueOrThrow({
      where: { workflowId: workflow.workflowId },
    });
    expect(start).toMatchObject({
      workflowType: 'bankStatement',
      taskQueue: 'receivables',
      input: { statementId: id },
    });
    expect(workflow.workflowId).toMatch(/^statement:[0-9a-f]{64}$/);
  });

  it('makes one statement of the same file sent twenty times at once, with and without keys', async () => {
    const file = world.statement([{ amount: 20_000n }]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        send(file, index % 2 === 0 ? {} : { headers: { 'idempotency-key': `key-${index}` } }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const ids = new Set(answers.map(({ body }) => (body as Receipt).id));
    expect(ids.size).toBe(1);
    const [id] = ids;
    expect(
      answers.filter(({ headers }) => headers.get('idempotency-replayed') !== 'true'),
    ).toHaveLength(1);
    expect(
      await world.database.prisma.workflowStart.count({
        where: { input: { path: ['statementId'], equals: id ?? '' } },
      }),
    ).toBe(1);
  });

  it('answers the first id while the first is in work, and after it', async () => {
    const file = world.statement([{ amount: 30_000n }]);
    const { id } = (await send(file)).body as Receipt;
    await world.activities.readBankStatement({ statementId: id });
    expect((await send(file)).body).toMatchObject({ id, status: 'read' });
    await world.activities.matchStatement({ statementId: id });
    expect((await send(file)).body).toMatchObject({ id, status: 'booked' });
  });

  it('refuses an account that the books do not know, and an empty body', async () => {
    const file = world.statement([{ amount: 40_000n }]);
    expect(await send(file, {}, '?account=000')).toMatchObject({
      status: 422,
      body: { code: 'BANK_ACCOUNT_UNKNOWN', param: 'account' },
    });
    expect(await send(new Uint8Array())).toMatchObject({
      status: 400,
      body: { code: 'BODY_REQUIRED' },
    });
    const ok = await send(file, {}, `?account=${world.shop.bankAccountNumber}`);
    expect(ok.status).toBe(202);
  });

  it.each(['auditor', 'admin', 'cashier', 'storeManager'] as const)(
    'is not for the role %s',
    async (role) => {
      const answer = await api.send('POST', '/v1/bank-statements', {
        as: world.shop.tokens[role],
        content: new Uint8Array([1]),
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'ROLE_FORBIDDEN' } });
    },
  );
});

describe('a bank file that was refused', () => {
  it('is read again when it is handed in again after its cause was mended, and once only', async () => {
    const number = '7770001112223';
    const invoice = await world.invoice();
    const entry = camtEntry({ amount: 45_000n, text: invoice.paymentReference });
    const file = camt053({ accountId: number, entries: [entry] });
    const { id, workflow } = (await send(file)).body as Receipt;
    expect(await work(id)).toBe('refused');

    // Nothing was mended yet: it is read, and refused again.
    expect((await send(file)).body).toMatchObject({ id, status: 'received' });
    expect(await work(id)).toBe('refused');

    await addAccount(number);
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(file)));
    expect(answers.filter(isReplay)).toHaveLength(11);
    const first = answers.find((answer) => !isReplay(answer))?.body as Receipt;
    expect(first).toMatchObject({
      id,
      status: 'received',
      workflow: { workflowId: `${workflow.workflowId}:3` },
    });
    expect(await work(id)).toBe('booked');

    const again = await send(file);
    expect(again).toMatchObject({ status: 202, body: { id, status: 'booked' } });
    expect(isReplay(again)).toBe(true);
    expect(await read(`/v1/bank-statements/${id}`)).toMatchObject({
      body: {
        refusal: null,
        earlierRefusals: [
          { code: 'STATEMENT_ACCOUNT_UNKNOWN' },
          { code: 'STATEMENT_ACCOUNT_UNKNOWN' },
        ],
        outcomes: { booked: 1 },
        workflow: { workflowId: `${workflow.workflowId}:3` },
      },
    });
    const { prisma } = world.database;
    expect(await prisma.workItem.count({ where: { subjectId: id, state: 'open' } })).toBe(0);
    const asked = { workflowId: { startsWith: workflow.workflowId } };
    expect(await prisma.workflowStart.count({ where: asked })).toBe(3);
  });
});

describe('GET /v1/bank-statements/{id}', () => {
  it('shows balances, footing, the outcome of each line with its payments, and refused places', async () => {
    const invoice = await world.invoice();
    const id = await world.book(
      world.statement([
        { amount: 45_000n, text: invoice.paymentReference, payerName: 'Warung Sari' },
        { amount: -6_500n, text: 'Biaya' },
      ]),
    );
    const answer = await read(`/v1/bank-statements/${id}`);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id,
        status: 'booked',
        account: world.shop.bankAccountNumber,
        lineCount: 2,
        outcomes: { booked: 1, 'not-a-customer-payment': 1 },
        statements: [{ footing: 'foots' }],
        refusedPlaces: [],
        nextCursor: null,
        lines: [
          {
            position: 1,
            amount: { amount: '45000', currency: 'IDR' },
            outcome: 'booked',
            payments: [{ status: 'applied' }],
            detail: {
              findings: [{ kind: 'book', equation: `IDR 45000 = ${invoice.number} 45000` }],
            },
          },
          {
            position: 2,
            amount: { amount: '-6500', currency: 'IDR' },
            outcome: 'not-a-customer-payment',
            payments: [],
          },
        ],
      },
    });
  });

  it('pages through the lines and filters them by outcome', async () => {
    const id = await world.book(
      world.statement(
        Array.from({ length: 5 }, (_, index) => ({ amount: 1_000n + BigInt(index), text: 'x' })),
      ),
    );
    const first = (await read(`/v1/bank-statements/${id}?limit=2`)).body as Page;
    const second = (await read(`/v1/bank-statements/${id}?limit=2&cursor=${first.nextCursor}`))
      .body as Page;
    expect([first, second].map(({ lines }) => lines.map(({ position }) => position))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(((await read(`/v1/bank-statements/${id}?outcome=booked`)).body as Page).lines).toEqual(
      [],
    );
  });

  it('shows why a file was refused, and finds it in the list and in the work queue', async () => {
    const id = await world.book(new TextEncoder().encode('no bank file')).catch(() => '');
    const answer = await read('/v1/bank-statements?status=refused');
    expect(answer.body).toMatchObject({
      data: [{ status: 'refused', refusal: { code: 'STATEMENT_FORMAT_UNKNOWN' } }],
    });
    expect(id).not.toBe('');
    const work = await read('/v1/work-queue?kind=bank-statement-refused');
    expect(work.body).toMatchObject({ data: [{ subject: { kind: 'bank-statement', id } }] });
  });

  it('answers 404 for an unknown id', async () => {
    expect(await read('/v1/bank-statements/019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b')).toMatchObject({
      status: 404,
    });
  });
});

/** What the workflow of a file does with it. */
describe('POST /v1/bank-statements/{id}/repeats', () => {
  it('shows both lines, takes a word on each, and asks for the workflow that matches new money', async () => {
    const first = await book(notice('R-1'));
    const second = await book(notice('R-2'));
    const { body: shown } = await read(`/v1/bank-statements/${second}?outcome=repeat-unclear`);
    expect(shown).toMatchObject({
      lines: [
        { position: 1, repeats: { statementId: first, position: 1, text: 'Setoran' } },
        { position: 2, repeats: { statementId: first, position: 2 } },
      ],
    });

    const one = await decide(second, { decision: 'repeat', positions: [1] });
    expect(one).toMatchObject({ status: 200, body: { decided: 1, waiting: 1 } });
    const other = await decide(second, { decision: 'new', positions: [2] });
    expect(other).toMatchObject({ status: 200, body: { decided: 1, waiting: 0 } });
    const { workflow } = other.body as Receipt;
    expect(workflow.workflowId).toMatch(/:2$/);
    await world.database.prisma.workflowStart.findUniqueOrThrow({
      where: { workflowId: workflow.workflowId },
    });
    const { body: told } = await read(`/v1/bank-statements/${second}`);
    expect(told).toMatchObject({
      lines: [{ outcome: 'duplicate', repeats: { statementId: first } }, { outcome: 'new' }],
    });
    await world.activities.matchStatement({ statementId: second });
  });

  it('refuses a word on a line nobody is asked about, and on a file that is not there', async () => {
    const id = await book(world.statement([{ amount: 61_000n }]));
    expect(await decide(id, { decision: 'new' })).toMatchObject({
      status: 409,
      body: { code: 'BANK_LINE_DECIDED' },
    });
    const nowhere = '01936f2e-7b1c-7d3e-9a51-0c6e2f4b8d99';
    expect(await decide(nowhere, { decision: 'new' })).toMatchObject({
      status: 404,
      body: { code: 'STATEMENT_NOT_FOUND' },
    });
    const { id: unread } = await world.receive(world.statement([{ amount: 62_000n }]));
    expect(await decide(unread, { decision: 'new' })).toMatchObject({
      body: { code: 'STATEMENT_NOT_READ' },
    });
    await work(unread);
  });
});

/** Two lines that no reference of the bank tells from those of another notice. */
function notice(statementNumber: string): Uint8Array {
  const entries = [63_000n, 64_000n].map((amount) => ({
    ...camtEntry({ amount, text: 'Setoran' }),
    bankReference: 'NONREF',
  }));
  const { opening: _, ...statement } = camtStatement({
    accountId: world.shop.bankAccountNumber,
    statementNumber,
    entries,
  });
  return camt053({ statements: [statement] }, { message: 'camt.054' });
}

async function book(file: Uint8Array): Promise<string> {
  const { id } = (await send(file)).body as Receipt;
  await work(id);
  return id;
}

function decide(statementId: string, json: object) {
  return api.send('POST', `/v1/bank-statements/${statementId}/repeats`, {
    as: world.shop.tokens.arClerk,
    body: json,
    headers: { 'idempotency-key': `decide-${JSON.stringify(json)}-${statementId}` },
  });
}

async function work(statementId: string): Promise<string> {
  const { kind } = await world.activities.readBankStatement({ statementId });
  if (kind === 'refused') return kind;
  await world.activities.matchStatement({ statementId });
  return 'booked';
}

function addAccount(number: string): Promise<void> {
  return addAnotherAccount(world, number, world.clock.iso());
}

function isReplay({ headers }: Received): boolean {
  return headers.get('idempotency-replayed') === 'true';
}

type Receipt = Readonly<{ id: string; status: string; workflow: { workflowId: string } }>;
type Page = Readonly<{ lines: readonly { position: number }[]; nextCursor: string | null }>;

function send(
  content: Uint8Array,
  sent: Readonly<{ headers?: Record<string, string> }> = {},
  query = '',
) {
  const bytes = new Uint8Array(content);
  return api.send('POST', `/v1/bank-statements${query}`, {
    as: world.shop.tokens.arClerk,
    content: bytes,
    ...sent,
  });
}

function read(path: string) {
  return api.send('GET', path, { as: world.shop.tokens.auditor });
}
