import { z } from 'zod';

/** Longest text anywhere that is not said otherwise: names, reasons, references. */
export const TEXT_MAX_LENGTH = 500;

/** Plain decimals without exponent; `domain/money` and `domain/quantity` judge digits and decimals. */
const DECIMAL = /^-?(?:0|[1-9]\d{0,29})(?:\.\d{1,30})?$/;

/** What people read and write: no control characters (a printer, a mail head or a log would obey them). */
const TEXT = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;

/** A UUID of any version, in lower case from here on. */
export const id = z
  .guid()
  .toLowerCase()
  .meta({ format: 'uuid', example: '019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6a7b' });

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ description: 'ISO 4217.', example: 'IDR' });

/** Read it with `parseMoney` of domain/money, which refuses what the currency is not booked with. */
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

/** ISO 8601 has a year 0000, the calendar of the database has none. */
const NO_YEAR_ZERO = /^(?!0000)/;

export const date = z.iso
  .date()
  .regex(NO_YEAR_ZERO)
  .meta({ format: 'date', example: '2026-11-22' });

export const instant = z.iso
  .datetime({ offset: true })
  .regex(NO_YEAR_ZERO)
  .meta({ format: 'date-time', example: '2026-11-22T10:15:30+07:00' });

export const language = z.enum(['id', 'en']);

/** One line of text for people. */
export function text(maxLength = TEXT_MAX_LENGTH): z.ZodString {
  return z.string().min(1).max(maxLength).regex(TEXT);
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
