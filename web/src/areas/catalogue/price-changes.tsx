import { Link, useNavigate } from '@tanstack/react-router';
import { MASTER_WRITERS } from '../../../../contract/roles.js';
import { faultOf, useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { momentIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { defineWords, useWords } from '../../words/words.js';
import { pricesWords } from './prices-words.js';

type Change = EntryOf<'GET /v1/price-changes'>;

const stateWords = defineWords({
  planned: { en: 'Planned', id: 'Direncanakan' },
  inForce: { en: 'Holds', id: 'Berlaku' },
  withdrawn: { en: 'Taken back', id: 'Dibatalkan' },
});

const LOOKS: Readonly<Record<Change['state'], StatusLook>> = {
  planned: { shape: 'promised', family: 'wait' },
  inForce: { shape: 'paid', family: 'in' },
  withdrawn: { shape: 'cancelled', family: 'off' },
};

/** Changes of prices that come and that were; one that does not hold yet can be taken back. */
export function PriceChanges({ list }: Readonly<{ list: string | undefined }>) {
  const say = useWords(pricesWords);
  const changes = useList('GET /v1/price-changes', { query: { priceList: list } });
  const columns = useColumns();
  const navigate = useNavigate();
  return (
    <PagedTable
      title={say('changes')}
      exportAs="price-changes"
      list={changes}
      columns={columns}
      keyOf={({ version }) => String(version)}
      onOpen={({ version }) => void navigate({ to: `/prices/changes/${version}` })}
      none={<NothingFound title={say('noChange')}>{say('noChangeWhy')}</NothingFound>}
      density="normal"
    />
  );
}

function useColumns(): readonly Column<Change>[] {
  const say = useWords(pricesWords);
  const state = useWords(stateWords);
  const mayTakeBack = useMayTakeBack();
  const shown: readonly Column<Change>[] = [
    { id: 'from', head: say('moment'), value: (row) => momentIn(row.effectiveFrom) },
    {
      id: 'note',
      head: say('note'),
      value: ({ note }) => textIn(note),
      wide: ({ note }) => note,
      cell: ({ version, note }) => <Link to={`/prices/changes/${version}`}>{note}</Link>,
    },
    {
      id: 'list',
      head: say('list'),
      value: ({ priceList }) => textIn(priceList ?? say('everybody')),
    },
    {
      id: 'state',
      head: say('state'),
      value: (row) => textIn(state(row.state)),
      cell: (row) => <ChangeState change={row} />,
    },
    { id: 'count', head: say('count'), align: 'num', value: ({ items }) => numberIn(items) },
  ];
  if (!mayTakeBack) return shown;
  const verbs: Column<Change> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (row) => (row.state === 'planned' ? <TakeBack version={row.version} /> : null),
  };
  return [...shown, verbs];
}

/** Whether this person may take a planned change back. */
export function useMayTakeBack(): boolean {
  return (MASTER_WRITERS as readonly Role[]).includes(useRole());
}

export function ChangeState({ change }: Readonly<{ change: Pick<Change, 'state'> }>) {
  const say = useWords(stateWords);
  return <Status look={LOOKS[change.state]}>{say(change.state)}</Status>;
}

export function TakeBack({ version }: Readonly<{ version: number }>) {
  const say = useWords(pricesWords);
  const tell = useToast();
  const withdraw = useAct('POST /v1/price-changes/{version}/withdrawal');
  const takeBack = () =>
    withdraw.mutate(
      { params: { version } },
      {
        onSuccess: () => tell(say('takenBack')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button type="button" className="btn small" onClick={takeBack}>
      {say('takeBack')}
    </button>
  );
}
