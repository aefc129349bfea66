import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { dayIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { ASKERS } from './askers.js';
import { BankAccountForm } from './bank-account-form.js';
import { mastersWords } from './money-masters-words.js';
import { SetupPage } from './views.js';
import { WaitingChanges } from './waiting-changes.js';

export type BankAccount = BodyOf<'GET /v1/bank-accounts'>['data'][number];

/** The accounts that customers pay to. One person asks for a change, another one agrees. */
export function Page() {
  const say = useWords(mastersWords);
  const accounts = useCall('GET /v1/bank-accounts', {});
  const mayAsk = ASKERS.includes(useRole());
  const [asked, setAsked] = useState<BankAccount | 'new'>();
  const columns = useColumns(mayAsk ? setAsked : undefined);
  const ask = (
    <button type="button" className="btn small primary" onClick={() => setAsked('new')}>
      {say('ask')}
    </button>
  );
  return (
    <SetupPage verbs={mayAsk ? ask : null}>
      <WaitingChanges kinds={['bank-account']} />
      <WholeTable
        title={say('banks')}
        exportAs="bank-accounts"
        query={accounts}
        columns={columns}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {asked === undefined ? null : (
        <BankAccountForm
          of={asked === 'new' ? undefined : asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </SetupPage>
  );
}

function useColumns(
  onAsk: ((account: BankAccount) => void) | undefined,
): readonly Column<BankAccount>[] {
  const say = useWords(mastersWords);
  const standsOn = ({ onDocuments, named }: BankAccount) =>
    say(named ? 'named' : onDocuments ? 'yes' : 'no');
  const shown: readonly Column<BankAccount>[] = [
    { id: 'name', head: say('name'), className: 'medium', value: ({ name }) => textIn(name) },
    { id: 'bank', head: say('bank'), value: ({ bankName }) => textIn(bankName) },
    {
      id: 'number',
      head: say('number'),
      value: ({ number, currency }) => textIn(`${number} ${currency}`),
      cell: ({ number, currency }) => <span className="mono">{`${number} ${currency}`}</span>,
    },
    { id: 'documents', head: say('onDocuments'), value: (account) => textIn(standsOn(account)) },
    { id: 'account', head: say('account'), value: ({ account }) => textIn(account) },
    { id: 'last', head: say('last'), value: ({ lastStatementOn }) => dayIn(lastStatementOn) },
  ];
  if (onAsk === undefined) return shown;
  const verbs: Column<BankAccount> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (account) => (
      <button
        type="button"
        className="btn small"
        aria-label={`${say('askChange')}: ${account.name}`}
        onClick={() => onAsk(account)}
      >
        {say('askChange')}
      </button>
    ),
  };
  return [...shown, verbs];
}
