import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import type { Language } from '../../domain/money/format-money.js';
import { projectRoot } from '../../platform/project-root.js';
import { textsFor } from '../../platform/texts.js';
import { oneLine } from './mail-address.js';

/** Plain values and lists of them; amounts and dates come formatted. */
export type TemplateData = Readonly<{
  [name: string]: string | number | boolean | undefined | readonly TemplateData[];
}>;

const templates = new Map<string, HandlebarsTemplateDelegate<TemplateData>>();

/**
 * Renders `templates/{name}.hbs` as plain text. In a template `{{text "key" name=value}}` says a text of the catalogue
 * in the reader's language. Strict: a value that is not given is a bug and throws. Values are never read as templates
 * and cannot begin a new line.
 */
export function renderTemplate(name: string, language: Language, data: TemplateData): string {
  const say = textsFor(language);
  const text = (key: string, { hash }: Handlebars.HelperOptions): string =>
    say(key, hash as Record<string, string | number>);
  return templateOf(name)(harmless(data), { helpers: { text } });
}

/** Renders words with `{{field}}` alone, which were checked when they were handed in (`checkLetterText`). */
export function renderWords(source: string, data: TemplateData): string {
  const strictly = { strict: true, noEscape: true, knownHelpersOnly: true };
  return Handlebars.compile<TemplateData>(source, strictly)(harmless(data));
}

function templateOf(name: string): HandlebarsTemplateDelegate<TemplateData> {
  const known = templates.get(name);
  if (known !== undefined) return known;
  const source = readFileSync(join(projectRoot, 'templates', `${name}.hbs`), 'utf8');
  const template = Handlebars.compile<TemplateData>(source, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { text: true },
  });
  templates.set(name, template);
  return template;
}

function harmless(data: TemplateData): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value === 'string') return [name, oneLine(value)];
      return [name, Array.isArray(value) ? value.map(harmless) : value];
    }),
  );
}
