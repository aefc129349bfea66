import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MASTER_WRITERS } from '../../../../contract/roles.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useKeys } from '../../ui/use-keys.js';
import { When } from '../../ui/when.js';
import { useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { EndPriceList } from './end-price-list.js';
import { listsWords } from './lists-words.js';
import { PriceListForm } from './price-list-form.js';
import { pricesWords } from './prices-words.js';
import { PricesViews } from './views.js';

export type PriceList = BodyOf<'GET /v1/price-lists'>['data'][number];

const LOOKS: Readonly<Record<PriceList['state'], StatusLook>> = {
  planned: { shape: 'promised', family: 'wait' },
  inForce: { shape: 'paid', family: 'in' },
  over: { shape: 'off', family: 'off' },
};

/** What is being done: a new list, or a list changed or ended. */
type Asked = Readonly<{ verb: 'add' }> | Readonly<{ verb: 'change' | 'end'; list: PriceList }>;

/** Who pays other prices, from when until when; the weightiest list first. */
export function Page() {
  const say = useWords(listsWords);
  const title = useWords(pricesWords)('title');
  const lists = useCall('GET /v1/price-lists', { query: {} });
  const [asked, setAsked] = useState<Asked>();
  const mayWrite = (MASTER_WRITERS as readonly Role[]).includes(useRole());
  const columns = useColumns(mayWrite ? setAsked : undefined);
  useKeys({ n: () => mayWrite && setAsked({ verb: 'add' }) });
  const close = () => setAsked(undefined);
  const add = (
    <button type="button" className="btn small" onClick={() => setAsked({ verb: 'add' })}>
      {say('add')} <kbd>N</kbd>
    </button>
  );
  return (
    <Frame title={title} views={<PricesViews at="lists" />} verbs={mayWrite ? add : null}>
      <WholeTable
        title={say('lists')}
        exportAs="price-lists"
        query={lists}
        columns={columns}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {asked?.verb === 'add' ? <PriceListForm of={undefined} onClose={close} /> : null}
      {asked?.verb === 'change' ? <PriceListForm of={asked.list} onClose={close} /> : null}
      {asked?.verb === 'end' ? <EndPriceList of={asked.list} onClose={close} /> : null}
    </Frame>
  );
}

function useColumns(onAsk: ((asked: Asked) => void) | undefined): readonly Column<PriceList>[] {
  const say = useWords(listsWords);
  const whom = useWhom();
  const shown: readonly Column<PriceList>[] = [
    { id: 'code', head: say('code'), className: 'mono', value: ({ code }) => textIn(code) },
    { id: 'name', head: say('name'), className: 'medium', value: ({ name }) => textIn(name) },
    { id: 'whom', head: say('whom'), value: (list) => textIn(whom(list)), wide: whom },
    {
      id: 'state',
      head: say('state'),
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => <Status look={LOOKS[state]}>{say(state)}</Status>,
    },
    { id: 'from', head: say('from'), value: ({ validFrom }) => momentIn(validFrom) },
    {
      id: 'until',
      head: say('untilHead'),
      value: ({ validUntil }) => momentIn(validUntil),
      cell: ({ validUntil }) => (validUntil === null ? say('noEnd') : <When at={validUntil} />),
    },
    {
      id: 'prices',
      head: say('prices'),
      value: null,
      cell: ({ code, name }) => (
        <Link
          to="/prices"
          search={{ view: 'changes', list: code }}
          aria-label={`${say('prices')}: ${name}`}
        >
          {say('prices')}
        </Link>
      ),
    },
  ];
  if (onAsk === undefined) return shown;
  const verbs: Column<PriceList> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (list) => (list.state === 'over' ? null : <Verbs list={list} onAsk={onAsk} />),
  };
  return [...shown, verbs];
}

function Verbs({ list, onAsk }: Readonly<{ list: PriceList; onAsk: (asked: Asked) => void }>) {
  const say = useWords(listsWords);
  return (
    <span className="row">
      {(['change', 'end'] as const).map((verb) => (
        <button
          key={verb}
          type="button"
          className="btn small"
          aria-label={`${say(verb)}: ${list.name}`}
          onClick={() => onAsk({ verb, list })}
        >
          {say(verb)}
        </button>
      ))}
    </span>
  );
}

/** For whom a list is, in words: what it does not name is for all. */
function useWhom(): (list: PriceList) => string {
  const say = useWords(listsWords);
  const segmentName = useSegmentName();
  return ({ segment, storeGroup, channel }) => {
    const parts = [
      ...(segment === null ? [] : [say('customersOf', { name: segmentName(segment) })]),
      ...(storeGroup === null ? [] : [say('storesOf', { name: storeGroup })]),
      ...(channel === null ? [] : [say('salesBy', { name: say(channel) })]),
    ];
    return parts.length === 0 ? say('everybody') : parts.join(', ');
  };
}
