import type { Temporal } from 'temporal-polyfill';
import type { Language } from '../../../domain/money/format-money.js';
import { formatDate, formatDateTime } from '../../../platform/dates.js';
import { textsFor } from '../../../platform/texts.js';

export type Words = Readonly<{ id: string; en: string }>;

/** The same in both languages. */
export function sayInBoth(say: (language: Language) => string): Words {
  return { id: say('id'), en: say('en') };
}

type Value = string | number | Temporal.PlainDate;
type Values = Readonly<Record<string, Value | ((language: Language) => string)>>;

/** A text of the locales in both languages; days are written in the language. */
export function textInBoth(key: string, values: Values = {}): Words {
  return sayInBoth((language) => {
    const said = Object.entries(values).map(([name, value]) => [name, valueIn(language, value)]);
    return textsFor(language)(key, Object.fromEntries(said));
  });
}

/** Sentences, each with a full stop, the first letter large. */
export function sentences(parts: readonly Words[]): Words {
  return sayInBoth((language) => parts.map((part) => `${large(part[language])}.`).join(' '));
}

/** A moment as a value of a text. */
export function momentIn(zone: string, at: Temporal.Instant): (language: Language) => string {
  return (language) => formatDateTime(at.toString(), zone, language);
}

function valueIn(language: Language, value: Values[string]): string | number {
  if (typeof value === 'function') return value(language);
  return typeof value === 'object' ? formatDate(value.toString(), language) : value;
}

function large(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
