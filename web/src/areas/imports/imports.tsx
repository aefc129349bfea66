import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { IMPORT_WRITERS } from '../../../../contract/imports/kinds.js';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { momentIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { ListPage } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { SetupViews } from '../company/views.js';
import { BringIn } from './bring-in.js';
import { TakeOut } from './take-out.js';
import { ImportState } from './import-state.js';
import { importsWords } from './imports-words.js';
import './imports.css';

export type ImportHead = EntryOf<'GET /v1/imports'>;

/** What was brought in from another system, and what is tried first. */
export function Page() {
  const say = useWords(importsWords);
  const navigate = useNavigate();
  const role = useRole();
  const [isBringing, setBringing] = useState(false);
  const list = useList('GET /v1/imports', { query: { limit: 100 } });
  const columns = useColumns();
  const mayBring = IMPORT_WRITERS.some((one) => one === role);
  const bring = (
    <button type="button" className="btn small primary" onClick={() => setBringing(true)}>
      {say('bring')}
    </button>
  );
  return (
    <>
      <ListPage
        title={say('title')}
        exportAs="imports"
        views={<SetupViews />}
        verbs={
          <>
            <TakeOut />
            {mayBring ? bring : null}
          </>
        }
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/setup/imports/${id}` })}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {isBringing ? <BringIn onClose={() => setBringing(false)} /> : null}
    </>
  );
}

function goodOf({ rows }: ImportHead): number {
  return rows.written + rows.wouldBeWritten + rows.known;
}

function useColumns(): readonly Column<ImportHead>[] {
  const say = useWords(importsWords);
  return [
    {
      id: 'kind',
      head: say('kind'),
      value: ({ kind }) => textIn(say(kind)),
      cell: ({ id, kind }) => <Link to={`/setup/imports/${id}`}>{say(kind)}</Link>,
    },
    { id: 'mode', head: say('mode'), value: ({ mode }) => textIn(say(mode)) },
    {
      id: 'status',
      head: say('status'),
      value: ({ status }) => textIn(say(status)),
      cell: (row) => <ImportState status={row.status} />,
    },
    { id: 'good', head: say('good'), align: 'num', value: (row) => numberIn(goodOf(row)) },
    { id: 'bad', head: say('bad'), align: 'num', value: ({ rows }) => numberIn(rows.refused) },
    { id: 'rows', head: say('rows'), align: 'num', value: ({ rows }) => numberIn(rows.total) },
    { id: 'when', head: say('when'), value: ({ receivedAt }) => momentIn(receivedAt) },
    { id: 'who', head: say('who'), value: ({ receivedBy }) => textIn(receivedBy) },
  ];
}
