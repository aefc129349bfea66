import type { Json } from '../shop.js';
import type { World } from '../world.js';
import { ended, remindersFor, sellOnAccount, type OnAccount } from '../sales.js';
import { idr, must, type Fate } from './fate.js';

/**
 * A debt large enough for an agency. The promise is broken and all reminders were sent: the agency collects half, two
 * people write off the rest.
 */
export const placedAndWrittenOff: Fate = {
  name: 'promise broken, placed, half collected, rest written off',
  play: async (world) => {
    const invoice = await sellOnAccount(world, {
      customer: 'C-0030',
      place: 7,
      atLeast: 1_000_000n,
    });
    await breakPromise(world, invoice);
    const placement = await placedAtAgency(world, invoice);
    const collected = invoice.amount / 2n;
    await collectHalf(world, { placement, collected });
    await giveUpTheRest(world, { invoice, placement });
    const outcome = await ended(world, invoice.saleId);
    must(outcome === 'written-off', `it ended as ${outcome}`);
    const books = await world.database.prisma.placement.findUniqueOrThrow({
      where: { id: placement.id },
    });
    must(books.collectedAmount === collected, `${books.collectedAmount} was collected`);
    must(books.outstandingAmount === 0n, `${books.outstandingAmount} is outstanding`);
    return `collected ${books.collectedAmount}, written off ${books.writtenOffAmount}, commission booked`;
  },
};

async function breakPromise(world: World, invoice: OnAccount): Promise<void> {
  await world.waitFor(
    'the first reminder',
    async () => ((await remindersFor(world, invoice)) >= 1 ? true : undefined),
    { days: 60 },
  );
  const promise = await world.api('arClerk', `POST /v1/invoices/${invoice.invoiceId}/promises`, {
    body: { amount: idr(invoice.amount), promisedFor: world.today().add({ days: 4 }).toString() },
  });
  must(promise.status === 201, `the promise was refused: ${JSON.stringify(promise.body)}`);
  await world.waitFor(
    'the promise to be broken',
    () =>
      world.database.prisma.promiseToPay
        .findFirst({ where: { invoiceId: invoice.invoiceId, state: 'broken' } })
        .then((found) => found ?? undefined),
    { days: 30 },
  );
}

/** A case with the partner whose key may see it. */
type Placed = Readonly<{ id: string; partner: string }>;

/** Waits for the signed webhook, as the agency does, and accepts the case. */
async function placedAtAgency(world: World, invoice: OnAccount): Promise<Placed> {
  const placed = await world.waitFor(
    'the webhook of the placement',
    async () => {
      const placement = await world.database.prisma.placement.findFirst({
        where: { invoiceId: invoice.invoiceId },
        include: { agency: { select: { code: true } } },
      });
      const isTold = world.agency.told.some(
        ({ type, placementId }) => type === 'placement.created' && placementId === placement?.id,
      );
      if (placement === null || !isTold) return undefined;
      return { id: placement.id, partner: `partner:${placement.agency.code}` };
    },
    { days: 80 },
  );
  must((await remindersFor(world, invoice)) === 3, 'it was placed before every reminder was spent');
  const path = `/v1/agency/placements/${placed.id}/acknowledgement`;
  const answer = await world.api(placed.partner, `POST ${path}`, { body: { accepted: true } });
  must(answer.status < 300, `the acknowledgement was refused: ${JSON.stringify(answer.body)}`);
  return placed;
}

async function collectHalf(
  world: World,
  { placement, collected }: Readonly<{ placement: Placed; collected: bigint }>,
): Promise<void> {
  await world.agency.report(world, placement, { sequence: 1, type: 'contacted' });
  await world.days(3);
  const payment = await world.agency.report(world, placement, {
    sequence: 2,
    type: 'payment',
    amount: idr(collected),
  });
  await world.days(2);
  const event = await world.database.prisma.placementEvent.findFirstOrThrow({
    where: { placementId: placement.id, sequence: 2 },
  });
  const commission = event.commissionAmount ?? 0n;
  must(commission > 0n, `no commission for ${JSON.stringify(payment)}`);
  const tax = (commission * 11n + 50n) / 100n;
  const remittance = await world.api(placement.partner, 'POST /v1/agency/remittances', {
    body: remittanceOf({
      placement: placement.id,
      collected,
      commission,
      tax,
      on: world.today().toString(),
    }),
  });
  must(remittance.status < 300, `the remittance was refused: ${JSON.stringify(remittance.body)}`);
}

function remittanceOf(
  of: Readonly<{
    placement: string;
    collected: bigint;
    commission: bigint;
    tax: bigint;
    on: string;
  }>,
): Json {
  return {
    number: `REM-${of.on}`,
    remittedOn: of.on,
    gross: idr(of.collected),
    commission: idr(of.commission),
    taxOnCommission: idr(of.tax),
    net: idr(of.collected - of.commission - of.tax),
    payments: [
      {
        placementId: of.placement,
        sequence: 2,
        gross: idr(of.collected),
        commission: idr(of.commission),
      },
    ],
  };
}

/** Who asks for a write-off cannot approve it. */
async function giveUpTheRest(
  world: World,
  { invoice, placement }: Readonly<{ invoice: OnAccount; placement: Placed }>,
): Promise<void> {
  await world.days(3);
  await world.agency.report(world, placement, {
    sequence: 3,
    type: 'uncollectible',
    reason: 'The debtor has moved away',
  });
  const writeOff = await world.waitFor('the write-off to be asked for', () =>
    world.database.prisma.writeOff
      .findFirst({ where: { invoiceId: invoice.invoiceId, state: 'requested' } })
      .then((found) => found ?? undefined),
  );
  const approval = await world.api('arManager', `POST /v1/write-offs/${writeOff.id}/approval`, {
    body: { decision: 'approved' },
  });
  must(approval.status < 300, `the approval was refused: ${JSON.stringify(approval.body)}`);
}
