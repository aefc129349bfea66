import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { MASTER_WRITERS } from '../../../../contract/roles.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Chip } from '../../ui/status.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { ItemBarcodes } from './item-barcodes.js';
import { ItemFacts } from './item-facts.js';
import { ItemPrices } from './item-prices.js';
import { ItemSelling } from './item-selling.js';
import { itemWords } from './item-words.js';
import { PlanPrice } from './plan-price.js';
import { pricesWords } from './prices-words.js';
import './item.css';

export type Item = BodyOf<'GET /v1/items/{itemId}'>;
export type PartProps = Readonly<{ item: Item; mayWrite: boolean }>;

/** One item: what it is, its prices that were, hold and come, its barcodes, whether it is sold. */
export function Page() {
  const say = useWords(itemWords);
  const prices = useWords(pricesWords)('title');
  const navigate = useNavigate();
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const item = useCall('GET /v1/items/{itemId}', { params: { itemId } });
  const mayWrite = (MASTER_WRITERS as readonly Role[]).includes(useRole());
  useKeys({ Escape: () => void navigate({ to: '/prices' }) });
  const { data } = item;
  return (
    <Frame
      title={data?.name ?? say('item')}
      crumb={{ label: prices, to: '/prices' }}
      about={data === undefined ? null : <About item={data} />}
      verbs={data !== undefined && mayWrite ? <Plan item={data} /> : null}
      keys={[['Esc', say('back')]]}
    >
      <Loaded query={item} rows={12}>
        {(loaded) => (
          <div className="body two item" tabIndex={0} role="region" aria-label={say('item')}>
            <ItemPrices item={loaded} />
            <aside className="right" aria-label={say('facts')}>
              <ItemFacts item={loaded} mayWrite={mayWrite} />
              <ItemBarcodes item={loaded} mayWrite={mayWrite} />
              <ItemSelling item={loaded} mayWrite={mayWrite} />
            </aside>
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function About({ item: { sku, active } }: Readonly<{ item: Item }>) {
  const say = useWords(itemWords);
  return (
    <>
      <span className="mono quiet nowrap">{sku}</span>
      {active ? null : <Chip look={{ shape: 'off', family: 'off' }}>{say('withdrawn')}</Chip>}
    </>
  );
}

function Plan({ item }: Readonly<{ item: Item }>) {
  const say = useWords(itemWords);
  const [isOpen, setOpen] = useState(false);
  useKeys({ p: () => setOpen(true) });
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('plan')} <kbd>P</kbd>
      </button>
      {isOpen ? <PlanPrice item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
