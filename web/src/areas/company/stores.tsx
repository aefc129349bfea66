import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { AddStore, AddTill } from './add-store.js';
import { storesWords } from './stores-words.js';
import './setup.css';

type Store = BodyOf<'GET /v1/stores'>['data'][number];
type Till = BodyOf<'GET /v1/terminals'>['data'][number];
type Code = Readonly<{ till: string; code: string; expiresAt: string }>;

/** Stores with their tills: what each prints on, whether it is enrolled, and the code by which it enrols. */
export function Page() {
  const say = useWords(storesWords);
  const { person } = useSession();
  const stores = useCall('GET /v1/stores', {});
  const [adding, setAdding] = useState<'store' | 'till'>();
  const add = (what: 'store' | 'till', label: string) => (
    <button type="button" className="btn small" onClick={() => setAdding(what)}>
      {label}
    </button>
  );
  const close = () => setAdding(undefined);
  const pins = (
    <Link className="btn small" to="/stores/pins">
      {say('pins')}
    </Link>
  );
  const verbs = (
    <>
      {pins}
      {add('till', say('addTill'))}
      {add('store', say('addStore'))}
    </>
  );
  return (
    <Frame title={say('title')} verbs={person.role === 'admin' ? verbs : pins}>
      <div className="body">
        <Loaded query={stores}>{({ data }) => <Blocks stores={data} />}</Loaded>
      </div>
      {adding === 'store' ? <AddStore onClose={close} /> : null}
      {adding === 'till' ? <AddTill onClose={close} /> : null}
    </Frame>
  );
}

function Blocks({ stores }: Readonly<{ stores: readonly Store[] }>) {
  const say = useWords(storesWords);
  const tills = useCall('GET /v1/terminals', {});
  const [code, setCode] = useState<Code>();
  const place = usePlace();
  if (stores.length === 0) return <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>;
  return (
    <Loaded query={tills}>
      {({ data }) => (
        <>
          {stores.map((store) => (
            <StoreBlock
              key={store.id}
              store={store}
              tills={data.filter((till) => till.store === store.code)}
              onCode={setCode}
            />
          ))}
          {code === undefined ? null : (
            <OneTimeCode
              title={say('codeTitle', { till: code.till })}
              code={code.code}
              says={say('codeSays', { until: moment(code.expiresAt, place) })}
              onClose={() => setCode(undefined)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

type BlockProps = Readonly<{
  store: Store;
  tills: readonly Till[];
  onCode: (code: Code) => void;
}>;

function StoreBlock({ store, tills, onCode }: BlockProps) {
  const say = useWords(storesWords);
  const { person } = useSession();
  const mayEnrol = person.role === 'admin' || person.role === 'storeManager';
  return (
    <section className="store-block" aria-label={store.name}>
      <header>
        <h2>{store.name}</h2>
        <span className="quiet">
          {store.code}, {store.address}
        </span>
      </header>
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
            <tr key={till.id}>
              <th scope="row" className="mono">
                {till.code}
              </th>
              <td>{till.name}</td>
              <td className="soft">{till.location}</td>
              <td className="wide soft">{till.printer ?? say('noPrinter')}</td>
              <td>
                <StateOf till={till} />
              </td>
              <td>{mayEnrol && till.active ? <Enrol till={till} onCode={onCode} /> : null}</td>
            </tr>
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
    </section>
  );
}

function StateOf({ till }: Readonly<{ till: Till }>) {
  const say = useWords(storesWords);
  if (!till.active) return <Status look={{ shape: 'off', family: 'off' }}>{say('off')}</Status>;
  if (!till.enrolled)
    return <Status look={{ shape: 'captured', family: 'wait' }}>{say('waits')}</Status>;
  return <Status look={{ shape: 'paid', family: 'in' }}>{say('enrolled')}</Status>;
}

function Enrol({ till, onCode }: Readonly<{ till: Till; onCode: (code: Code) => void }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const make = useAct('POST /v1/terminals/{terminalId}/enrolment-codes');
  const enrol = async () => {
    try {
      const made = await make.mutateAsync({ params: { terminalId: till.id } });
      if (made.code !== null)
        onCode({ till: till.code, code: made.code, expiresAt: made.expiresAt });
    } catch (error) {
      tell(faultOf(error) ?? '');
    }
  };
  return (
    <button
      type="button"
      className="btn small"
      aria-label={`${say('enrol')}, ${till.code}`}
      onClick={() => void enrol()}
    >
      {say('enrol')}
    </button>
  );
}
