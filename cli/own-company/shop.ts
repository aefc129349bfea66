import { createClient, type InputOf } from '../../client/client.js';
import type { Caller, Story } from './story.js';

/** A till with its own key, which counts its sales. */
export type Till = Readonly<{
  caller: Caller;
  /** Sells pieces of the one item that the shop has; answers the id of the sale. */
  sell: (story: Story, sale: Sale) => Promise<string>;
}>;

type Sale = Readonly<{
  pieces: number;
  businessDate: string;
  customer?: string;
  tender: 'cash' | 'onAccount';
}>;

export const PIECE_PRICE = 18_000n;
const SKU = 'KOPI-001';
const STORE = 'BDG1';

/** Company, store, printer, till, an item with its price and its stock: what a first sale needs. */
export async function openShop(
  story: Story,
  admin: Caller,
  { url, account }: Readonly<{ url: string; account: string }>,
): Promise<Till> {
  story.chapter('The company', 'Taxes, tenders, open periods and a dunning policy are proposed.');
  await story.step(admin, 'POST /v1/company', {
    input: {
      body: {
        name: 'Kopi Contoh',
        code: 'KCO',
        legalName: 'PT Kopi Contoh Sejahtera',
        address: 'Jl. Contoh 1, Bandung 40111',
        taxNumber: '0012345678901000',
        bankAccount: { bankName: 'Bank Nusa Contoh', number: account, name: 'Operasional' },
      },
    },
    pick: ({ currency, booksFrom }) => ({ currency, booksFrom }),
  });
  await story.step(admin, 'POST /v1/stores', {
    input: {
      body: { code: STORE, name: 'Dago', address: 'Jl. Contoh 2, Bandung', phone: '022-000111' },
    },
    pick: ({ locations }) => locations.map(({ code }) => code),
  });
  const caller = await enrolTill(story, admin, url);
  await stockGoods(story, admin);
  return { caller, sell: sellingAt(caller) };
}

async function enrolTill(story: Story, admin: Caller, url: string): Promise<Caller> {
  story.chapter('The till', 'A manager shows a code; the till turns it into its own key, once.');
  const { id: terminalId } = await story.step(admin, 'POST /v1/terminals', {
    input: { body: { code: `${STORE}-01`, name: 'Kasir 1', store: STORE } },
    pick: ({ location }) => ({ location }),
  });
  const { code } = await story.step(admin, 'POST /v1/terminals/{terminalId}/enrolment-codes', {
    input: { params: { terminalId } },
    pick: ({ expiresAt }) => ({ code: '…', expiresAt }),
  });
  const stranger = { name: 'till', client: createClient({ url }) };
  const { token } = await story.step(stranger, 'POST /v1/enrolments', {
    input: { body: { code: code ?? '' } },
    pick: ({ terminal }) => ({ terminal: terminal.code, token: '…' }),
  });
  return { name: 'till', client: createClient({ url, token }) };
}

async function stockGoods(story: Story, admin: Caller): Promise<void> {
  story.chapter('Goods', 'An item with barcode and price, and what lies on the shelf.');
  await story.step(admin, 'POST /v1/items', {
    input: {
      body: {
        sku: SKU,
        name: 'Kopi Gayo 250 g',
        unit: 'pcs',
        category: 'coffee',
        taxCode: 'PPN',
        unitPrice: { amount: PIECE_PRICE.toString(), currency: 'IDR' },
        barcodes: ['8991234000015'],
      },
    },
    pick: ({ sku }) => ({ sku }),
  });
  await story.step(admin, 'POST /v1/stock-receipts', {
    input: {
      body: {
        kind: 'opening',
        location: `${STORE}-FLOOR`,
        lines: [{ sku: SKU, quantity: '500', cost: { amount: '5500000', currency: 'IDR' } }],
      },
    },
    pick: ({ lines }) => ({ lines }),
  });
}

function sellingAt(caller: Caller): Till['sell'] {
  let deviceSequence = 0;
  return async (story, { pieces, businessDate, customer, tender }) => {
    deviceSequence += 1;
    const saleId = crypto.randomUUID();
    const amount = { amount: (PIECE_PRICE * BigInt(pieces)).toString(), currency: 'IDR' };
    const body: InputOf<'PUT /v1/sales/{saleId}'>['body'] = {
      terminal: `${STORE}-01`,
      deviceSequence,
      businessDate,
      capturedAt: `${businessDate}T00:00:01+07:00`,
      mode: 'online',
      lines: [{ sku: SKU, quantity: String(pieces) }],
      tenders: [{ type: tender, amount }],
      ...(customer === undefined ? {} : { customer }),
    };
    await story.step(caller, 'PUT /v1/sales/{saleId}', {
      input: { params: { saleId }, body },
      pick: ({ number, totals }) => ({ number, total: totals.total.amount }),
    });
    return saleId;
  };
}
