import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { CellView } from './cell-view.js';
import type { FileColumn } from './cells.js';
import { useKeys } from './use-keys.js';
import { usePrinting } from './use-printing.js';

export type Column<Row> = FileColumn<Row> &
  Readonly<{
    /** How it looks, where that is more than its value. */
    cell?: (row: Row) => ReactNode;
    /** What the column is, beside its head. */
    what?: ReactNode;
    /** Figures stand right under each other. */
    align?: 'num';
    /** The one column that takes the rest and may be cut off; its whole text is the tooltip. */
    wide?: (row: Row) => string;
    className?: string;
    sorted?: 'ascending' | 'descending';
  }>;

type TableProps<Row> = Readonly<{
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** Called near the end of what was read. */
  onEnd?: () => void;
  /** All rows that there are, when more than were read; for screen readers. */
  total?: number;
  foot?: ReactNode;
  density?: 'compact' | 'normal';
}>;

const ROW_PX = { compact: 32, normal: 40 } as const;
/** Below this all rows are in the page, so that the browser's own find works. */
const VIRTUAL_ABOVE = 200;
const OVERSCAN = 12;

/** A list: keyboard first, virtual when long, its last row says what it totals. */
export function DataTable<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, onEnd, total, foot, density = 'compact' } = props;
  const box = useRef<HTMLDivElement>(null);
  const { first, last, scrollTo } = useShownPart(box, rows.length, density);
  const [at, setAt] = useCursor(props, box, scrollTo);
  useEffect(() => {
    if (last >= rows.length - OVERSCAN) onEnd?.();
  }, [last, rows.length, onEnd]);
  return (
    <div className="list">
      <div
        className="rows"
        ref={box}
        tabIndex={0}
        role="region"
        aria-label={caption}
        onScroll={(event) => nearEnd(event.currentTarget) && onEnd?.()}
      >
        <table
          className={`t ${density === 'compact' ? 'compact' : ''}`}
          aria-rowcount={total ?? rows.length}
        >
          <caption className="hidden">{caption}</caption>
          <Head columns={columns} />
          <tbody>
            <Gap px={first * ROW_PX[density]} columns={columns.length} />
            {rows.slice(first, last).map((row, index) => (
              <TableRow
                key={keyOf(row)}
                row={row}
                index={first + index}
                isAt={keyOf(row) === at}
                onAt={setAt}
                table={props}
              />
            ))}
            <Gap px={(rows.length - last) * ROW_PX[density]} columns={columns.length} />
          </tbody>
        </table>
      </div>
      <Foot>{foot}</Foot>
    </div>
  );
}

type Density = keyof typeof ROW_PX;

/** The rows that are in the page: all of a short list, those in view of a long one. */
function useShownPart(box: RefObject<HTMLDivElement | null>, count: number, density: Density) {
  // Paper has no part that is in view.
  const isVirtual = !usePrinting() && count > VIRTUAL_ABOVE;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX[density],
    overscan: OVERSCAN,
    enabled: isVirtual,
  });
  if (!isVirtual) return { first: 0, last: count, scrollTo: undefined };
  const items = virtual.getVirtualItems();
  const scrollTo = (index: number) => virtual.scrollToIndex(index);
  return { first: items[0]?.index ?? 0, last: (items.at(-1)?.index ?? -1) + 1, scrollTo };
}

/** The row that the keys are at: `j` and `k` move it, `Enter` opens it. */
function useCursor<Row>(
  { rows, keyOf, onOpen }: TableProps<Row>,
  box: RefObject<HTMLDivElement | null>,
  scrollTo: ((index: number) => void) | undefined,
) {
  const [at, setAt] = useState<string | undefined>(undefined);
  const position = rows.findIndex((row) => keyOf(row) === at);
  const move = (step: number) => {
    const index = Math.min(rows.length - 1, Math.max(0, position + step));
    const next = rows[index];
    if (next === undefined) return;
    setAt(keyOf(next));
    if (scrollTo !== undefined) scrollTo(index);
    else
      box.current
        ?.querySelector(`[data-key="${CSS.escape(keyOf(next))}"]`)
        ?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      const row = rows[position];
      // A link or button that has the focus is pressed itself.
      const isOther = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (row === undefined || isOther) return false;
      onOpen?.(row);
      return true;
    },
  });
  return [at, setAt] as const;
}

function Head<Row>({ columns }: Pick<TableProps<Row>, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, head, value, what, align, wide, sorted }) => (
          <th
            key={id}
            scope="col"
            className={align ?? (wide === undefined ? undefined : 'wide')}
            aria-sort={sorted}
          >
            {value === null ? <span className="hidden">{head}</span> : head}
            {what}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const NOTHING = { kind: 'none' } as const;

type RowProps<Row> = Readonly<{
  row: Row;
  index: number;
  isAt: boolean;
  onAt: (key: string) => void;
  table: TableProps<Row>;
}>;

function TableRow<Row>({ row, index, isAt, onAt, table }: RowProps<Row>) {
  const { columns, keyOf, onOpen } = table;
  const key = keyOf(row);
  return (
    <tr
      data-key={key}
      className={isAt ? 'at' : undefined}
      // The head is the first row.
      aria-rowindex={index + 2}
      onClick={() => onAt(key)}
      onDoubleClick={() => onOpen?.(row)}
    >
      {columns.map(({ id, cell, value, align, wide, className }) => (
        <td
          key={id}
          className={[align, wide && 'wide', className].filter(Boolean).join(' ') || undefined}
          title={wide?.(row)}
        >
          {cell === undefined ? <CellView of={value?.(row) ?? NOTHING} /> : cell(row)}
        </td>
      ))}
    </tr>
  );
}

const NEAR_PX = 400;

function nearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < NEAR_PX;
}

function Gap({ px, columns }: Readonly<{ px: number; columns: number }>) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height: px, padding: 0, border: 0 }} />
    </tr>
  );
}

function Foot({ children }: Readonly<{ children: ReactNode }>) {
  if (children === undefined) return null;
  return (
    <table className="t compact total">
      <tfoot>{children}</tfoot>
    </table>
  );
}
