import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FINANCE_AND_STORES } from '../../../../contract/roles.js';
import type { BodyOf } from '../../api/client.js';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { dayIn, moneyIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { Chip, Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { ASKERS } from './askers.js';
import { Checklist, Switches } from './shadow-standing.js';
import { AskForSwitch, BeginShadow } from './shadow-forms.js';
import { shadowWords } from './shadow-words.js';
import { WaitingChanges } from './waiting-changes.js';
import './setup.css';

export type StoreSwitches = BodyOf<'GET /v1/stores/{storeId}/switches'>;
type ShadowDay = EntryOf<'GET /v1/stores/{storeId}/shadow-days'>;

/** How a store stands beside its old system: its mode, its days, and what is open before it is switched. */
export function Page() {
  const say = useWords(shadowWords);
  const { storeId } = useParams({ strict: false }) as { storeId: string };
  const switches = useCall('GET /v1/stores/{storeId}/switches', { params: { storeId } });
  const mayRead = (FINANCE_AND_STORES as readonly Role[]).includes(useRole());
  const { data } = switches;
  return (
    <Frame
      title={data === undefined ? say('title') : say('ofStore', { store: data.store.name })}
      about={data === undefined ? null : <Mode mode={data.mode} />}
      verbs={data === undefined ? null : <Verbs of={data} />}
    >
      <Loaded query={switches}>
        {(of) => (
          <div className="body" tabIndex={0} role="region" aria-label={say('title')}>
            <p className="soft setup-intro">
              {say(of.mode === 'live' ? 'liveSays' : 'shadowSays')}
            </p>
            <WaitingChanges kinds={['store-switch']} />
            <Switches of={of} />
            {of.mode === 'shadow' ? <Checklist storeId={storeId} /> : null}
            {mayRead ? <Days storeId={storeId} /> : <p className="soft">{say('notYours')}</p>}
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function Mode({ mode }: Pick<StoreSwitches, 'mode'>) {
  const say = useWords(shadowWords);
  const look =
    mode === 'live'
      ? ({ shape: 'paid', family: 'in' } as const)
      : ({ shape: 'captured', family: 'wait' } as const);
  return <Chip look={look}>{say(mode)}</Chip>;
}

function Verbs({ of }: Readonly<{ of: StoreSwitches }>) {
  const say = useWords(shadowWords);
  const mayAsk = ASKERS.includes(useRole());
  const [isOpen, setOpen] = useState<'begin' | 'ask'>();
  if (!mayAsk) return null;
  const close = () => setOpen(undefined);
  const last = of.switches[0]?.to ?? 'live';
  return (
    <>
      {of.switches.length === 0 ? (
        <button type="button" className="btn small" onClick={() => setOpen('begin')}>
          {say('begin')}
        </button>
      ) : null}
      <button type="button" className="btn small primary" onClick={() => setOpen('ask')}>
        {say(last === 'live' ? 'goBack' : 'goLive')}
      </button>
      {isOpen === 'begin' ? <BeginShadow store={of.store} onClose={close} /> : null}
      {isOpen === 'ask' ? (
        <AskForSwitch store={of.store} to={last === 'live' ? 'shadow' : 'live'} onClose={close} />
      ) : null}
    </>
  );
}

/** A page of days, as many as the call gives at once. */
const DAYS = 31;

function Days({ storeId }: Readonly<{ storeId: string }>) {
  const say = useWords(shadowWords);
  const navigate = useNavigate();
  const list = useList('GET /v1/stores/{storeId}/shadow-days', {
    params: { storeId },
    query: { limit: DAYS },
  });
  return (
    <PagedTable
      title={say('days')}
      exportAs="shadow-days"
      list={list}
      columns={useColumns()}
      keyOf={({ day }) => day}
      onOpen={({ day }) => void navigate({ to: `/stores/${storeId}/shadow/${day}` })}
      none={<NothingFound title={say('noDay')}>{say('noDayWhy')}</NothingFound>}
    />
  );
}

const LOOK_OF = {
  agrees: { shape: 'paid', family: 'in' },
  differs: { shape: 'captured', family: 'bad' },
  'totals-missing': { shape: 'captured', family: 'wait' },
} as const;

function useColumns(): readonly Column<ShadowDay>[] {
  const say = useWords(shadowWords);
  return [
    { id: 'day', head: say('day'), value: ({ day }) => dayIn(day) },
    {
      id: 'state',
      head: say('state'),
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => <Status look={LOOK_OF[state]}>{say(state)}</Status>,
    },
    {
      id: 'differences',
      head: say('differences'),
      align: 'num',
      value: ({ differences }) => numberIn(differences),
    },
    {
      id: 'count',
      head: say('count'),
      align: 'num',
      value: ({ ours }) => numberIn(ours.count),
    },
    { id: 'ours', head: say('ours'), align: 'num', value: ({ ours }) => moneyIn(ours.total) },
    {
      id: 'theirs',
      head: say('theirs'),
      align: 'num',
      value: ({ theirs }) => moneyIn(theirs?.total),
    },
  ];
}
