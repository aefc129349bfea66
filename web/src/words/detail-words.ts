import type { ScreenLanguage } from './screen-language.js';

/** As `prisma/functions/stock/stock_shortage.sql` and `issue_identified_goods.sql` write it; `test/web` holds them equal. */
const SHORT = /^(?<sku>.+): (?<sold>[\d.]+) (?<unit>\S+) sold, (?<there>-?[\d.]+) there$/;
/** A place in a bank file, as `domain/statement/judge-file.ts` names it. */
const LINE = /\bline (\d+)\b/g;

/** What the books noted about a work item, in the language of the page. What has no words here stays as it is. */
export function detailIn(language: ScreenLanguage, noted: string): string {
  if (language === 'en') return noted;
  return noted
    .replace(SHORT, '$<sku>: terjual $<sold> $<unit>, ada $<there>')
    .replaceAll(LINE, 'baris $1');
}
