import type { Cell } from '../cells.js';
import { amount, date, decimal, moment, money } from '../format.js';
import { inHundredths } from '../hundredths.js';
import { currenciesOf, headOf, type TakenList } from './taken-list.js';

const SHEET = 'printed-list';

/** Prints a list, with all of its rows; the browser makes a PDF of it as well. On the screen nothing changes. */
export function printList(list: TakenList): void {
  document.querySelector(`.${SHEET}`)?.remove();
  const sheet = document.createElement('section');
  sheet.className = SHEET;
  sheet.append(element('h1', list.title), aboutOf(list), tableOf(list));
  document.body.append(sheet);
  globalThis.addEventListener('afterprint', () => sheet.remove(), { once: true });
  globalThis.print();
}

function aboutOf({ about }: TakenList): HTMLElement {
  const facts = element('dl', '');
  for (const [label, says] of about) facts.append(element('dt', label), element('dd', says));
  return facts;
}

function tableOf(list: TakenList): HTMLElement {
  const columns = list.heads.map((_head, column) => currenciesOf(list, column).length > 1);
  const head = rowOf(list.heads.map((_head, column) => ['th', headOf(list, column), false]));
  for (const cell of head.children) cell.setAttribute('scope', 'col');
  const body = document.createElement('tbody');
  for (const row of list.rows)
    body.append(
      rowOf(
        row.map((cell, at) => ['td', textOf(cell, list, columns[at] === true), isFigure(cell)]),
      ),
    );
  const top = document.createElement('thead');
  top.append(head);
  const table = document.createElement('table');
  table.append(top, body);
  return table;
}

type CellOf = readonly [tag: 'th' | 'td', text: string, isFigure: boolean];

function rowOf(cells: readonly CellOf[]): HTMLElement {
  const row = document.createElement('tr');
  for (const [tag, text, figure] of cells) {
    const cell = element(tag, text);
    if (figure) cell.className = 'num';
    row.append(cell);
  }
  return row;
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

const FIGURES: ReadonlySet<Cell['kind']> = new Set(['money', 'number', 'percent']);

function isFigure({ kind }: Cell): boolean {
  return FIGURES.has(kind);
}

/** As the screen writes it. */
function textOf(cell: Cell, { place }: TakenList, namesCurrency: boolean): string {
  switch (cell.kind) {
    case 'none':
      return '\u2013';
    case 'text':
      return cell.text;
    case 'money':
      return namesCurrency ? money(cell.money) : amount(cell.money);
    case 'number':
      return `${decimal(cell.value)}${cell.unit === undefined ? '' : ` ${cell.unit}`}`;
    case 'percent':
      return `${decimal(inHundredths(cell.share))} %`;
    case 'day':
      return date(cell.on, place);
    case 'moment':
      return moment(cell.at, place);
  }
}
