import { STAFF_ROLES, type StaffRole } from '../../../../contract/roles.js';
import { worksInOneStore } from '../../../../domain/people/store-of-role.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { providerWords } from './provider-words.js';

/** What a group is here; `store` is null for roles of the whole company. */
export type RoleLine = Readonly<{ group: string; role: StaffRole; store: string | null }>;

/** The lines as the API takes them; a line without a group says nothing. */
export function rolesOf(lines: readonly RoleLine[]) {
  return lines
    .filter(({ group }) => group.trim() !== '')
    .map(({ group, role, store }) => ({
      group: group.trim(),
      role,
      ...(store === null ? {} : { store }),
    }));
}

type Props = Readonly<{
  lines: readonly RoleLine[];
  onChange: (lines: readonly RoleLine[]) => void;
}>;

/** Which group has which role, in the order in which they count. */
export function ProviderRoles({ lines, onChange }: Props) {
  const say = useWords(providerWords);
  const replaced = (at: number, line: RoleLine) =>
    onChange(lines.map((old, n) => (n === at ? line : old)));
  return (
    <section aria-label={say('roles')}>
      <h3>{say('roles')}</h3>
      <p className="soft">{say('rolesSay')}</p>
      {lines.map((line, n) => (
        <OneLine
          // A line has no name of its own, and its fields hold nothing beside it.
          // oxlint-disable-next-line react/no-array-index-key
          key={n}
          n={n + 1}
          line={line}
          onChange={(next) => replaced(n, next)}
          onRemove={() => onChange(lines.filter((_, other) => other !== n))}
        />
      ))}
      <button
        type="button"
        className="btn small"
        onClick={() => onChange([...lines, { group: '', role: 'arClerk', store: null }])}
      >
        {say('addLine')}
      </button>
    </section>
  );
}

type LineProps = Readonly<{
  n: number;
  line: RoleLine;
  onChange: (line: RoleLine) => void;
  onRemove: () => void;
}>;

function OneLine({ n, line, onChange, onRemove }: LineProps) {
  const say = useWords(providerWords);
  const roleName = useWords(roleWords);
  const { stores } = useSession().surroundings;
  const { group, role, store } = line;
  const named = (what: 'group' | 'role' | 'store') => say('lineN', { what: say(what), n });
  const choose = (next: StaffRole) => {
    const place = worksInOneStore(next) ? (store ?? stores[0]?.code ?? null) : null;
    onChange({ group, role: next, store: place });
  };
  return (
    <div className="row provider-line">
      <span className="field">
        <input
          aria-label={named('group')}
          placeholder={say('group')}
          maxLength={200}
          value={group}
          onChange={(event) => onChange({ ...line, group: event.target.value })}
        />
      </span>
      <span className="field">
        <select
          aria-label={named('role')}
          value={role}
          onChange={(event) => choose(event.target.value as StaffRole)}
        >
          {STAFF_ROLES.map((one) => (
            <option key={one} value={one}>
              {roleName(one)}
            </option>
          ))}
        </select>
      </span>
      {store === null ? null : (
        <span className="field">
          <select
            aria-label={named('store')}
            value={store}
            onChange={(event) => onChange({ ...line, store: event.target.value })}
          >
            {stores.map((place) => (
              <option key={place.code} value={place.code}>
                {place.name}
              </option>
            ))}
          </select>
        </span>
      )}
      <button type="button" className="btn small plain" onClick={onRemove}>
        {say('removeLine', { n })}
      </button>
    </div>
  );
}
