import { Temporal } from 'temporal-polyfill';
import type { Language } from '../domain/money/format-money.js';
import { textsFor } from './texts.js';

/** A day for display: `2026-11-22` becomes `22 Nov 2026`. Month names come from our locales, not from ICU. */
export function formatDate(date: string, language: Language): string {
  return dateText(Temporal.PlainDate.from(date), language);
}

/** An instant (RFC 3339) as local time of `zone`: `22 Nov 2026 14:05`. */
export function formatDateTime(instant: string, zone: string, language: Language): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const { hour, minute } = local;
  return `${dateText(local, language)} ${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The local day of an instant (RFC 3339) in `zone`, as `2026-11-22`. */
export function localDateOf(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function dateText(
  { day, month, year }: Readonly<{ day: number; month: number; year: number }>,
  language: Language,
): string {
  return textsFor(language)('format.date', { day, month: String(month), year: String(year) });
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
