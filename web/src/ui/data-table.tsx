import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useKeys } from './use-keys.js';

export type Column<Row> = Readonly<{
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
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
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  onOpen,
  onEnd,
  total,
  foot,
  density = 'compact',
}: TableProps<Row>) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<string | undefined>(undefined);
  const isVirtual = rows.length > VIRTUAL_ABOVE;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX[density],
    overscan: OVERSCAN,
    enabled: isVirtual,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = isVirtual
    ? [items[0]?.index ?? 0, (items.at(-1)?.index ?? -1) + 1]
    : [0, rows.length];
  const position = rows.findIndex((row) => keyOf(row) === at);
  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, position + step))];
    if (next === undefined) return;
    setAt(keyOf(next));
    if (isVirtual) virtual.scrollToIndex(rows.indexOf(next));
    else box.current?.querySelector(`[data-key="${keyOf(next)}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(onOpen === undefined
      ? {}
      : {
          Enter: () => {
            const row = rows[position];
            if (row !== undefined) onOpen(row);
          },
        }),
  });
  useEffect(() => {
    if (last >= rows.length - OVERSCAN) onEnd?.();
  }, [last, rows.length, onEnd]);
  const shown = rows.slice(first, last);
  return (
    <div className="list">
      <div
        className="rows"
        ref={box}
        tabIndex={0}
        role="region"
        aria-label={caption}
        onScroll={isVirtual ? undefined : (event) => nearEnd(event.currentTarget) && onEnd?.()}
      >
        <table className={`t ${density === 'compact' ? 'compact' : ''}`} aria-rowcount={total ?? rows.length}>
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ id, head, align, wide, sorted }) => (
                <th
                  key={id}
                  scope="col"
                  className={align ?? (wide === undefined ? undefined : 'wide')}
                  aria-sort={sorted}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap px={first * ROW_PX[density]} columns={columns.length} />
            {shown.map((row, index) => (
              <tr
                key={keyOf(row)}
                data-key={keyOf(row)}
                className={keyOf(row) === at ? 'at' : undefined}
                aria-rowindex={first + index + 2}
                onClick={() => setAt(keyOf(row))}
                onDoubleClick={() => onOpen?.(row)}
              >
                {columns.map(({ id, cell, align, wide, className }) => (
                  <td
                    key={id}
                    className={[align, wide && 'wide', className].filter(Boolean).join(' ') || undefined}
                    title={wide?.(row)}
                  >
                    {cell(row)}
                  </td>
                ))}
              </tr>
            ))}
            <Gap px={(rows.length - last) * ROW_PX[density]} columns={columns.length} />
          </tbody>
        </table>
      </div>
      {foot === undefined ? null : (
        <table className="t compact total">
          <tfoot>{foot}</tfoot>
        </table>
      )}
    </div>
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
