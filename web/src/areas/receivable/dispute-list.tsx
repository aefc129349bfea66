import type { ReactNode } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { Status } from '../../ui/status.js';
import { Age, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ListFrame, useClaimColumns } from './list-frame.js';
import { promisesWords } from './promises-words.js';

type DisputeRow = EntryOf<'GET /v1/disputes'>;
type Props = Readonly<{ state: DisputeRow['state']; views: ReactNode }>;

/** Disputes by age; they are decided in the story of their sale, where the papers are. */
export function DisputeList({ state, views }: Props) {
  const say = useWords(promisesWords);
  const list = useList('GET /v1/disputes', { query: { state, limit: 100 } });
  const { customer, invoice, amount, open } = useClaimColumns<DisputeRow>();
  const columns: readonly Column<DisputeRow>[] = [
    customer,
    invoice,
    {
      id: 'state',
      head: say('state'),
      value: (row) =>
        row.resolution === null ? momentIn(row.openedAt) : textIn(say(row.resolution)),
      cell: (row) => <Standing row={row} />,
    },
    {
      id: 'age',
      head: say('age'),
      fileHead: say('opened'),
      align: 'num',
      value: (row) => momentIn(row.openedAt),
      cell: (row) => <Age since={row.openedAt} />,
    },
    {
      id: 'reason',
      head: say('reason'),
      value: ({ reason }) => textIn(reason),
      wide: ({ reason }) => reason,
    },
    { id: 'by', head: say('by'), value: (row) => textIn(row.openedBy) },
    amount,
    open,
  ];
  return <ListFrame exportAs="disputes" list={list} columns={columns} views={views} />;
}

function Standing({ row }: Readonly<{ row: DisputeRow }>) {
  const say = useWords(promisesWords);
  if (row.resolution === null)
    return (
      <Status look={{ shape: 'disputed', family: 'disp' }}>
        <When at={row.openedAt} />
      </Status>
    );
  return <Status look={{ shape: 'paid', family: 'in' }}>{say(row.resolution)}</Status>;
}
