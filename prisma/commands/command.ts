import { channel } from 'node:diagnostics_channel';
import { z } from 'zod';

/**
 * A command of the books: the SQL function `name(ctx jsonb, input jsonb) returns jsonb` of
 * `prisma/functions/<stage>/<name>.sql`, with what it takes and what it answers. Callers are held to the shapes when
 * they are compiled; the tests hold the function to them (every call that any test makes is parsed), so that nothing is
 * parsed again on the way of a sale.
 */
export type Command<
  Input extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Readonly<{ name: string; input: Input; answer: Answer }>;

export type InputOf<C extends Command> = z.input<C['input']>;
export type AnswerOf<C extends Command> = z.output<C['answer']>;

const NAME_FORM = /^[a-z][a-z0-9_]*$/;

/** Declares a command. Objects in its shapes are strict: what the function does not read is not sent. */
export function command<Input extends z.ZodType, Answer extends z.ZodType>(
  name: string,
  shapes: Readonly<{ input: Input; answer: Answer }>,
): Command<Input, Answer> {
  if (!NAME_FORM.test(name)) throw new Error(`${name} is not the name of a SQL command`);
  return { name, ...shapes };
}

/** What is told of each call while anybody listens on `lunas:command`; nothing is done for it otherwise. */
export type CommandCall = Readonly<{ command: Command; input: unknown; answer: unknown }>;

export const commandCalls = channel('lunas:command');

// ------------------------------------------------------------------ what the shapes are made of

/** A UUID. */
export const id = z.uuid();
/** An amount in the smallest booked unit of its currency, as decimal digits. */
export const amount = z.string().regex(/^-?\d+$/);
/** ISO 4217. */
export const currency = z.string().length(3);
/** A quantity in thousandths of its unit, as decimal digits. */
export const quantityMilli = z.string().regex(/^-?\d+$/);
/** A calendar day, ISO 8601. */
export const day = z.iso.date();
/** A moment, ISO 8601 with an offset. */
export const instant = z.iso.datetime({ offset: true });
/** The code of an account of the chart in `domain/ledger/accounts.ts`. */
export const account = z.string().regex(/^\d{4}$/);
/** SHA-256 in hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** What a command answers that has nothing to tell. */
export const nothing = z.strictObject({});
/** Facts that are kept as they were given, for people to read. No function looks into them. */
export const keptFacts = z.record(z.string(), z.unknown());

/** Any number of entries. A caller may hand in a list that it must not change itself. */
export function list<Entry extends z.ZodType>(entry: Entry): z.ZodReadonly<z.ZodArray<Entry>> {
  return z.array(entry).readonly();
}

/** A line of a journal entry: debit positive, credit negative. */
export const journalLine = z.strictObject({
  account,
  amount,
  storeId: id.optional(),
  customerId: id.optional(),
});
