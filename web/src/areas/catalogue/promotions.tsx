import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { MASTER_WRITERS } from '../../../../contract/roles.js';
import { useList } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useKeys } from '../../ui/use-keys.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { EndPromotion } from './end-promotion.js';
import { pricesWords } from './prices-words.js';
import { PromotionForm } from './promotion-form.js';
import { useOfferWords } from './promotion-offer.js';
import type { Promotion } from './promotion-typed.js';
import { promotionsWords } from './promotions-words.js';
import { TryPromotion } from './try-promotion.js';
import { PricesViews } from './views.js';

const LOOKS: Readonly<Record<Promotion['state'], StatusLook>> = {
  planned: { shape: 'promised', family: 'wait' },
  inForce: { shape: 'paid', family: 'in' },
  over: { shape: 'off', family: 'off' },
};

const STATES = ['planned', 'inForce', 'over'] as const;

/** What is being done: a new promotion, or one that is tried, changed or ended. */
type Asked =
  Readonly<{ verb: 'add' }> | Readonly<{ verb: 'try' | 'change' | 'end'; promotion: Promotion }>;

/** What is given beside the prices: planned, running and ended. */
export function Page() {
  const say = useWords(promotionsWords);
  const title = useWords(pricesWords)('title');
  const { state } = useSearch({ strict: false }) as Readonly<{ state?: Promotion['state'] }>;
  const promotions = useList('GET /v1/promotions', { query: { state } });
  const [asked, setAsked] = useState<Asked>();
  const mayWrite = (MASTER_WRITERS as readonly Role[]).includes(useRole());
  const columns = useColumns(mayWrite, setAsked);
  useKeys({ n: () => mayWrite && setAsked({ verb: 'add' }) });
  const add = (
    <button type="button" className="btn small" onClick={() => setAsked({ verb: 'add' })}>
      {say('add')} <kbd>N</kbd>
    </button>
  );
  return (
    <Frame
      title={title}
      views={<PricesViews at="promotions" />}
      verbs={
        <>
          <StateChoice state={state} />
          {mayWrite ? add : null}
        </>
      }
    >
      <PagedTable
        title={say('promotions')}
        exportAs="promotions"
        list={promotions}
        columns={columns}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      <Dialogs asked={asked} onClose={() => setAsked(undefined)} />
    </Frame>
  );
}

function Dialogs({ asked, onClose }: Readonly<{ asked: Asked | undefined; onClose: () => void }>) {
  switch (asked?.verb) {
    case undefined:
      return null;
    case 'add':
      return <PromotionForm of={undefined} onClose={onClose} />;
    case 'try':
      return <TryPromotion of={asked.promotion} onClose={onClose} />;
    case 'change':
      return <PromotionForm of={asked.promotion} onClose={onClose} />;
    case 'end':
      return <EndPromotion of={asked.promotion} onClose={onClose} />;
  }
}

function StateChoice({ state }: Readonly<{ state: Promotion['state'] | undefined }>) {
  const say = useWords(promotionsWords);
  const navigate = useNavigate();
  const choose = (chosen: string) => {
    const search = chosen === '' ? {} : { state: chosen };
    void navigate({ to: '/prices/promotions', search });
  };
  return (
    <span className="field">
      <select
        aria-label={say('state')}
        value={state ?? ''}
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{say('anyState')}</option>
        {STATES.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </span>
  );
}

function useColumns(
  mayWrite: boolean,
  onAsk: (asked: Asked) => void,
): readonly Column<Promotion>[] {
  const say = useWords(promotionsWords);
  const gives = useOfferWords();
  const goods = ({ skus = [], categories = [] }: Promotion) =>
    [...skus, ...categories].join(', ') || say('all');
  return [
    { id: 'code', head: say('code'), className: 'mono', value: ({ code }) => textIn(code) },
    { id: 'name', head: say('name'), className: 'medium', value: ({ name }) => textIn(name) },
    { id: 'gives', head: say('gives'), value: ({ offer }) => textIn(gives(offer)) },
    { id: 'goods', head: say('onWhat'), value: (row) => textIn(goods(row)), wide: goods },
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
      id: 'verbs',
      head: say('verbs'),
      value: null,
      cell: (promotion) => <Verbs of={promotion} mayWrite={mayWrite} onAsk={onAsk} />,
    },
  ];
}

type VerbsProps = Readonly<{
  of: Promotion;
  mayWrite: boolean;
  onAsk: (asked: Asked) => void;
}>;

function Verbs({ of, mayWrite, onAsk }: VerbsProps) {
  const say = useWords(promotionsWords);
  const verbs = mayWrite && of.state !== 'over' ? (['try', 'change', 'end'] as const) : ['try'];
  return (
    <span className="row">
      {(verbs as readonly ('try' | 'change' | 'end')[]).map((verb) => (
        <button
          key={verb}
          type="button"
          className="btn small"
          aria-label={`${say(verb)}: ${of.name}`}
          onClick={() => onAsk({ verb, promotion: of })}
        >
          {say(verb)}
        </button>
      ))}
    </span>
  );
}
