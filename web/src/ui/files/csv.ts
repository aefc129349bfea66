import { csvCell } from '../../../../domain/imports/csv-dialect.js';
import type { Cell } from '../cells.js';
import { inHundredths } from '../hundredths.js';
import { currenciesOf, headOf, wallClock, type TakenList } from './taken-list.js';

const BOM = '\uFEFF';

/** What the spreadsheets of a language expect: where the comma is the decimal mark, columns are parted by `;`. */
const DIALECTS = {
  en: { separator: ',', mark: '.' },
  id: { separator: ';', mark: ',' },
} as const;

/** A list as CSV (RFC 4180) that spreadsheets read as UTF-8; nothing in it runs as a formula. */
export function csvOf(list: TakenList): string {
  const { separator } = DIALECTS[list.place.language];
  const several = list.heads.map((_head, column) => currenciesOf(list, column).length > 1);
  const heads = list.heads.flatMap((_head, column) => {
    const head = headOf(list, column);
    return several[column] === true ? [head, `${head}, ISO 4217`] : [head];
  });
  const rows = list.rows.map((row) =>
    row.flatMap((cell, column) =>
      several[column] === true ? [textOf(cell, list), currencyOf(cell)] : [textOf(cell, list)],
    ),
  );
  const lines = [heads, ...rows].map((cells) => cells.map(csvCell).join(separator));
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

function currencyOf(cell: Cell): string {
  return cell.kind === 'money' ? cell.money.currency : '';
}

/** Numbers with the decimal mark of the language and without signs between thousands; days as ISO 8601. */
function textOf(cell: Cell, { place }: TakenList): string {
  const numberOf = (text: string) => text.replace('.', DIALECTS[place.language].mark);
  switch (cell.kind) {
    case 'none':
      return '';
    case 'text':
      return cell.text;
    case 'money':
      return numberOf(cell.money.amount);
    case 'number':
      return `${numberOf(cell.value)}${cell.unit === undefined ? '' : ` ${cell.unit}`}`;
    case 'percent':
      return `${numberOf(inHundredths(cell.share))}%`;
    case 'day':
      return cell.on;
    case 'moment':
      return wallClock(cell.at, place);
  }
}
