import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../platform/project-root.js';
import type { Command } from '../../prisma/commands/command.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import * as companyCommands from '../../prisma/commands/company.js';
import * as customerCommands from '../../prisma/commands/customer.js';
import * as dunningCommands from '../../prisma/commands/dunning.js';
import * as importCommands from '../../prisma/commands/imports.js';
import * as invoiceCommands from '../../prisma/commands/invoice.js';
import * as ledgerCommands from '../../prisma/commands/ledger.js';
import * as lifecycleCommands from '../../prisma/commands/lifecycle.js';
import * as mailCommands from '../../prisma/commands/mail.js';
import * as paymentCommands from '../../prisma/commands/payment.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import * as quarantineCommands from '../../prisma/commands/quarantine.js';
import * as receiptCommands from '../../prisma/commands/receipt.js';
import * as receivableCommands from '../../prisma/commands/receivable.js';
import * as saleCommands from '../../prisma/commands/sale.js';
import * as shadowCommands from '../../prisma/commands/shadow.js';
import * as statementCommands from '../../prisma/commands/statement.js';
import * as stockCommands from '../../prisma/commands/stock.js';
import type { Database } from '../../prisma/database.js';
import { CALLING_ROOMS } from '../../scripts/command-callers.js';
import { keysReadBy } from '../../scripts/command-keys.js';
import { readSqlFunctions } from '../../scripts/function-files.js';
import { sourcesBelow } from '../../scripts/sources.js';
import { testContext } from '../support/shop.js';

const stages: Readonly<Record<string, Readonly<Record<string, Command>>>> = {
  collection: collectionCommands,
  company: companyCommands,
  customer: customerCommands,
  dunning: dunningCommands,
  imports: importCommands,
  invoice: invoiceCommands,
  ledger: ledgerCommands,
  lifecycle: lifecycleCommands,
  mail: mailCommands,
  payment: paymentCommands,
  people: peopleCommands,
  quarantine: quarantineCommands,
  receipt: receiptCommands,
  receivable: receivableCommands,
  sale: saleCommands,
  shadow: shadowCommands,
  statement: statementCommands,
  stock: stockCommands,
};

/** What the shapes of several stages are made of. */
const sharedShapes = ['command', 'finding', 'receivable-facts'];

const functions = new Map(readSqlFunctions().map((found) => [found.file.name, found]));
const texts = new Map([...functions].map(([name, { file }]) => [name, file.text]));
const declared = Object.entries(stages).flatMap(([stage, commands]) =>
  Object.entries(commands).map(([exported, command]) => ({ stage, exported, command })),
);

/**
 * Applying a payment settles open items by the same function as a credit note, a write-off and a deduction. It looks for
 * the sources of those too, and finds none.
 */
const otherSources = ['creditNoteId', 'deductionId', 'writeOffId'];
const readForOthers: Readonly<Record<string, readonly string[]>> = {
  allocate_payment: otherSources,
  apply_payment: otherSources,
  // post_opening books the balance of a store's stock and of a customer too.
  book_opening_balance: ['customerId', 'storeId'],
};

