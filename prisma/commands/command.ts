import { channel } from 'node:diagnostics_channel';
import { z } from 'zod';

/**
 * A command of the books: the SQL function `name(ctx jsonb, input jsonb) returns jsonb` of
 * `prisma/functions/<stage>/<name>.sql`, with what it takes and what it answers. The compiler checks callers against
 * the shapes; the tests check the function (every call in any test is parsed), so that production parses nothing.
 */
export type Command<
  Input extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = Readonly<{ name: string; input: Input; answer: Answer }>;

export type InputOf<C extends Command> = z.input<C['input']>;
export type AnswerOf<C extends Command> = z.output<C['answer']>;

const NAME_FORM = /^[a-z][a-z0-9_]*$/;

/** Declares a command. Objects in its shapes are strict: fields that the function does not read are not allowed. */
export function command<Input extends z.ZodType, Answer extends z.ZodType>(
  name: string,
  shapes: Readonly<{ input: Input; answer: Answer }>,
): Command<Input, Answer> {
  if (!NAME_FORM.test(name)) throw new Error(`${name} is not the name of a SQL command`);
  return { name, ...shapes };
}

/** The message about each call on the channel `lunas:command`; made only while somebody listens. */
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
/** The answer of a command without a result. */
export const nothing = z.strictObject({});
/** Facts stored as given, for people to read. No function reads them. */
export const keptFacts = z.record(z.string(), z.unknown());

/** A list of any length; callers may pass readonly arrays. */
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
