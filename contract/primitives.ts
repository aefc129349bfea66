import { z } from 'zod';
import { MISLEADING_SIGNS } from '../domain/text/unseen-signs.js';

/** Default length limit of texts: names, reasons, references. */
export const TEXT_MAX_LENGTH = 500;

/** Plain decimals without exponent; `domain/money` and `domain/quantity` judge digits and decimals. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?$/;

/**
 * No control characters, which a printer, a mail header or a log would obey. Written out, because OpenAPI tools may not
 * know `\p{Cc}`; lone surrogates are refused earlier.
 */
const CONTROLS = String.raw`\u0000-\u001f\u007f-\u009f\u2028\u2029`;
/** Text for people: no controls, and nothing unseen by which one name passes for another. */
const TEXT = new RegExp(`^[^${CONTROLS}${MISLEADING_SIGNS}]*$`);
const TILL_TEXT = new RegExp(`^[^${CONTROLS}]*$`);

/** A UUID of any version, turned into lower case. */
export const id = z
  .guid()
  .toLowerCase()
  .meta({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b' });

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217.', example: 'IDR' });

/** Read it with `parseMoney` of domain/money, which checks the decimals of the currency. */
export const money = z
  .strictObject({
    amount: z
      .string()
      .regex(DECIMAL)
      .meta({ description: 'Decimal in major units.', example: '150000' }),
    currency,
  })
  .meta({ id: 'Money', description: 'No more decimals than the currency is booked with (IDR 0).' });

export type WireMoney = z.infer<typeof money>;

/** Read it with `parseQuantity` of domain/quantity. */
export const quantity = z
  .string()
  .regex(DECIMAL)
  .meta({ description: 'Decimal with at most three places.', example: '0.25' });

/**
 * Years 1 to 9999 (UTC): PostgreSQL has no year 0, and later years are written in another form. The format check
 * refuses what is no date.
 */
const FIRST_MS = Date.parse('0001-01-01T00:00:00Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const WITHIN_THE_BOOKS = { params: { detail: 'Expected is a year from 0001 to 9999.' } };

export const date = z.iso
  .date()
  .refine(isWithinTheBooks, WITHIN_THE_BOOKS)
  .meta({ format: 'date', example: '2026-11-22' });

export const instant = z.iso
  .datetime({ offset: true })
  .refine(isWithinTheBooks, WITHIN_THE_BOOKS)
  .meta({ format: 'date-time', example: '2026-11-22T10:15:30+07:00' });

/** When something planned begins or ends. */
export const plannedMoment = z.union([date, instant]);

/** Languages of documents, letters and screens. */
export const LANGUAGES = ['id', 'en'] as const;

export const language = z.enum(LANGUAGES);

/** One line of text for people. */
export function text(maxLength = TEXT_MAX_LENGTH): z.ZodString {
  return z.string().min(1).max(maxLength).regex(TEXT);
}

/** The same from a till, with what nobody sees: a sale that has happened is booked whatever its texts hold. */
export function tillText(maxLength: number): z.ZodString {
  return z.string().min(1).max(maxLength).regex(TILL_TEXT);
}

/** A short code such as a SKU, a barcode or a document number. */
export const code = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/:#+-]*$/u);

/**
 * The schema, or null. For named schemas (`.meta({ id })`) use this and not `.nullable()`, which the OpenAPI
 * generator loses behind a reference.
 */
export function orNull<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, z.null()]);
}

function isWithinTheBooks(text: string): boolean {
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) || (atMs >= FIRST_MS && atMs <= LAST_MS);
}