describe('the declared commands', () => {
  it('are those of every file of declarations', () => {
    const files = sourcesBelow(join(projectRoot, 'prisma', 'commands')).map((path) =>
      basename(path, '.ts'),
    );
    expect(files.toSorted()).toEqual([...Object.keys(stages), ...sharedShapes].toSorted());
    expect(declared.length).toBeGreaterThan(50);
  });

  it.each(named())('%s is a function of its stage with the form of a command', (_, one) => {
    const { stage, exported, command } = one;
    const found = functions.get(command.name);
    expect(found?.file.stage).toBe(stage);
    expect(found?.isCommand).toBe(true);
    expect(exported).toBe(camelCase(command.name));
  });

  it.each(named())('%s is named by the contract of its function', (_, one) => {
    const said = functions.get(one.command.name)?.contract.labels.get('Input');
    // Contracts without labels are held by the test of the files.
    expect(said ?? declarationOf(one)).toContain(declarationOf(one));
  });

  it.each(named())('%s takes exactly what its function reads', (_, { command }) => {
    const read = keysReadBy(command.name, texts).filter(
      (key) => !(readForOthers[command.name] ?? []).includes(key),
    );
    expect(keysOf(command.input)).toEqual(read);
  });

  it.each(named())('%s takes and answers nothing that is not named', (_, { command }) => {
    expect(openObjectsIn(jsonSchemaOf(command.input))).toEqual([]);
    expect(openObjectsIn(jsonSchemaOf(command.answer))).toEqual([]);
  });

  it('are all that the product calls', () => {
    const names = new Set(declared.map(({ command }) => command.name));
    const sources = callingSources();
    const called = [...functions.values()]
      .filter(({ isCommand, file }) => isCommand && sources.includes(`${file.name}(`))
      .map(({ file }) => file.name);
    expect(called.filter((name) => !names.has(name))).toEqual([]);
  });

  it('refuse an unknown key', () => {
    const { closePeriod } = ledgerCommands;
    const input = { periodId: '0198c2a0-0000-7000-8000-000000000000', today: '2026-07-01' };
    expect(closePeriod.input.safeParse(input).success).toBe(true);
    expect(closePeriod.input.safeParse({ ...input, todayy: '2026-07-01' }).success).toBe(false);
    const answer = { closedAt: '2026-07-01T00:00:00+07:00' };
    expect(closePeriod.answer.safeParse(answer).success).toBe(true);
    expect(closePeriod.answer.safeParse({ ...answer, by: 'somebody' }).success).toBe(false);
  });
});

describe('a call with another shape', () => {
  it('does not compile', () => {
    // Never called: what is tried here is the compiler.
    const calls = async (database: Database) => {
      const { closePeriod } = ledgerCommands;
      const { createPlacement } = collectionCommands;
      const ctx = testContext();
      const input = { periodId: '', today: '' };
      // @ts-expect-error a command is called by its declaration, not by its name
      await database.call('close_period', ctx, input);
      // @ts-expect-error a key is missing
      await database.call(closePeriod, ctx, { periodId: '' });
      // @ts-expect-error a value has another type
      await database.call(closePeriod, ctx, { ...input, today: 1 });
      // @ts-expect-error a key is not known
      await database.call(closePeriod, ctx, { periodId: '', today: '', reason: '' });
      const closed = await database.call(closePeriod, ctx, input);
      const placing = await database.call(createPlacement, ctx, { invoiceId: '', placedOn: '' });
      return [
        // @ts-expect-error the answer has no such key
        closed.closedBy,
        // @ts-expect-error only one kind of answer has the key
        placing.placementId,
      ];
    };
    expect(calls).toBeInstanceOf(Function);
  });
});

function named(): [string, (typeof declared)[number]][] {
  return declared.map((one) => [one.command.name, one]);
}

function declarationOf({ exported, stage }: (typeof declared)[number]): string {
  return `${exported} in prisma/commands/${stage}.ts`;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The sources of the product that call commands. */
function callingSources(): string {
  return CALLING_ROOMS.flatMap((room) => sourcesBelow(join(projectRoot, room)))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

type JsonSchema = Readonly<{
  type?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: unknown;
  propertyNames?: unknown;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  $defs?: Readonly<Record<string, JsonSchema>>;
}>;

/** What is sent, as JSON Schema. */
function jsonSchemaOf(shape: z.ZodType): JsonSchema {
  return z.toJSONSchema(shape, { io: 'input' }) as JsonSchema;
}

/** The top-level keys, of all forms that an input may have, in order of the alphabet. */
function keysOf(shape: z.ZodType): string[] {
  const schema = jsonSchemaOf(shape);
  const forms = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  const keys = forms.flatMap(({ properties = {} }) => Object.keys(properties));
  return [...new Set(keys)].toSorted();
}

/** Objects that would take an unknown key; not those that are kept as they were given (`keptFacts`). */
function openObjectsIn(schema: JsonSchema): JsonSchema[] {
  const { properties = {}, items, anyOf = [], oneOf = [], $defs = {} } = schema;
  const inside = [
    ...Object.values(properties),
    ...Object.values($defs),
    ...anyOf,
    ...oneOf,
    ...(items === undefined ? [] : [items]),
  ].flatMap(openObjectsIn);
  const isKept = schema.propertyNames !== undefined;
  const isOpen = schema.type === 'object' && !isKept && schema.additionalProperties !== false;
  return isOpen ? [schema, ...inside] : inside;
}
