import type { UseQueryResult } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { customerWords } from './customer-words.js';
import { MergeDialog } from './merge-dialog.js';
import { MergeList } from './merge-list.js';
import { mergeWords } from './merge-words.js';
import { MERGERS } from './mergers.js';
import { CustomerViews } from './views.js';
import './customer.css';

export type Pair = BodyOf<'GET /v1/customer-duplicates'>['data'][number];

/** Entries that may be one customer, and those that were made one. */
export function Page() {
  const say = useWords(customerWords);
  const { view } = useSearch({ strict: false }) as Readonly<{ view?: 'merged' }>;
  const isMerged = view === 'merged';
  const pairs = useCall('GET /v1/customer-duplicates', { query: {} });
  return (
    <Frame
      title={say('title')}
      views={<CustomerViews at={isMerged ? 'merges' : 'duplicates'} />}
      verbs={<LiveMark updatedAt={pairs.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
      ]}
    >
      {isMerged ? <MergeList /> : <Pairs query={pairs} />}
    </Frame>
  );
}

type PairsProps = Readonly<{
  query: UseQueryResult<BodyOf<'GET /v1/customer-duplicates'>, Error>;
}>;

function Pairs({ query }: PairsProps) {
  const say = useWords(mergeWords);
  const [compared, setCompared] = useState<Pair>();
  const mayMerge = MERGERS.includes(useRole());
  const columns = useColumns(mayMerge ? setCompared : undefined);
  return (
    <>
      <WholeTable
        title={say('duplicates')}
        exportAs="customer-duplicates"
        query={query}
        columns={columns}
        keyOf={keyOf}
        onOpen={(pair) => mayMerge && setCompared(pair)}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {compared === undefined ? null : (
        <MergeDialog pair={compared} onClose={() => setCompared(undefined)} />
      )}
    </>
  );
}

function keyOf({ customers: [one, other] }: Pair): string {
  return `${one.id} ${other.id}`;
}

function useColumns(onCompare: ((pair: Pair) => void) | undefined): readonly Column<Pair>[] {
  const say = useWords(mergeWords);
  const signsOf = useSigns();
  const of = (at: 0 | 1, id: 'one' | 'other'): Column<Pair> => ({
    id,
    head: say(id),
    value: ({ customers }) => textIn(`${customers[at].name} ${customers[at].number}`),
    cell: ({ customers }) => (
      <>
        <Link to={`/customers/${customers[at].id}`}>{customers[at].name}</Link>{' '}
        <span className="mono quiet">{customers[at].number}</span>
      </>
    ),
  });
  const shown: readonly Column<Pair>[] = [
    of(0, 'one'),
    of(1, 'other'),
    { id: 'signs', head: say('signs'), value: (pair) => textIn(signsOf(pair)), wide: signsOf },
  ];
  if (onCompare === undefined) return shown;
  const verbs: Column<Pair> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (pair) => <CompareButton pair={pair} onCompare={onCompare} />,
  };
  return [...shown, verbs];
}

type CompareProps = Readonly<{ pair: Pair; onCompare: (pair: Pair) => void }>;

export function CompareButton({ pair, onCompare }: CompareProps) {
  const say = useWords(mergeWords);
  const [one, other] = pair.customers;
  return (
    <button
      type="button"
      className="btn small"
      aria-label={`${say('compare')}: ${one.number}, ${other.number}`}
      onClick={() => onCompare(pair)}
    >
      {say('compare')}
    </button>
  );
}

/** What speaks for it that two entries are one customer, in words. */
export function useSigns(): (pair: Pair) => string {
  const say = useWords(mergeWords);
  return ({ signs }) => signs.map((sign) => say(sign)).join(', ');
}
