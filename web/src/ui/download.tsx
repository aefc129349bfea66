import { IconDownload, IconFileSpreadsheet, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useContext, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import {
  EXPORT_ROWS_MAX,
  type ExportedList,
  type ExportFormat,
} from '../../../domain/people/list-export.js';
import { faultOf } from '../api/use-call.js';
import { useSession } from '../shell/session.js';
import { useToast } from '../shell/toasts.js';
import { defineWords, useWords } from '../words/words.js';
import type { FileColumn } from './cells.js';
import { DownloadSlot } from './download-slot.js';
import { count, moment, todayOf } from './format.js';
import { placeBelow } from './place-below.js';
import { usePlace } from './place.js';

const words = defineWords({
  download: { en: 'Download', id: 'Unduh' },
  of: { en: 'Download: {title}', id: 'Unduh: {title}' },
  csv: { en: 'CSV', id: 'CSV' },
  xlsx: { en: 'Excel (XLSX)', id: 'Excel (XLSX)' },
  print: { en: 'Print or PDF', id: 'Cetak atau PDF' },
  rule: {
    en: 'All rows of this view, {max} at most. The audit trail keeps who took them.',
    id: 'Semua baris tampilan ini, paling banyak {max}. Jejak audit mencatat siapa yang mengambilnya.',
  },
  reading: { en: 'Reading all rows of {title}', id: 'Membaca semua baris {title}' },
  given: {
    en: '{title}: {rows} {n, plural, one {row} other {rows}}, {format}',
    id: '{title}: {rows} baris, {format}',
  },
  cut: {
    en: '{title}: only the first {rows} rows. Narrow the filters to get the rest.',
    id: '{title}: hanya {rows} baris pertama. Persempit saringan untuk mendapat sisanya.',
  },
  by: { en: 'Taken by', id: 'Diambil oleh' },
  at: { en: 'Taken at', id: 'Diambil pada' },
  filters: { en: 'Filters', id: 'Saringan' },
  rows: { en: 'Rows', id: 'Baris' },
  firstOnly: { en: 'The first {rows}; there are more', id: '{rows} yang pertama; masih ada lagi' },
  first: { en: 'first-{n}', id: '{n}-pertama' },
});

/** Rows of a list, and whether these are all. */
export type ReadRows<Row> = Readonly<{ rows: readonly Row[]; whole: boolean }>;

export type DownloadProps<Row> = Readonly<{
  exportAs: ExportedList;
  title: string;
  columns: readonly FileColumn<Row>[];
  /** Reads what the page shows, to its end, but not more rows than that. */
  read: (most: number) => Promise<ReadRows<Row>>;
  /** Filters and order as the call has them, as a query of an address. */
  filters: string;
  /** Nothing was read yet, or there is nothing. */
  isEmpty: boolean;
}>;

const FORMATS: readonly Readonly<{ format: ExportFormat; icon: typeof IconDownload }>[] = [
  { format: 'xlsx', icon: IconFileSpreadsheet },
  { format: 'csv', icon: IconFileText },
  { format: 'print', icon: IconPrinter },
];

/** In the head of the page: gives exactly what a list shows as a file or on paper. Each time is recorded before. */
export function Download<Row>(props: DownloadProps<Row>) {
  const slot = useContext(DownloadSlot);
  return slot === null ? null : createPortal(<Menu {...props} />, slot);
}

function Menu<Row>(props: DownloadProps<Row>) {
  const say = useWords(words);
  const { title, isEmpty } = props;
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, take] = useTaking(props);
  const choose = (format: ExportFormat) => {
    menu.current?.hidePopover();
    void take(format);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="btn small"
        aria-label={say(isBusy ? 'reading' : 'of', { title })}
        aria-busy={isBusy}
        disabled={isEmpty || isBusy}
        popoverTarget={id}
      >
        <IconDownload className="i" />
        {say('download')}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="menu download-menu"
        onBeforeToggle={() => placeBelow(menu.current, button.current)}
      >
        {FORMATS.map(({ format, icon: Icon }) => (
          <button key={format} type="button" onClick={() => choose(format)}>
            <Icon className="i" />
            {say(format)}
          </button>
        ))}
        <p className="quiet xs">{say('rule', { max: count(EXPORT_ROWS_MAX) })}</p>
      </div>
    </>
  );
}

/** Reads the rows, records that they are taken, and gives them; what fails is said and nothing is given. */
function useTaking<Row>(props: DownloadProps<Row>) {
  const say = useWords(words);
  const tell = useToast();
  const { client } = useSession();
  const asTaken = useTakenList(props);
  const [isBusy, setBusy] = useState(false);
  const { exportAs, title, filters, read } = props;
  const take = async (format: ExportFormat) => {
    setBusy(true);
    try {
      const { give } = await import('./files/give.js');
      const found = await read(EXPORT_ROWS_MAX);
      const n = found.rows.length;
      await client.call('POST /v1/list-exports', {
        body: { list: exportAs, format, filters, rows: n, whole: found.whole },
      });
      give(format, asTaken(found));
      const values = { title, n, rows: count(n), format: say(format) };
      tell(say(found.whole ? 'given' : 'cut', values));
    } catch (error) {
      tell(faultOf(error) ?? '');
    } finally {
      setBusy(false);
    }
  };
  return [isBusy, take] as const;
}

/** The rows with their heads and what is said about them, in the language of the screen. */
function useTakenList<Row>({ title, columns, filters }: DownloadProps<Row>) {
  const say = useWords(words);
  const place = usePlace();
  const { person, nowMs } = useSession();
  return ({ rows, whole }: ReadRows<Row>) => {
    const taken = columns.flatMap(({ head, fileHead, value }) =>
      value === null ? [] : [{ head: fileHead ?? head, value }],
    );
    const n = count(rows.length);
    const name = [
      nameOf(title),
      todayOf(place),
      ...(whole ? [] : [say('first', { n: String(rows.length) })]),
    ];
    return {
      title,
      name: name.join('-'),
      about: [
        [say('by'), person.name],
        [say('at'), moment(new Date(nowMs()).toISOString(), place)],
        [say('filters'), filters === '' ? '\u2013' : decodeURIComponent(filters)],
        [say('rows'), whole ? n : say('firstOnly', { rows: n })],
      ] as const,
      heads: taken.map(({ head }) => head),
      rows: rows.map((row) => taken.map(({ value }) => value(row))),
      place,
    };
  };
}

/** Reads rows that the page has all of. */
export function firstOf<Row>(rows: readonly Row[]) {
  return async (most: number): Promise<ReadRows<Row>> => ({
    rows: rows.slice(0, most),
    whole: rows.length <= most,
  });
}

/** `Promises and disputes` is `promises-and-disputes`. */
function nameOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
