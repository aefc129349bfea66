import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { ExportButton } from '../../ui/export-button.js';
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
  const { language } = useLanguage();
  const balance = useCall('GET /v1/reports/trial-balance', { query: { asOf: day } });
  const rows = () =>
    csvRows(balance.data, language, [
      say('account'),
      say('accountName'),
      say('debit'),
      say('credit'),
      say('saldo'),
    ]);
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={
        <>
          <DayChoice day={day} label={say('asOf')} />
          <ExportButton name={`trial-balance-${day}`} rows={rows} />
        </>
      }
      keys={[
        ['[', say('dayBefore')],
        [']', say('dayAfter')],
      ]}
      proof={
        balance.data === undefined ? null : <Ties difference={balance.data.total.difference} />
      }
    >
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

function csvRows(balance: Balance | undefined, language: 'en' | 'id', head: readonly string[]) {
  const accounts = balance?.accounts ?? [];
  return [
    head,
    ...accounts.map(({ code, name, debit, credit, balance: left }) => [
      code,
      name[language],
      debit.amount,
      credit.amount,
      left.amount,
    ]),
  ];
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
