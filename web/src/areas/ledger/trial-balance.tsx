import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { moneyIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download, firstOf } from '../../ui/download.js';
import { isZero, money, units } from '../../ui/format.js';
import { Amount, AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DayChoice } from './day-choice.js';
import { ledgerWords } from './ledger-words.js';

type Balance = BodyOf<'GET /v1/reports/trial-balance'>;

/** Every account at the end of a day; the sum of debits is that of credits. */
export function TrialBalance({ day, views }: Readonly<{ day: string; views: ReactNode }>) {
  const say = useWords(ledgerWords);
  const balance = useCall('GET /v1/reports/trial-balance', { query: { asOf: day } });
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={<DayChoice day={day} label={say('asOf')} />}
      keys={[
        ['[', say('dayBefore')],
        [']', say('dayAfter')],
      ]}
      proof={
        balance.data === undefined ? null : <Ties difference={balance.data.total.difference} />
      }
    >
      <Take day={day} accounts={balance.data?.accounts ?? []} />
      <div className="body" tabIndex={0} role="region" aria-label={say('balance')}>
        <Loaded query={balance} rows={14}>
          {(data) => <Accounts balance={data} day={day} />}
        </Loaded>
      </div>
    </Frame>
  );
}

type Wire = Readonly<{ amount: string; currency: string }>;

function Ties({ difference }: Readonly<{ difference: Wire }>) {
  const say = useWords(ledgerWords);
  const ties = units(difference) === 0n;
  return (
    <Proof ties={ties}>{say(ties ? 'ties' : 'tiesNot', { difference: money(difference) })}</Proof>
  );
}

type Account = Balance['accounts'][number];

function Take({ day, accounts }: Readonly<{ day: string; accounts: readonly Account[] }>) {
  const say = useWords(ledgerWords);
  const { language } = useLanguage();
  const columns: readonly FileColumn<Account>[] = [
    { id: 'account', head: say('account'), value: ({ code }) => textIn(code) },
    { id: 'name', head: say('accountName'), value: ({ name }) => textIn(name[language]) },
    { id: 'debit', head: say('debit'), value: ({ debit }) => moneyIn(debit) },
    { id: 'credit', head: say('credit'), value: ({ credit }) => moneyIn(credit) },
    { id: 'balance', head: say('saldo'), value: ({ balance }) => moneyIn(balance) },
  ];
  return (
    <Download
      exportAs="balances"
      title={say('balance')}
      columns={columns}
      read={firstOf(accounts)}
      filters={`asOf=${day}`}
      isEmpty={accounts.length === 0}
    />
  );
}

function Accounts({ balance, day }: Readonly<{ balance: Balance; day: string }>) {
  const say = useWords(ledgerWords);
  const { language } = useLanguage();
  const { total } = balance;
  return (
    <table className="t compact">
      <caption className="hidden">{say('balance')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('account')}</th>
          <th scope="col" className="wide">
            {say('accountName')}
          </th>
          <NumberHeads of={(['debit', 'credit', 'saldo'] as const).map((head) => say(head))} />
        </tr>
      </thead>
      <tbody>
        {balance.accounts.map(({ code, name, debit, credit, balance: left }) => (
          <tr key={code}>
            <th scope="row" className="mono">
              <Link to="/ledger" search={{ view: 'journal', day, account: code }}>
                {code}
              </Link>
            </th>
            <td className="wide">{name[language]}</td>
            <AmountCell of={debit} look="soft" />
            <AmountCell of={credit} look="soft" />
            <td className={isZero(left) ? 'num' : 'num medium'}>
              <Amount of={left} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {say('total')}
          </th>
          {[total.debit, total.credit, total.difference].map((amount, index) => (
            <td key={index} className="num">
              <Amount of={amount} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}
