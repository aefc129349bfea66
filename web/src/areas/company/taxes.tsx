import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall, useDo } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { dayIn, textIn } from '../../ui/cells.js';
import type { Typed } from '../../ui/dialog.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useFieldValue } from '../../words/code-words.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import { ASKERS } from './askers.js';
import { percentText } from './ratio.js';
import { taxWords } from './rules-words.js';
import { TaxForm } from './tax-form.js';
import { SetupPage } from './views.js';
import { WaitingChanges } from './waiting-changes.js';

export type TaxRule = BodyOf<'GET /v1/tax-rules'>['data'][number];

/** The tax table: of each code the rules with the day from which they hold. Two people change it. */
export function Page() {
  const say = useWords(taxWords);
  const rules = useCall('GET /v1/tax-rules', {});
  const mayAsk = ASKERS.includes(useRole());
  const [asked, setAsked] = useState<TaxRule | 'new'>();
  const [withdrawn, setWithdrawn] = useState<TaxRule>();
  const columns = useColumns(mayAsk ? { onPlan: setAsked, onWithdraw: setWithdrawn } : undefined);
  const ask = (
    <button type="button" className="btn small primary" onClick={() => setAsked('new')}>
      {say('ask')}
    </button>
  );
  return (
    <SetupPage verbs={mayAsk ? ask : null}>
      <WaitingChanges kinds={['tax-rule']} />
      <WholeTable
        title={say('taxes')}
        exportAs="tax-rules"
        query={rules}
        columns={columns}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {asked === undefined ? null : (
        <TaxForm of={asked === 'new' ? undefined : asked} onClose={() => setAsked(undefined)} />
      )}
      {withdrawn === undefined ? null : (
        <Withdraw rule={withdrawn} onClose={() => setWithdrawn(undefined)} />
      )}
    </SetupPage>
  );
}

type Verbs = Readonly<{
  onPlan: (rule: TaxRule) => void;
  onWithdraw: (rule: TaxRule) => void;
}>;

function useColumns(verbs: Verbs | undefined): readonly Column<TaxRule>[] {
  const say = useWords(taxWords);
  const { language } = useLanguage();
  const shown: readonly Column<TaxRule>[] = [
    {
      id: 'code',
      head: say('code'),
      value: ({ code }) => textIn(code),
      cell: ({ code, label }) => (
        <>
          <span className="medium">{code}</span>
          {label[language] === code ? null : <span className="quiet"> {label[language]}</span>}
        </>
      ),
    },
    { id: 'from', head: say('from'), value: ({ validFrom }) => dayIn(validFrom) },
    { id: 'state', head: say('state'), value: ({ state }) => textIn(say(state)) },
    ...useRateColumns(),
  ];
  if (verbs === undefined) return shown;
  return [
    ...shown,
    {
      id: 'verbs',
      head: say('verbs'),
      value: null,
      cell: (rule) => <RowVerbs rule={rule} {...verbs} />,
    },
  ];
}

/** What is taxed, and how much. */
function useRateColumns(): readonly Column<TaxRule>[] {
  const say = useWords(taxWords);
  const valueName = useFieldValue();
  return [
    {
      id: 'rate',
      head: say('rate'),
      align: 'num',
      value: ({ rate }) => textIn(`${percentText(rate)} %`),
    },
    {
      id: 'base',
      head: say('base'),
      value: ({ baseFactor: { numerator, denominator } }) =>
        textIn(numerator === denominator ? say('whole') : `${numerator}/${denominator}`),
    },
    { id: 'kind', head: say('kind'), value: ({ kind }) => textIn(valueName('kind', kind)) },
    {
      id: 'rounding',
      head: say('rounding'),
      value: ({ rounding }) => textIn(valueName('rounding', rounding)),
    },
  ];
}

function RowVerbs({ rule, onPlan, onWithdraw }: Verbs & Readonly<{ rule: TaxRule }>) {
  const say = useWords(taxWords);
  const name = `${rule.code} ${rule.validFrom}`;
  return (
    <span className="row">
      {rule.state === 'past' ? null : (
        <button
          type="button"
          className="btn small"
          aria-label={`${say('plan')}: ${name}`}
          onClick={() => onPlan(rule)}
        >
          {say('plan')}
        </button>
      )}
      {rule.state === 'planned' ? (
        <button
          type="button"
          className="btn small plain"
          aria-label={`${say('withdraw')}: ${name}`}
          onClick={() => onWithdraw(rule)}
        >
          {say('withdraw')}
        </button>
      ) : null}
    </span>
  );
}

/** Asks to take back a rule that has not begun. */
function Withdraw({ rule, onClose }: Readonly<{ rule: TaxRule; onClose: () => void }>) {
  const say = useWords(taxWords);
  const ask = useDo(async (client, typed: Typed) => {
    const input = { params: { taxRuleId: rule.id }, body: { reason: typed('reason') } };
    return (await client.call('POST /v1/tax-rules/{taxRuleId}/withdrawal', input)).body;
  });
  return <AskDialog title={`${say('withdraw')}: ${rule.code}`} ask={ask} onClose={onClose} />;
}
