import { randomUUID } from 'node:crypto';
import { startApi, type Received, type TestApi } from '../../support/api-client.js';
import { verifyAfterEach } from '../../support/books.js';
import { settableClock } from '../../support/settable-clock.js';
import { openPeriod } from '../../support/read-books.js';
import { openTradingBooks, type TradingBooks } from '../../support/trading-books.js';

const clock = settableClock('2026-08-03T09:00:00+07:00');
let trade: TradingBooks;
let api: TestApi;
let periods: Readonly<{ june: string; july: string; august: string }>;

beforeAll(async () => {
  trade = await openTradingBooks({ clock });
  api = await startApi(trade.database, { clock });
  periods = {
    june: await period('2026-06-01', '2026-06-30'),
    july: await period('2026-07-01', '2026-07-31'),
    august: await period('2026-08-01', '2026-08-31'),
  };
});
verifyAfterEach(() => trade.now());
afterAll(async () => {
  await api.close();
  await trade.close();
});

describe('an accounting period', () => {
  it('is closed once when it is over, by a manager', async () => {
    expect(await close(periods.july, 'arClerk')).toMatchObject({ status: 403 });
    expect(await close(periods.august)).toMatchObject({
      status: 422,
      body: { code: 'PERIOD_NOT_OVER' },
    });
    expect(await close(randomUUID())).toMatchObject({
      status: 404,
      body: { code: 'PERIOD_NOT_FOUND' },
    });
    expect(await close(periods.july)).toMatchObject({
      status: 409,
      body: { code: 'PERIOD_BEFORE_OPEN', detail: expect.stringContaining('2026-06-01') as string },
    });
    expect(await close(periods.june)).toMatchObject({ status: 200 });
    const closed = await close(periods.july);
    expect(closed).toMatchObject({
      status: 200,
      body: { id: periods.july, legalEntity: 'NSA', state: 'closed', startsOn: '2026-07-01' },
    });
    expect(await close(periods.july)).toMatchObject({
      status: 409,
      body: { code: 'PERIOD_CLOSED_BEFORE' },
    });
  });

  it('is listed with the others, page by page', async () => {
    const first = await read('/v1/accounting-periods?limit=2');
    expect(first).toMatchObject({ body: { data: [{ id: periods.august }, { id: periods.july }] } });
    const { nextCursor } = first.body as { nextCursor: string };
    expect(await read(`/v1/accounting-periods?limit=2&cursor=${nextCursor}`)).toMatchObject({
      body: { data: [{ id: periods.june }], nextCursor: null },
    });
    expect(await read('/v1/accounting-periods?state=open')).toMatchObject({
      body: { data: [{ id: periods.august }] },
    });
  });

  it.each(['2026-07-31', '2026-06-15', '2026-05-31', '2019-01-01'])(
    'that is closed takes nothing of %s, before the first of all neither: it is booked on the first open day',
    async (businessDate) => {
      await expect(trade.sell({ businessDate })).rejects.toMatchObject({ code: 'PERIOD_CLOSED' });
      const { sale } = await trade.sell({ businessDate, mode: 'completed' });
      const entry = await trade.database.prisma.journalEntry.findFirstOrThrow({
        where: { documentId: sale.id },
      });
      expect(entry.businessDate.toISOString().slice(0, 10)).toBe('2026-08-01');
      expect(sale.exceptions.map(({ kind }) => kind)).toEqual(['late-arrival']);
      const work = { kind: 'late-arrival', subjectId: sale.id };
      expect(await trade.database.prisma.workItem.count({ where: work })).toBe(1);
    },
  );
});

function period(...days: [string, string]): Promise<string> {
  return openPeriod({ ...trade, at: clock.iso() }, days);
}

function close(id: string, as: 'arManager' | 'arClerk' = 'arManager'): Promise<Received> {
  return api.send('POST', `/v1/accounting-periods/${id}/closing`, {
    as: trade.shop.tokens[as],
    headers: { 'idempotency-key': randomUUID() },
  });
}

function read(path: string): Promise<Received> {
  return api.send('GET', path, { as: trade.shop.tokens.auditor });
}
