import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { useLanguage } from '../../words/language.js';
import { refusalIn } from '../../words/refusal.js';
import type { ScreenLanguage } from '../../words/screen-language.js';
import { useWords } from '../../words/words.js';
import type { Import } from './import.js';
import { importsWords } from './imports-words.js';

type Row = EntryOf<'GET /v1/imports/{importId}/rows'>;

/** What became of each row: the refused ones first, because they are to be mended. */
export function ImportRows({ of }: Readonly<{ of: Import }>) {
  const say = useWords(importsWords);
  const [onlyBad, setOnlyBad] = useState(of.rows.refused > 0);
  const status = onlyBad ? ('refused' as const) : undefined;
  const list = useList('GET /v1/imports/{importId}/rows', {
    params: { importId: of.id },
    query: { status, limit: 100 },
  });
  const columns = useColumns();
  return (
    <section>
      <div className="row">
        <h2>{say('report')}</h2>
        <span className="grow" />
        <div className="seg" role="group" aria-label={say('report')}>
          {[false, true].map((isBad) => (
            <button
              key={String(isBad)}
              type="button"
              aria-pressed={onlyBad === isBad}
              onClick={() => setOnlyBad(isBad)}
            >
              {say(isBad ? 'bad' : 'all')}
            </button>
          ))}
        </div>
      </div>
      <PagedTable
        title={say('report')}
        exportAs="import-rows"
        list={list}
        columns={columns}
        keyOf={({ line }) => String(line)}
        none={<p className="quiet">{say('noRow')}</p>}
      />
    </section>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(importsWords);
  const { language } = useLanguage();
  return [
    { id: 'line', head: say('line'), align: 'num', value: ({ line }) => numberIn(line) },
    { id: 'status', head: say('status'), value: ({ status }) => textIn(say(status)) },
    { id: 'key', head: say('key'), className: 'mono', value: ({ key }) => textIn(key) },
    {
      id: 'says',
      head: say('says'),
      value: (row) => textIn(saidOf(row, language)),
      wide: (row) => saidOf(row, language),
      cell: (row) => <Says row={row} />,
    },
  ];
}

/** What is wrong with a row at which column, or its cells when nothing is. */
function saidOf({ cells, faults }: Row, language: ScreenLanguage): string {
  if (faults.length === 0) return cells.join(', ');
  return faults
    .map((fault) => `${fault.column ?? ''} ${refusalIn(language, fault)}`.trim())
    .join(' ');
}

function Says({ row }: Readonly<{ row: Row }>) {
  const say = useWords(importsWords);
  const { language } = useLanguage();
  const { faults, changes } = row;
  if (faults.length > 0) return <span className="bad fg">{saidOf(row, language)}</span>;
  if (changes.length > 0)
    return changes
      .map(({ field, before, after }) =>
        say('changes', { field, before: before ?? '\u2013', after: after ?? '\u2013' }),
      )
      .join(', ');
  return <span className="soft">{saidOf(row, language)}</span>;
}
