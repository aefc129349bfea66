import { PERSON_ROLES } from '../../../../contract/roles.js';
import { worksInOneStore } from '../../../../domain/people/store-of-role.js';
import { useCall } from '../../api/use-call.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession, type Role } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';

/** The store or the agency that the person works for, where the role has one. */
export function placeOf(typed: Typed) {
  const [store, agency] = [typed('store'), typed('agency')];
  return { ...(store === '' ? {} : { store }), ...(agency === '' ? {} : { agency }) };
}

type Props = Readonly<{
  role: Role;
  onChoose: (role: Role) => void;
  /** Codes of where the person works until now. */
  store?: string | null;
  agency?: string | null;
}>;

/** The role of a person, and the store or agency that a person of this role works for. */
export function RoleAndPlace({ role, onChoose, store, agency }: Props) {
  const say = useWords(peopleWords);
  const name = useWords(roleWords);
  const { stores } = useSession().surroundings;
  return (
    <>
      <Labelled label={say('role')}>
        <select value={role} onChange={(event) => onChoose(event.target.value as Role)}>
          {PERSON_ROLES.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      </Labelled>
      {worksInOneStore(role) ? (
        <PlaceChoice name="store" label={say('store')} places={stores} now={store ?? null} />
      ) : null}
      {role === 'partner' ? <AgencyChoice now={agency ?? null} /> : null}
    </>
  );
}

function AgencyChoice({ now }: Readonly<{ now: string | null }>) {
  const say = useWords(peopleWords);
  const agencies = useCall('GET /v1/agencies', {});
  const places = agencies.data?.data ?? [];
  return (
    <PlaceChoice
      key={places.length}
      name="agency"
      label={say('agency')}
      places={places}
      now={now}
    />
  );
}

type PlaceProps = Readonly<{
  name: 'store' | 'agency';
  label: string;
  places: readonly Readonly<{ code: string; name: string }>[];
  now: string | null;
}>;

function PlaceChoice({ name, label, places, now }: PlaceProps) {
  return (
    <Labelled label={label}>
      <select name={name} required defaultValue={now ?? undefined}>
        {places.map((place) => (
          <option key={place.code} value={place.code}>
            {place.name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
