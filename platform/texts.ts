import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../domain/money/format-money.js';
import { projectRoot } from './project-root.js';

type TextValues = Readonly<Record<string, string | number>>;

/** Formats a text of the locale. Throws for an unknown key and for a missing value. */
export type Texts = (key: string, values?: TextValues) => string;

export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** A language as the books keep it; English when it is none that we write. */
export function languageOf(text: string): Language {
  return LANGUAGES.find((language) => language === text) ?? 'en';
}

type Message = (values: TextValues) => string;

const catalogues = new Map<Language, ReadonlyMap<string, Message>>();

/**
 * Texts for cashiers and customers from `locales/{language}.json`: ICU messages under dotted keys (`receipt.total`). A
 * missing text is a bug, so it throws instead of printing the key.
 *
 * @example textsFor('id')('document.page', { page: 1, pages: 2 }) // "Halaman 1 dari 2"
 */
export function textsFor(language: Language): Texts {
  const catalogue = catalogueOf(language);
  return (key, values = {}) => {
    const message = catalogue.get(key);
    if (message === undefined)
      throw new Error(`There is no text "${key}" in locales/${language}.json`);
    return message(values);
  };
}

function catalogueOf(language: Language): ReadonlyMap<string, Message> {
  const known = catalogues.get(language);
  if (known !== undefined) return known;
  if (!LANGUAGES.includes(language)) throw new Error(`There are no texts in "${language}"`);
  const catalogue = readCatalogue(language);
  catalogues.set(language, catalogue);
  return catalogue;
}

function readCatalogue(language: Language): ReadonlyMap<string, Message> {
  const path = join(projectRoot, 'locales', `${language}.json`);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  return new Map(Object.entries(messages).map(([key, text]) => [key, toMessage(text, language)]));
}

/**
 * Tags are not parsed: a customer's name may hold "<", and our texts have no markup. Texts without values are formatted
 * once, because every receipt has twenty of them.
 */
function toMessage(text: string, language: Language): Message {
  const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  if (message.getAst().some(({ type }) => type !== LITERAL))
    return (values) => String(message.format(values));
  const said = String(message.format());
  return () => said;
}

/** The type number of plain text in a parsed message (`TYPE.literal` of the parser). */
const LITERAL = 0;
