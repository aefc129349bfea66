import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { ListPage } from '../../ui/list-page.js';
import { count } from '../../ui/format.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { FileDrop, UploadButton, useUpload } from './upload.js';
import { filesWords, footingWords, outcomeWords, stateWords } from './files-words.js';
import { LOOK_OF_STATE, Footing, type StatementState } from './file-status.js';
import { OneFile } from './one-file.js';
import { FilesViews } from './files-views.js';
import './bank-files.css';

type FileHead = EntryOf<'GET /v1/bank-statements'>;
type Search = Readonly<{ status?: StatementState | undefined; file?: string | undefined }>;

const PAGE = 100;
const keyOf = (row: FileHead): string => row.id;

/** What the banks sent: every file, whether it foots, and what became of its lines. A file is dropped anywhere. */
export function Page() {
  const say = useWords(filesWords);
  const search = useSearch({ strict: false }) as Search;
  const upload = useUpload();
  return (
    <FileDrop upload={upload}>
      {search.file === undefined ? (
        <Files search={search} verbs={<UploadButton upload={upload} />} />
      ) : (
        <OneFile
          key={search.file}
          fileId={search.file}
          crumb={{ label: say('title'), to: '/bank-files' }}
        />
      )}
    </FileDrop>
  );
}

function Files({ search, verbs }: Readonly<{ search: Search; verbs: React.ReactNode }>) {
  const say = useWords(filesWords);
  const navigate = useNavigate();
  const columns = useColumns();
  const list = useList('GET /v1/bank-statements', {
    query: { status: search.status, limit: PAGE },
  });
  const open = (row: FileHead) => void navigate({ to: '/bank-files', search: { file: row.id } });
  return (
    <ListPage
      title={say('title')}
      exportAs="bank-files"
      views={<FilesViews at={search.status ?? 'all'} />}
      verbs={verbs}
      list={list}
      columns={columns}
      keyOf={keyOf}
      onOpen={open}
      none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      foot={
        <tr>
          <th scope="row">{say('shown', { n: list.rows.length })}</th>
        </tr>
      }
    />
  );
}

function useColumns(): readonly Column<FileHead>[] {
  const say = useWords(filesWords);
  const state = useWords(stateWords);
  const footing = useWords(footingWords);
  const outcomes = useOutcomes();
  const became = (row: FileHead) => row.refusal?.detail ?? outcomes(row.outcomes);
  return [
    {
      id: 'file',
      head: say('cameIn'),
      value: (row) => momentIn(row.receivedAt),
      cell: (row) => (
        <Link to="/bank-files" search={{ file: row.id }}>
          <When at={row.receivedAt} />
        </Link>
      ),
    },
    { id: 'account', head: say('account'), className: 'mono', value: (row) => textIn(row.account) },
    {
      id: 'state',
      head: say('state'),
      value: (row) => textIn(state(row.status)),
      cell: (row) => <Status look={LOOK_OF_STATE[row.status]}>{state(row.status)}</Status>,
    },
    {
      id: 'footing',
      head: say('footing'),
      value: (row) => textIn(row.footing && footing(row.footing)),
      cell: (row) => <Footing of={row.footing} />,
    },
    { id: 'outcomes', head: say('outcomes'), value: (row) => textIn(became(row)), wide: became },
    { id: 'lines', head: say('lines'), value: (row) => numberIn(row.lineCount), align: 'num' },
    { id: 'by', head: say('by'), value: (row) => textIn(row.receivedBy) },
  ];
}

/** `8 joined, 3 suggested`. */
export function useOutcomes(): (outcomes: Readonly<Record<string, number>>) => string {
  const say = useWords(outcomeWords);
  return (outcomes) =>
    Object.entries(outcomes)
      .filter(([, lines]) => lines > 0)
      .map(([outcome, lines]) => {
        const name = outcome in outcomeWords ? say(outcome as keyof typeof outcomeWords) : outcome;
        return `${count(lines)} ${name}`;
      })
      .join(', ');
}
