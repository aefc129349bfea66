import { useState } from 'react';
import { STORE_KEEPERS } from '../../../../contract/roles.js';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { roleWords } from '../../shell/role-words.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { moment } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { PinViews } from './pin-views.js';
import { pinWords } from './pin-words.js';

type Holder = BodyOf<'GET /v1/staff-pins/people'>['data'][number];
type Given = Readonly<{ name: string; pin: string; goodUntil: string }>;

/** Who works at the tills, and the PIN of each. */
export function Page() {
  const say = useWords(pinWords);
  const people = useCall('GET /v1/staff-pins/people', {});
  const role = useRole();
  const [given, setGiven] = useState<Given>();
  const place = usePlace();
  const columns = useColumns(
    STORE_KEEPERS.some((keeper) => keeper === role) ? setGiven : undefined,
  );
  return (
    <Frame
      title={say('title')}
      crumb={{ label: say('stores'), to: '/stores' }}
      views={<PinViews />}
    >
      <WholeTable
        title={say('title')}
        exportAs="pins"
        query={people}
        columns={columns}
        keyOf={({ user }) => user}
        density="normal"
        none={<NothingFound title={say('nobody')}>{say('nobodyWhy')}</NothingFound>}
      />
      {given === undefined ? null : (
        <OneTimeCode
          title={say('pinTitle', { name: given.name })}
          code={given.pin}
          says={say('pinSays', { until: moment(given.goodUntil, place) })}
          onClose={() => setGiven(undefined)}
        />
      )}
    </Frame>
  );
}

function useColumns(onGiven: ((given: Given) => void) | undefined): readonly Column<Holder>[] {
  const say = useWords(pinWords);
  const role = useWords(roleWords);
  const shown: readonly Column<Holder>[] = [
    { id: 'name', head: say('name'), className: 'medium', value: ({ name }) => textIn(name) },
    { id: 'role', head: say('role'), value: (holder) => textIn(role(holder.role)) },
    { id: 'store', head: say('store'), value: ({ store }) => textIn(store) },
    {
      id: 'pin',
      head: say('pin'),
      value: ({ pin }) => textIn(say(pin)),
      cell: (holder) => <StateOf holder={holder} />,
    },
    { id: 'until', head: say('until'), value: ({ goodUntil }) => momentIn(goodUntil) },
  ];
  if (onGiven === undefined) return shown;
  const verbs: Column<Holder> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (holder) => <Verbs holder={holder} onGiven={onGiven} />,
  };
  return [...shown, verbs];
}

const LOOKS = {
  none: { shape: 'off', family: 'off' },
  given: { shape: 'captured', family: 'wait' },
  own: { shape: 'paid', family: 'in' },
  ended: { shape: 'off', family: 'off' },
} as const;

function StateOf({ holder: { pin } }: Readonly<{ holder: Holder }>) {
  const say = useWords(pinWords);
  return <Status look={LOOKS[pin]}>{say(pin)}</Status>;
}

type VerbsProps = Readonly<{ holder: Holder; onGiven: (given: Given) => void }>;

function Verbs({ holder: { user, name, pin }, onGiven }: VerbsProps) {
  const say = useWords(pinWords);
  const tell = useToast();
  const give = useAct('POST /v1/users/{userId}/pins');
  const end = useAct('DELETE /v1/users/{userId}/pins');
  const params = { userId: user };
  const onError = (error: unknown) => tell(faultOf(error) ?? '');
  const giveOne = () =>
    give.mutate(
      { params },
      {
        onSuccess: (made) =>
          made.pin === null ? undefined : onGiven({ ...made, name, pin: made.pin }),
        onError,
      },
    );
  const endIt = () =>
    end.mutate({ params }, { onSuccess: () => tell(say('pinEnded', { name })), onError });
  return (
    <span className="row">
      <button
        type="button"
        className="btn small"
        aria-label={`${say('give')}: ${name}`}
        onClick={giveOne}
      >
        {say('give')}
      </button>
      {pin === 'none' ? null : (
        <button
          type="button"
          className="btn small plain"
          aria-label={`${say('end')}: ${name}`}
          onClick={endIt}
        >
          {say('end')}
        </button>
      )}
    </span>
  );
}
