import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type AnswerOf } from '../../client/client.js';
import { agreeWithAgency, workTheCase } from './agency.js';
import { createStatements, type Credit } from './bank.js';
import { invitePeople, type People } from './people.js';
import { openShop, type Till } from './shop.js';
import type { Caller, Story } from './story.js';

const ACCOUNT = '8880001234';
const LOOK_EVERY_MS = 200;
/** On a fast clock a quarter passes in minutes; what has not come by then does not come. */
const WAIT_MAX_MS = 300_000;

export type OwnCompany = Readonly<{ story: Story; url: string; adminToken: string }>;

/**
 * From empty books to a sale, an invoice paid by a bank file, reminders and the report of a collection agency, by calls
 * of the API alone. Needs a fast business clock: the agency comes in after weeks.
 */
export async function playOwnCompany({ story, url, adminToken }: OwnCompany): Promise<void> {
  const admin = { name: 'administrator', client: createClient({ url, token: adminToken }) };
  const till = await openShop(story, admin, { url, account: ACCOUNT });
  story.chapter('People', 'Each gets a code, sets a password by it and signs in.');
  const people = await invitePeople(story, admin, url);
  const books = { story, till, people, statement: createStatements(ACCOUNT) };

  story.chapter('The first sale', 'The till gives the sale its id: told twice, it counts once.');
  const businessDate = await today(people.clerk);
  await till.sell(story, { pieces: 2, tender: 'cash', businessDate });
  await story.step(admin, 'GET /v1/setup', {
    input: {},
    pick: ({ steps }) => steps.filter(({ done }) => !done).map(({ step }) => step),
  });

  const customer = await addCustomer(books);
  await paidByBankFile(books, customer);
  const agency = await remindedAndPlaced({ ...books, admin, url }, customer);
  await workTheCase(story, agency);
  await proof(books);
}

type Books = Readonly<{
  story: Story;
  till: Till;
  people: People;
  statement: (day: string, credits: readonly Credit[]) => Uint8Array;
}>;

/** The day of the books. */
async function today({ client }: Caller): Promise<string> {
  const { body } = await client.call('GET /v1/reports/trial-balance', {});
  return body.asOf;
}

async function addCustomer({ story, people }: Books): Promise<string> {
  story.chapter(
    'A customer',
    'To sell on account takes a credit limit; a high one takes two people.',
  );
  const { clerk, manager, controller } = people;
  const { id: customerId, number } = await story.step(clerk, 'POST /v1/customers', {
    input: {
      body: {
        name: 'Warung Melati',
        address: 'Jl. Contoh 5, Bandung 40111',
        email: 'melati@example.test',
        termsDays: 7,
      },
    },
    pick: (customer) => ({ number: customer.number, termsDays: customer.termsDays }),
  });
  const { waiting } = await story.step(manager, 'PUT /v1/customers/{customerId}/credit-limit', {
    input: {
      params: { customerId },
      body: { limit: { amount: '50000000', currency: 'IDR' }, reason: 'Known for years' },
    },
    pick: ({ status, limit, ...line }) => ({ status, limit, waits: line.waiting !== null }),
  });
  if (waiting !== null) {
    await story.step(controller, 'POST /v1/master-changes/{masterChangeId}/approval', {
      input: { params: { masterChangeId: waiting.id }, body: { decision: 'approved' } },
      pick: ({ state }) => ({ state }),
    });
  }
  return number;
}

type Owed = Readonly<{ saleId: string; invoiceNumber: string; amount: bigint }>;

async function sellOnAccount(
  { story, till, people }: Books,
  { customer, pieces }: Readonly<{ customer: string; pieces: number }>,
): Promise<Owed> {
  const businessDate = await today(people.clerk);
  const saleId = await till.sell(story, { pieces, customer, tender: 'onAccount', businessDate });
  return until('the invoice', async () => {
    const { invoiceNumber, onAccount } = await lifeOf(people.clerk, saleId);
    if (invoiceNumber === null) return undefined;
    return { saleId, invoiceNumber, amount: BigInt(onAccount.amount) };
  });
}

