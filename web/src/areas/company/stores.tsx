import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { AddStore, AddTill } from './add-store.js';
import { AddPrinter } from './printer-forms.js';
import { Printers } from './printers.js';
import { StoreBlock } from './store-block.js';
import { storesWords } from './stores-words.js';
import './setup.css';

export type Store = BodyOf<'GET /v1/stores'>['data'][number];
export type Till = BodyOf<'GET /v1/terminals'>['data'][number];

type Added = 'store' | 'till' | 'printer';

/** Stores with their tills and places, and the printers with the networks that they stand in. */
export function Page() {
  const say = useWords(storesWords);
  const { view } = useSearch({ strict: false }) as Readonly<{ view?: string }>;
  const isAdmin = useRole() === 'admin';
  const isPrinters = view === 'printers';
  const [adding, setAdding] = useState<Added>();
  const close = () => setAdding(undefined);
  return (
    <Frame
      title={say('title')}
      views={<Views isPrinters={isPrinters} />}
      verbs={isAdmin ? <AddVerbs isPrinters={isPrinters} onAdd={setAdding} /> : undefined}
    >
      <div className="body" tabIndex={0} role="region" aria-label={say('title')}>
        {isPrinters ? <Printers mayChange={isAdmin} /> : <Stores />}
      </div>
      {adding === 'store' ? <AddStore onClose={close} /> : null}
      {adding === 'till' ? <AddTill onClose={close} /> : null}
      {adding === 'printer' ? <AddPrinter onClose={close} /> : null}
    </Frame>
  );
}

function Views({ isPrinters }: Readonly<{ isPrinters: boolean }>) {
  const say = useWords(storesWords);
  return (
    <nav className="tabs">
      <Link
        to="/stores"
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={isPrinters ? undefined : 'page'}
      >
        {say('storesView')}
      </Link>
      <Link
        to="/stores"
        search={{ view: 'printers' }}
        aria-current={isPrinters ? 'page' : undefined}
      >
        {say('printers')}
      </Link>
      <Link to="/stores/pins">{say('pins')}</Link>
    </nav>
  );
}

type AddProps = Readonly<{ isPrinters: boolean; onAdd: (what: Added) => void }>;

function AddVerbs({ isPrinters, onAdd }: AddProps) {
  const say = useWords(storesWords);
  const verb = (what: Added, label: string) => (
    <button type="button" className="btn small" onClick={() => onAdd(what)}>
      {label}
    </button>
  );
  if (isPrinters) return verb('printer', say('addPrinter'));
  return (
    <>
      {verb('till', say('addTill'))}
      {verb('store', say('addStore'))}
    </>
  );
}

function Stores() {
  const say = useWords(storesWords);
  const stores = useCall('GET /v1/stores', {});
  const tills = useCall('GET /v1/terminals', {});
  return (
    <Loaded query={stores}>
      {({ data }) =>
        data.length === 0 ? (
          <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>
        ) : (
          <Loaded query={tills}>
            {({ data: all }) =>
              data.map((store) => (
                <StoreBlock
                  key={store.id}
                  store={store}
                  tills={all.filter((till) => till.store === store.code)}
                />
              ))
            }
          </Loaded>
        )
      }
    </Loaded>
  );
}
