import { verifyAfterEach } from '../support/books.js';
import { settableClock } from '../support/settable-clock.js';
import { testContext } from '../support/shop.js';
import { openTradingBooks, type TradingBooks } from '../support/trading-books.js';

const TODAY = '2026-03-02';
const TOMORROW = '2026-03-03';

const clock = settableClock(`${TODAY}T12:00:00+07:00`);
let trade: TradingBooks;

beforeAll(async () => {
  trade = await openTradingBooks({ clock, poolSize: 4 });
});
afterAll(() => trade.close());
verifyAfterEach(() => trade.now());

describe('a day that has not come', () => {
  it.each([TOMORROW, '2099-01-01'])('takes no entry: money of %s is booked today', async (day) => {
    const id = await trade.receive(1_000n, { businessDate: day, valueDate: day });
    expect(await bookedOn(id)).toBe(TODAY);
    expect(await trade.database.prisma.payment.findUnique({ where: { id } })).toMatchObject({
      valueDate: new Date(TODAY),
    });
  });

  it('takes no entry of a till that is a day ahead; its receipt keeps the day that was printed', async () => {
    const { sale } = await trade.sell({ mode: 'completed', businessDate: TOMORROW });
    expect(sale.businessDate).toBe(TOMORROW);
    expect(await bookedOn(sale.id)).toBe(TODAY);
  });

  it('is none when a clock is minutes ahead of the command', async () => {
    expect(await moneyAt(`${TODAY}T23:50:00+07:00`, TOMORROW)).toBe(TODAY);
    expect(await moneyAt(`${TODAY}T23:59:58+07:00`, TOMORROW)).toBe(TOMORROW);
  });

  it('is none where it has begun: in a store of the legal entity further east', async () => {
    await moveStoreTo('Asia/Jayapura');
    expect(await moneyAt(`${TODAY}T21:50:00+07:00`, TOMORROW)).toBe(TODAY);
    expect(await moneyAt(`${TODAY}T22:50:00+07:00`, TOMORROW)).toBe(TOMORROW);
    clock.set(`${TODAY}T23:59:59+07:00`);
  });
});

async function moneyAt(at: string, businessDate: string): Promise<string | undefined> {
  clock.set(at);
  return bookedOn(await trade.receive(1_000n, { businessDate }));
}

async function bookedOn(documentId: string): Promise<string | undefined> {
  const { businessDate } = await trade.database.prisma.journalEntry.findFirstOrThrow({
    where: { documentId },
  });
  return businessDate.toISOString().slice(0, 10);
}

async function moveStoreTo(timeZone: string): Promise<void> {
  await trade.database.transaction(testContext(clock.iso()), (tx) =>
    tx.store.update({
      where: { id: trade.shop.jakarta.storeId },
      data: { timeZone },
      select: { id: true },
    }),
  );
}
