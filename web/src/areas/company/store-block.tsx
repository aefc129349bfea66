import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '../../shell/session.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { ChangeStore } from './change-store.js';
import { Places } from './places.js';
import type { Store, Till } from './stores.js';
import { storesWords } from './stores-words.js';
import { TillVerbs } from './till-verbs.js';

type BlockProps = Readonly<{ store: Store; tills: readonly Till[] }>;

/** One store: its tills with what each prints on, and the places where its goods are. */
export function StoreBlock({ store, tills }: BlockProps) {
  const say = useWords(storesWords);
  const isAdmin = useRole() === 'admin';
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="store-block" aria-label={store.name}>
      <header>
        <h2>{store.name}</h2>
        <span className="quiet">
          {store.code}, {store.address}
        </span>
        <span className="grow" />
        <Link to={`/stores/${store.id}/shadow`} aria-label={`${say('beside')}, ${store.code}`}>
          {say(store.mode === 'shadow' ? 'inShadow' : 'beside')}
        </Link>
        {isAdmin ? (
          <button
            type="button"
            className="btn small"
            aria-label={`${say('changeStore')}, ${store.code}`}
            onClick={() => setChanging(true)}
          >
            {say('changeStore')}
          </button>
        ) : null}
      </header>
      <div className="across" tabIndex={0} role="group" aria-label={say('tills')}>
        <Tills store={store} tills={tills} />
      </div>
      <Places store={store} mayChange={isAdmin} />
      {isChanging ? <ChangeStore store={store} onClose={() => setChanging(false)} /> : null}
    </section>
  );
}

function Tills({ store, tills }: BlockProps) {
  const say = useWords(storesWords);
  return (
    <table className="t">
      <caption className="hidden">{store.name}</caption>
      <thead>
        <tr>
          <th scope="col">{say('till')}</th>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('place')}</th>
          <th scope="col" className="wide">
            {say('printer')}
          </th>
          <th scope="col">{say('state')}</th>
          <th scope="col">
            <span className="hidden">{say('verbs')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tills.map((till) => (
          <TillRow key={till.id} till={till} store={store} />
        ))}
        {tills.length === 0 ? (
          <tr>
            <td colSpan={6} className="quiet">
              {say('noTill')}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function TillRow({ till, store }: Readonly<{ till: Till; store: Store }>) {
  const say = useWords(storesWords);
  return (
    <tr>
      <th scope="row" className="mono">
        {till.code}
      </th>
      <td>
        {till.name}{' '}
        {till.sandbox ? (
          <Status look={{ shape: 'off', family: 'wait' }}>{say('sandbox')}</Status>
        ) : null}
      </td>
      <td className="soft">{till.location}</td>
      <td className="wide soft">{till.printer ?? say('noPrinter')}</td>
      <td>
        <StateOf till={till} />
      </td>
      <td>
        <TillVerbs till={till} store={store} />
      </td>
    </tr>
  );
}

function StateOf({ till }: Readonly<{ till: Till }>) {
  const say = useWords(storesWords);
  if (!till.active) return <Status look={{ shape: 'off', family: 'off' }}>{say('off')}</Status>;
  if (!till.enrolled)
    return <Status look={{ shape: 'captured', family: 'wait' }}>{say('waits')}</Status>;
  return <Status look={{ shape: 'paid', family: 'in' }}>{say('enrolled')}</Status>;
}
