import { writeCamt053, type CamtEntry } from '../../simulators/bank/write-camt053.js';
import type { Shop } from './shop.js';

export type Transfer = Readonly<{ amount: bigint; text: string; payerName: string }>;

/** The shop's bank: takes transfers and sends a camt.053 file every other day, empty ones too. */
export type Bank = Readonly<{
  transfer: (transfer: Transfer) => void;
  /** Sends files until `stop`. */
  open: (shop: Shop) => Promise<void>;
  stop: () => void;
  filesSent: () => number;
}>;

const ACCOUNT_ID = '8810001234567';
const DAYS_BETWEEN_FILES = 2;

export function createBank(opening: bigint): Bank {
  let waiting: Transfer[] = [];
  let balance = opening;
  let files = 0;
  let stopped = false;
  let references = 0;

  const nextFile = (shop: Shop): string => {
    const on = shop.today();
    const entries: CamtEntry[] = waiting.map((transfer) => {
      references += 1;
      return {
        ...transfer,
        bookingDate: on,
        valueDate: on,
        bankReference: `BNC${String(references).padStart(8, '0')}`,
      };
    });
    waiting = [];
    files += 1;
    const before = balance;
    balance += entries.reduce((sum, { amount }) => sum + amount, 0n);
    return writeCamt053([
      {
        accountId: ACCOUNT_ID,
        currency: 'IDR',
        statementNumber: String(files),
        on,
        opening: before,
        entries,
      },
    ]);
  };
  return {
    transfer: (transfer) => waiting.push(transfer),
    stop: () => {
      stopped = true;
    },
    filesSent: () => files,
    open: async (shop) => {
      while (!stopped) {
        await deliver(shop, nextFile(shop));
        await shop.days(DAYS_BETWEEN_FILES);
      }
    },
  };
}

/** Like a bank's file transfer, repeats until the file is accepted; the same bytes count once. */
async function deliver(shop: Shop, content: string): Promise<void> {
  await shop.waitFor('the bank file to be taken', async () => {
    const answer = await shop.api('integration', `POST /v1/bank-statements?account=${ACCOUNT_ID}`, {
      raw: { content, type: 'application/xml' },
    });
    return answer.status === 202 || answer.status === 200 ? true : undefined;
  });
}
