import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf, WORK_ENDINGS } from '../../../domain/lifecycle/work-kinds.js';
import { CAPTURE_ERRORS } from '../../../contract/sale/capture-errors.js';
import { SALE_REPAIRS } from '../../../domain/lifecycle/sale-exceptions.js';
import { ROUTES } from '../../support/api-routes.js';
import { asOwner } from '../../support/as-owner.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext } from '../../support/shop.js';

let open: OpenShop;

beforeAll(async () => {
  open = await openShop();
});
afterAll(() => open.close());

const SQL = sourcesIn('prisma/functions', '.sql');
const TYPESCRIPT = sourcesIn('activities', '.ts');
const KINDS = Object.keys(WORK_ENDINGS);
const BY_REASON = KINDS.filter((kind) => endingOf({ kind, subjectKind: '' })?.byReason === true);

describe('the kinds of work items', () => {
  it('are all in the list: what a function or an activity opens, and nothing else', () => {
    const opened = new Set([...openedInSql(), ...openedInTypeScript()]);
    expect([...opened].toSorted()).toEqual(KINDS.toSorted());
  });

  it('name only calls that there are', () => {
    const names = new Set(ROUTES.map(({ name }) => name));
    const calls = [
      ...Object.values(WORK_ENDINGS).flatMap((ending) => ending.calls),
      ...Object.values(SALE_REPAIRS).flatMap((repair) => repair?.repairs ?? []),
    ];
    expect(calls.filter((call) => !names.has(call))).toEqual([]);
  });

  it.each(KINDS)('%s ends by a call, by itself or by a reason, and says so', (kind) => {
    const ending = endingOf({ kind, subjectKind: '' });
    expect(ending?.byReason === true || (ending?.calls.length ?? 0) > 0).toBe(true);
    expect(ending?.words.en.length).toBeGreaterThan(15);
    expect(ending?.words.id).not.toBe(ending?.words.en);
  });

  it.each(KINDS.filter((kind) => !BY_REASON.includes(kind)))(
    '%s is ended in the sources',
    (kind) => {
      const subject = SUBJECTS[kind] ?? '';
      const ends = [...SQL, ...TYPESCRIPT].filter(({ text }) => {
        const calls = text.split(/(?=end_work_items?(?:_about)?\()/).slice(1);
        return calls.some((call) =>
          [`'${kind}'`, `'${subject}'`].some((name) => call.slice(0, 260).includes(name)),
        );
      });
      const dynamic = kind.startsWith('bank-statement-') ? ['read_statement_again.sql'] : [];
      expect([...ends.map(({ name }) => name), ...dynamic]).not.toEqual([]);
    },
  );
});

describe('the queue', () => {
  it('lists several kinds together', async () => {
    const ids = [await anItem('of-one-kind'), await anItem('of-another')];
    await anItem('of-a-third');
    const as = { as: open.shop.tokens.arManager };
    const { body } = await open.api.send('GET', '/v1/work-queue?kind=of-one-kind,of-another', as);
    const { data } = body as { data: { id: string }[] };
    expect(data.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    const refused = await open.api.send('GET', '/v1/work-queue?kind=of-one-kind,', as);
    expect(refused.status).toBe(400);
  });
});

describe('the exceptions of a booked sale', () => {
  const kinds = Object.keys(SALE_REPAIRS);

  it('that are in the list can come about', () => {
    const codes = CAPTURE_ERRORS.map((code) => code.toLowerCase().replaceAll('_', '-'));
    const fromSql = ['stock-short', 'sequence-repeated', 'late-arrival', 'sale-backdated'];
    const known = new Set([...codes, ...fromSql, 'customer-inactive']);
    expect(kinds.filter((kind) => !known.has(kind))).toEqual([]);
  });

  it.each(kinds)(
    '%s ends with a reason, after its cause was mended by the calls named',
    async (kind) => {
      const id = await anItem(kind, undefined, 'sale');
      const { body } = await open.api.send('GET', `/v1/work-queue?kind=${kind}`, {
        as: open.shop.tokens.arManager,
      });
      const { words, repairs } = SALE_REPAIRS[kind] ?? { words: undefined, repairs: [] };
      expect(body).toMatchObject({ data: [{ id, ends: { byReason: true, words, repairs } }] });
      expect(words?.en).not.toBe(words?.id);
      expect(await resolve(id)).toMatchObject({ status: 200, body: { kind } });
    },
  );
});

/** What a kind is about, where everything about that subject ends together. */
const SUBJECTS: Readonly<Record<string, string>> = { 'unapplied-payment': 'payment' };

describe('POST /v1/work-queue/{id}/resolution', () => {
  it.each([...BY_REASON, 'price-mismatch'])(
    'ends %s with a reason, once, and keeps it',
    async (kind) => {
      const id = await anItem(kind);
      expect(await resolve(id)).toMatchObject({
        status: 200,
        body: { id, kind, resolution: 'seen to' },
      });
      const row = await open.database.prisma.workItem.findUniqueOrThrow({ where: { id } });
      expect(row).toMatchObject({
        state: 'done',
        resolution: 'seen to',
        closedBy: open.shop.users.arManager.id,
      });
      expect(await resolve(id)).toMatchObject({ status: 409, body: { code: 'WORK_ITEM_DONE' } });
    },
  );

  it('does not end what another call ends, and says which words', async () => {
    const id = await anItem('dispute');
    expect(await resolve(id)).toMatchObject({
      status: 409,
      body: { code: 'WORK_ITEM_ENDS_OTHERWISE', detail: WORK_ENDINGS.dispute.words.en },
    });
    const { body } = await open.api.send('GET', '/v1/work-queue?kind=dispute', {
      as: open.shop.tokens.auditor,
    });
    expect(body).toMatchObject({ data: [{ id, ends: WORK_ENDINGS.dispute }] });
  });

  it('does not find the items of another store', async () => {
    const id = await anItem('refund-due', open.shop.bandung.storeId);
    expect(await resolve(id, open.shop.tokens.storeManager)).toMatchObject({ status: 404 });
  });
});

async function anItem(
  kind: string,
  storeId?: string,
  subjectKind = kind === 'price-mismatch' ? 'sale' : 'test',
): Promise<string> {
  const subjectId = randomUUID();
  const item = { kind, subjectKind, subjectId, ...(storeId === undefined ? {} : { storeId }) };
  await asOwner(open.books, (owner) =>
    owner.query('SELECT open_work_item($1::jsonb, $2::jsonb)', [
      JSON.stringify(testContext()),
      JSON.stringify(item),
    ]),
  );
  const found = await open.database.prisma.workItem.findFirstOrThrow({
    where: { kind, subjectId },
  });
  return found.id;
}

function resolve(id: string, as = open.shop.tokens.arManager) {
  return open.api.send('POST', `/v1/work-queue/${id}/resolution`, {
    as,
    body: { reason: 'seen to' },
    headers: { 'idempotency-key': randomUUID() },
  });
}

type Source = Readonly<{ name: string; text: string }>;

function sourcesIn(room: string, ending: string): Source[] {
  return readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }));
}

