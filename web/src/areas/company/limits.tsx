import { useState, type ReactNode } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall, useDo } from '../../api/use-call.js';
import { useRole, useSession } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled, TextField } from '../../ui/form-dialog.js';
import { amount } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { typedMoney } from '../../ui/read-money.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import { ASKERS } from './askers.js';
import { limitWords } from './rules-words.js';
import { SetupPage } from './views.js';
import { WaitingChanges } from './waiting-changes.js';
import './setup.css';

type Limits = BodyOf<'GET /v1/approval-limits'>;

const AMOUNTS = ['creditNote', 'customerCredit', 'stockCount', 'goodsReceipt'] as const;

/** What one person alone may decide. Two people change it. */
export function Page() {
  const say = useWords(limitWords);
  const limits = useCall('GET /v1/approval-limits', {});
  const mayAsk = ASKERS.includes(useRole());
  const [isOpen, setOpen] = useState(false);
  const ask = (
    <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
      {say('ask')}
    </button>
  );
  return (
    <SetupPage verbs={mayAsk ? ask : null}>
      <WaitingChanges kinds={['approval-limits']} />
      <div className="body" tabIndex={0} role="region" aria-label={say('limits')}>
        <Loaded query={limits}>
          {(found) => (
            <>
              <Facts limits={found} />
              {isOpen ? <LimitsForm of={found} onClose={() => setOpen(false)} /> : null}
            </>
          )}
        </Loaded>
      </div>
    </SetupPage>
  );
}

function Facts({ limits }: Readonly<{ limits: Limits }>) {
  const say = useWords(limitWords);
  return (
    <section className="company">
      <p className="soft">{say('intro')}</p>
      <dl className="facts">
        {AMOUNTS.map((name) => (
          <Fact key={name} name={say(name)}>
            <Money of={limits[name]} />
          </Fact>
        ))}
      </dl>
      <h2>{say('handFed')}</h2>
      <dl className="facts">
        {limits.handFedFiles.map(({ bankAccountId, number, limit }) => (
          <Fact key={bankAccountId} name={say('account', { number })}>
            {limit === null ? say('anyAmount') : <Money of={limit} />}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd className="nowrap">{children}</dd>
    </div>
  );
}

function LimitsForm({ of, onClose }: Readonly<{ of: Limits; onClose: () => void }>) {
  const say = useWords(limitWords);
  const ask = useAsking(of);
  return (
    <AskDialog title={say('ask')} ask={ask} onClose={onClose}>
      {AMOUNTS.map((name) => (
        <TextField
          key={name}
          name={name}
          label={say(name)}
          inputMode="decimal"
          defaultValue={amount(of[name])}
        />
      ))}
      <p className="soft">
        {say('handFed')}. {say('emptyMeans')}
      </p>
      {of.handFedFiles.map(({ bankAccountId, number, limit }) => (
        <Labelled key={bankAccountId} label={say('account', { number })}>
          <input
            name={bankAccountId}
            inputMode="decimal"
            defaultValue={limit === null ? '' : amount(limit)}
          />
        </Labelled>
      ))}
    </AskDialog>
  );
}

function useAsking(of: Limits) {
  const { currency } = useSession().surroundings.company;
  return useDo(async (client, typed: Typed) => {
    const money = (name: string) => typedMoney(typed(name), currency ?? 'IDR');
    const handFedFiles = of.handFedFiles.map(({ bankAccountId }) => ({
      bankAccountId,
      limit: typed(bankAccountId) === '' ? null : money(bankAccountId),
    }));
    const body = {
      creditNote: money('creditNote'),
      customerCredit: money('customerCredit'),
      stockCount: money('stockCount'),
      goodsReceipt: money('goodsReceipt'),
      handFedFiles,
      reason: typed('reason'),
    };
    return (await client.call('POST /v1/approval-limits/changes', { body })).body;
  });
}
