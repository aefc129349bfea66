import { uuidV7 } from '../../platform/uuid-v7.js';
import type { Json } from './shop.js';
import type { World } from './world.js';

export type Basket = Readonly<{
  till?: string;
  customer?: string;
  lines: readonly Readonly<{ sku: string; quantity: string }>[];
  total: bigint;
  tender: 'cash' | 'onAccount';
  delivery?: Readonly<{ kind: 'later'; expiresAt: string }>;
}>;

let sequence = 0;

/** Sells a basket at a till; returns status and answer. */
export async function sell(
  world: World,
  basket: Basket,
): Promise<Readonly<{ saleId: string; status: number; body: Json }>> {
  const { till = 'JKT1-01', customer, lines, total, tender, delivery } = basket;
  const saleId = uuidV7();
  sequence += 1;
  const body = {
    terminal: till,
    deviceSequence: sequence,
    businessDate: world.today().toString(),
    capturedAt: world.clock.iso(),
    mode: 'online',
    ...(customer === undefined ? {} : { customer }),
    lines,
    tenders: [{ type: tender, amount: { amount: total.toString(), currency: 'IDR' } }],
    ...(delivery === undefined ? {} : { delivery }),
  };
  const answer = await world.api(`terminal:${till}`, `PUT /v1/sales/${saleId}`, { body });
  return { saleId, ...answer };
}

export type Article = Readonly<{ sku: string; price: bigint }>;

/** An article sold by the piece with at least so many in stock at `location`, by its index in the catalogue. */
export async function articleAt(world: World, place: number): Promise<Article> {
  const rows = await world.database.prisma.$queryRaw<{ sku: string; price: bigint }[]>`
    SELECT i.sku, p.unit_amount AS price FROM item i JOIN price p ON p.item_id = i.id
      JOIN stock_level s ON s.item_id = i.id JOIN stock_location l ON l.id = s.location_id
    WHERE l.code = 'JKT1-FLOOR' AND i.stocked AND i.active AND i.quantity_step_milli = 1000 AND p.includes_tax
      AND p.version = (SELECT max(version) FROM catalogue_version WHERE effective_from <= ${new Date(world.clock.nowMs())})
      AND s.on_hand_milli - s.reserved_milli >= 20000
    ORDER BY i.sku OFFSET ${place} LIMIT 1`;
  const [article] = rows;
  if (article === undefined) throw new Error('the shelves are empty');
  return article;
}

export type OnAccount = Readonly<{
  saleId: string;
  invoiceId: string;
  number: string;
  reference: string;
  amount: bigint;
  customer: Readonly<{ number: string; email: string; name: string }>;
}>;

/** Sells on account to `customer`, and waits for the invoice. */
export async function sellOnAccount(
  world: World,
  sale: Readonly<{ customer: string; place: number; atLeast?: bigint }>,
): Promise<OnAccount> {
  const article = await articleAt(world, sale.place);
  const { atLeast = 0n } = sale;
  const pieces = [4n, 8n, 12n, 16n, 20n].find((count) => article.price * count >= atLeast) ?? 20n;
  const amount = article.price * pieces;
  const sold = await sell(world, {
    customer: sale.customer,
    lines: [{ sku: article.sku, quantity: pieces.toString() }],
    total: amount,
    tender: 'onAccount',
  });
  if (sold.status !== 201) throw new Error(`not sold: ${JSON.stringify(sold.body)}`);
  const invoice = await world.waitFor('the invoice', () =>
    world.database.prisma.invoice
      .findUnique({ where: { saleId: sold.saleId }, include: { customer: true } })
      .then((found) => found ?? undefined),
  );
  return {
    saleId: sold.saleId,
    invoiceId: invoice.id,
    number: invoice.number,
    reference: invoice.paymentReference,
    amount,
    customer: {
      number: sale.customer,
      email: invoice.customer.email ?? '',
      name: invoice.customer.name,
    },
  };
}

/** Pays by bank transfer with the reference of the invoice in the text. */
export function pay(world: World, invoice: OnAccount, amount: bigint = invoice.amount): void {
  world.bank.transfer({
    amount,
    text: `Pembayaran ${invoice.reference}`,
    payerName: invoice.customer.name,
  });
}

/** Waits until the sale has ended; returns its outcome. */
export async function ended(world: World, saleId: string): Promise<string> {
  return world.waitFor(
    'the end of the sale',
    async () => {
      const { body } = await world.api('arClerk', `GET /v1/lifecycles/${saleId}`);
      return body.stage === 'closed' ? (body.outcome as string) : undefined;
    },
    { days: 60 },
  );
}

/** Reminders that arrived in the customer's mailbox for this invoice. */
export async function remindersFor(world: World, invoice: OnAccount): Promise<number> {
  const base = world.platform.addresses.mailbox ?? '';
  const list = await fetch(`${base}/api/messages?to=${encodeURIComponent(invoice.customer.email)}`);
  const messages = (await list.json()) as Json;
  const summaries: Json[] = messages.data;
  const full = await Promise.all(
    summaries.map(
      async ({ id }) => (await fetch(`${base}/api/messages/${id}`)).json() as Promise<Json>,
    ),
  );
  return full.filter(
    ({ subject, text }) =>
      !isInvoiceMail(subject, invoice) && String(text).includes(invoice.number),
  ).length;
}

/** The invoice mail has the invoice number in its subject; reminders have a sum. */
function isInvoiceMail(subject: string, invoice: OnAccount): boolean {
  return subject.includes(invoice.number);
}