async function paidByBankFile(books: Books, customer: string): Promise<void> {
  const { story, people } = books;
  const why = 'The bank brings the number of the invoice back, and the sale is closed.';
  story.chapter('On account, paid by a bank file', why);
  const { saleId, invoiceNumber, amount } = await sellOnAccount(books, { customer, pieces: 10 });
  const credit = { amount, payerName: 'WARUNG MELATI', text: `BAYAR ${invoiceNumber}` };
  await handIn(books, [credit], story);
  await until('the sale to be closed', async () => {
    const { stage } = await lifeOf(people.clerk, saleId);
    return stage === 'closed' ? true : undefined;
  });
  await tellLife(books, saleId);
}

async function remindedAndPlaced(
  books: Books & Readonly<{ admin: Caller; url: string }>,
  customer: string,
): Promise<Caller> {
  const { story, people } = books;
  const why =
    'Letters go out by the policy while the bank data is fresh; after the last one the case goes to an agency.';
  story.chapter('Not paid: reminders, and a collection agency', why);
  const agency = await agreeWithAgency(story, { ...books, ...people });
  const { saleId } = await sellOnAccount(books, { customer, pieces: 60 });
  await until('the case to be at the agency', async () => {
    await handIn(books, []);
    const { body } = await agency.client.call('GET /v1/agency/placements', {});
    return body.data.length > 0 ? true : undefined;
  });
  await tellLife(books, saleId);
  return agency;
}

/** Hands in the bank file of today; a second person releases it where it books more than a clerk may alone. */
async function handIn(
  { people, statement }: Books,
  credits: readonly Credit[],
  story?: Story,
): Promise<void> {
  const { clerk, manager } = people;
  const file = statement(await today(clerk), credits);
  const input = { query: { account: ACCOUNT }, body: file };
  const options = { contentType: 'application/xml' };
  if (story === undefined) {
    await clerk.client.call('POST /v1/bank-statements', input, options);
    return;
  }
  const { id: statementId, status } = await story.step(clerk, 'POST /v1/bank-statements', {
    input,
    options,
    pick: (answer) => ({ status: answer.status }),
  });
  if (status !== 'awaiting-release') return;
  await story.step(manager, 'POST /v1/bank-statements/{statementId}/release', {
    input: {
      params: { statementId },
      body: { decision: 'released', reason: 'As on the page of the bank' },
    },
    pick: (answer) => ({ status: answer.status }),
  });
}

type Life = AnswerOf<'GET /v1/lifecycles/{saleId}'>['body'];

async function lifeOf({ client }: Caller, saleId: string): Promise<Life> {
  const { body } = await client.call('GET /v1/lifecycles/{saleId}', { params: { saleId } });
  return body;
}

async function tellLife({ story, people }: Books, saleId: string): Promise<void> {
  await story.step(people.clerk, 'GET /v1/lifecycles/{saleId}', {
    input: { params: { saleId } },
    pick: ({ stage, open, events }) => ({ stage, open, events: events.map(({ kind }) => kind) }),
  });
}

async function proof({ story, people }: Books): Promise<void> {
  story.chapter('The proof', 'What customers owe ties to the ledger, and debits equal credits.');
  await story.step(people.controller, 'GET /v1/reports/ageing', {
    input: {},
    pick: ({ total, ledger }) => ({ owed: total.total, difference: ledger.difference }),
  });
  await story.step(people.controller, 'GET /v1/reports/trial-balance', {
    input: {},
    pick: ({ total }) => total,
  });
}

/** Looks until there is something to see. */
async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  for (let waitedMs = 0; waitedMs < WAIT_MAX_MS; waitedMs += LOOK_EVERY_MS) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`${what} did not come`);
}