/** The kinds in calls of open_work_item and of the functions that pass a kind on. */
function openedInSql(): string[] {
  return SQL.flatMap(({ text }) => [
    ...kindsIn(text, /open_(?:invoice_)?work_item\(.{0,160}?'kind', '([a-z-]+[a-z])'/gs),
    // A function that makes the item for others to open.
    ...kindsIn(text, /FUNCTION \w*work_item\(.*?'kind', '([a-z-]+[a-z])'/gs),
    ...kindsIn(text, /report_letter\(ctx, letter, '([a-z-]+)'/g),
    ...kindsIn(text, /'asked', '([a-z-]+)'/g),
    ...(/'kind', 'bank-statement-' \|\| file\.state/.test(text)
      ? ['bank-statement-refused', 'bank-statement-given-up']
      : []),
  ]);
}

function openedInTypeScript(): string[] {
  return TYPESCRIPT.flatMap(({ text }) => [
    ...(text.includes('open_work_item(')
      ? kindsIn(text, /kind: '([a-z]+(?:-[a-z]+)*)',\s+subjectKind/g)
      : []),
    ...(text.includes('open_work_item(') ? kindsIn(text, /\.\.\.subject, kind: '([a-z-]+)'/g) : []),
    ...(text.includes('`bank-statement-${kind}`')
      ? ['bank-statement-gap', 'bank-statement-overlap']
      : []),
    ...kindsIn(text, /workItem: '([a-z-]+)'/g),
    ...kindsIn(/const DECISIONS.*?\];/s.exec(text)?.[0] ?? '', /'([a-z-]+)'/g),
  ]);
}

function kindsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(({ 1: kind }) => (kind === undefined ? [] : [kind]));
}
