import { IntlMessageFormat } from 'intl-messageformat';
import { useLanguage, type ScreenLanguage } from './language.js';
import type { Text } from './screen-language.js';

export type { Text };
export type Values = Readonly<Record<string, string | number>>;

/** Says a text of `Words` in the language of the screen. */
export type Say<Key extends string> = (key: Key, values?: Values) => string;

/** The texts of one area, in both languages. The compiler refuses one without the other. */
export function defineWords<const Key extends string>(words: Readonly<Record<Key, Text>>) {
  return words;
}

export function useWords<Key extends string>(words: Readonly<Record<Key, Text>>): Say<Key> {
  const { language } = useLanguage();
  return (key, values) => sayIn(language, words[key], values);
}

const formats = new Map<string, IntlMessageFormat>();

export function sayIn(language: ScreenLanguage, text: Text, values?: Values): string {
  const template = text[language];
  if (values === undefined) return template;
  const known = formats.get(template) ?? new IntlMessageFormat(template, language);
  formats.set(template, known);
  return String(known.format(values));
}
