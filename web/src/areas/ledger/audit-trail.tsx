import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download } from '../../ui/download.js';
import { ListBody } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import { NothingFound } from '../../ui/states.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ledgerWords } from './ledger-words.js';

type Change = EntryOf<'GET /v1/audit'>;
type List = ReturnType<typeof useList<'GET /v1/audit'>>;

const PAGE = 100;

type Props = Readonly<{ table: string | undefined; row: string | undefined; views: ReactNode }>;

/** Who changed what, when and from where, before and after. */
export function AuditTrail({ table, row, views }: Props) {
  const say = useWords(ledgerWords);
  const list = useList('GET /v1/audit', { query: { table, row, limit: PAGE } }, { live: false });
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={<TableFilter table={table} />}
      keys={[['/', say('filter')]]}
    >
      <Take list={list} />
      <ListBody label={say('audit')} list={list} none={<None />}>
        {(changes) => <Changes changes={changes} />}
      </ListBody>
    </Frame>
  );
}

function None() {
  const say = useWords(ledgerWords);
  return <NothingFound title={say('noChange')}>{say('noChangeWhy')}</NothingFound>;
}

function TableFilter({ table }: Readonly<{ table: string | undefined }>) {
  const say = useWords(ledgerWords);
  const navigate = useNavigate();
  const search = (typed: string | undefined) => {
    const of = typed === undefined ? { view: 'audit' } : { view: 'audit', table: typed };
    void navigate({ to: '/ledger', search: of });
  };
  return <SearchField key={table} label={say('filterTable')} value={table} onSearch={search} />;
}

function Take({ list }: Readonly<{ list: List }>) {
  const say = useWords(ledgerWords);
  const columns: readonly FileColumn<Change>[] = [
    { id: 'when', head: say('when'), value: ({ at }) => momentIn(at) },
    { id: 'who', head: say('who'), value: ({ actor }) => textIn(actor.name) },
    { id: 'what', head: say('what'), value: ({ action }) => textIn(action) },
    { id: 'table', head: say('table'), value: ({ table }) => textIn(table) },
    { id: 'row', head: say('row'), value: ({ row }) => textIn(row) },
    { id: 'before', head: say('before'), value: ({ before }) => textIn(valuesIn(before)) },
    { id: 'after', head: say('after'), value: ({ after }) => textIn(valuesIn(after)) },
  ];
  return (
    <Download
      exportAs="audit-trail"
      title={say('audit')}
      columns={columns}
      read={list.readAll}
      filters={list.filters}
      isEmpty={list.rows.length === 0}
    />
  );
}

function valuesIn(values: Change['before']): string | null {
  return values === null ? null : JSON.stringify(values);
}

function Changes({ changes }: Readonly<{ changes: readonly Change[] }>) {
  const say = useWords(ledgerWords);
  return (
    <table className="t compact audit">
      <caption className="hidden">{say('audit')}</caption>
      <thead>
        <tr>
          {(['when', 'who', 'what', 'table', 'row'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
          <th scope="col" className="wide">
            {`${say('before')} \u2192 ${say('after')}`}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <td>
              <When at={change.at} />
            </td>
            <td title={change.origin}>{change.actor.name}</td>
            <td>
              <Action of={change.action} />
            </td>
            <td className="mono">
              <Link to="/ledger" search={{ view: 'audit', table: change.table }}>
                {change.table}
              </Link>
            </td>
            <td className="mono">
              <Link
                to="/ledger"
                search={{ view: 'audit', table: change.table, row: change.row }}
                title={change.row}
              >
                {change.row.slice(-8)}
              </Link>
            </td>
            <td className="wide">
              <Values change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ACTIONS = ['insert', 'update', 'delete'] as const;

/** What was done to the row; a command is named as it is. */
function Action({ of }: Readonly<{ of: string }>) {
  const say = useWords(ledgerWords);
  const known = ACTIONS.find((action) => action === of);
  return known === undefined ? <span className="mono">{of}</span> : say(known);
}

/** The columns that differ; of a new or deleted row all of them. */
function Values({ change: { before, after } }: Readonly<{ change: Change }>) {
  const names = Object.keys(after ?? before ?? {});
  // A change of nothing that the trail keeps, such as of a secret's hash.
  if (names.length === 0) return <span className="quiet">{'\u2013'}</span>;
  const shows = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));
  return (
    <details>
      <summary className="cut">{names.join(', ')}</summary>
      <dl className="facts">
        {names.map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt className="mono">{name}</dt>
            <dd>
              {before === null ? null : <del>{shows(before[name])}</del>}{' '}
              {after === null ? null : <ins>{shows(after[name])}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
