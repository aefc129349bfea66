import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { mergeWords } from './merge-words.js';
import { MERGERS } from './mergers.js';
import { SplitDialog } from './split-dialog.js';

export type Merge = EntryOf<'GET /v1/customer-merges'>;

/** Customers that were made one, and those that are two again. */
export function MergeList() {
  const say = useWords(mergeWords);
  const merges = useList('GET /v1/customer-merges', { query: {} });
  const [split, setSplit] = useState<Merge>();
  const mayMerge = MERGERS.includes(useRole());
  const columns = useColumns(mayMerge ? setSplit : undefined);
  return (
    <>
      <PagedTable
        title={say('merges')}
        exportAs="customer-merges"
        list={merges}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={(merge) => mayMerge && merge.undone === null && setSplit(merge)}
        none={<NothingFound title={say('noMerge')}>{say('noMergeWhy')}</NothingFound>}
        density="normal"
      />
      {split === undefined ? null : (
        <SplitDialog merge={split} onClose={() => setSplit(undefined)} />
      )}
    </>
  );
}

function useColumns(onSplit: ((merge: Merge) => void) | undefined): readonly Column<Merge>[] {
  const say = useWords(mergeWords);
  const of = (which: 'kept' | 'merged', head: string): Column<Merge> => ({
    id: which,
    head,
    value: (merge) => textIn(`${merge[which].name} ${merge[which].number}`),
    cell: (merge) => (
      <>
        <Link to={`/customers/${merge[which].id}`}>{merge[which].name}</Link>{' '}
        <span className="mono quiet">{merge[which].number}</span>
      </>
    ),
  });
  const whyOf = ({ reason, undone }: Merge) => undone?.reason ?? reason;
  const shown: readonly Column<Merge>[] = [
    of('kept', say('kept')),
    of('merged', say('mergedOne')),
    {
      id: 'state',
      head: say('state'),
      value: ({ undone }) => textIn(say(undone === null ? 'stands' : 'isUndone')),
      cell: (merge) => <StateOf merge={merge} />,
    },
    {
      id: 'when',
      head: say('when'),
      value: ({ mergedAt, undone }) => momentIn(undone?.at ?? mergedAt),
    },
    { id: 'why', head: say('why'), value: (merge) => textIn(whyOf(merge)), wide: whyOf },
  ];
  if (onSplit === undefined) return shown;
  const verbs: Column<Merge> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (merge) =>
      merge.undone === null ? <SplitButton merge={merge} onSplit={onSplit} /> : null,
  };
  return [...shown, verbs];
}

type SplitProps = Readonly<{ merge: Merge; onSplit: (merge: Merge) => void }>;

export function SplitButton({ merge, onSplit }: SplitProps) {
  const say = useWords(mergeWords);
  return (
    <button
      type="button"
      className="btn small"
      aria-label={`${say('split')}: ${merge.kept.number}, ${merge.merged.number}`}
      onClick={() => onSplit(merge)}
    >
      {say('split')}
    </button>
  );
}

function StateOf({ merge: { undone } }: Readonly<{ merge: Merge }>) {
  const say = useWords(mergeWords);
  return undone === null ? (
    <Status look={{ shape: 'paid', family: 'in' }}>{say('stands')}</Status>
  ) : (
    <Status look={{ shape: 'cancelled', family: 'off' }}>{say('isUndone')}</Status>
  );
}
