import { amount, money, ofUnits, units, inOneWay } from '../../ui/format.js';
import { useLanguage } from '../../words/language.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { ageOf, AGES } from './ageing-parts.js';
import { percentOf, type Credit, type Customer, type Statement } from './customer-facts.js';
import { customerWords } from './customer-words.js';

type Props = Readonly<{ customer: Customer; credit: Credit; statement: Statement }>;

/** Three figures, each with what it is made of: the credit line, the age of what is open, how the customer pays. */
export function CustomerTrio({ customer, credit, statement }: Props) {
  return (
    <div className="trio">
      <CreditLine credit={credit} />
      <ByAge statement={statement} currency={customer.currency} />
      <HowItPays customer={customer} />
    </div>
  );
}

function CreditLine({ credit }: Pick<Props, 'credit'>) {
  const say = useWords(customerWords);
  const { language } = useLanguage();
  const { limit, exposure, available, status, reasons } = credit;
  const whole = units(limit);
  const invoiced = percentOf(units(exposure.invoiced), whole);
  const notInvoiced = percentOf(units(exposure.notInvoiced), whole);
  const rows = [
    ['invoiced', 'var(--wait-solid)', exposure.invoiced],
    ['notInvoiced', 'var(--age-0)', exposure.notInvoiced],
    ['left', 'var(--surface-3)', available],
  ] as const;
  return (
    <section aria-labelledby="line">
      <h2 id="line">{say('line')}</h2>
      <p className="big">
        {money(available)}{' '}
        <small>{status === 'none' ? say('noLine') : say('leftOf', { limit: money(limit) })}</small>
      </p>
      <div
        className="bar"
        role="img"
        aria-label={say('used', { percent: percentOf(units(exposure.total), whole) })}
      >
        <Segment percent={invoiced} shade="var(--wait-solid)" />
        <Segment percent={notInvoiced} shade="var(--age-0)" />
      </div>
      <dl className="leg">
        {rows.map(([key, shade, of]) => (
          <div key={key}>
            <dt>
              <Swatch shade={shade} /> {say(key)}
            </dt>
            <dd>{amount(of)}</dd>
          </div>
        ))}
      </dl>
      {reasons.map(({ code, words }) => (
        <p key={code} className="xs over fg">
          {inOneWay(words[language])}
        </p>
      ))}
    </section>
  );
}

function ByAge({ statement, currency }: Pick<Props, 'statement'> & Readonly<{ currency: string }>) {
  const say = useWords(customerWords);
  const items = statement.items.filter(({ open }) => open.currency === currency);
  const parts = AGES.map(({ key, shade }) => ({
    key,
    shade,
    of: items
      .filter(({ daysOverdue }) => ageOf(daysOverdue) === key)
      .reduce((sum, { open }) => sum + units(open), 0n),
  }));
  const whole = parts.reduce((sum, { of }) => sum + of, 0n);
  const late = whole - (parts[0]?.of ?? 0n);
  return (
    <section aria-labelledby="ages">
      <header className="row">
        <h2 id="ages">{say('byAge')}</h2>
        <WhatIs name={say('byAge')} terms={[{ of: 'figure.ageing', name: say('byAge') }]} />
      </header>
      <p className="big">
        {money(ofUnits(whole, currency))}{' '}
        <small>{say('ofItOverdue', { percent: percentOf(late, whole) })}</small>
      </p>
      <div className="bar" role="img" aria-label={say('byAgeBar')}>
        {parts.map(({ key, shade, of }) => (
          <Segment key={key} percent={percentOf(of, whole)} shade={shade} />
        ))}
      </div>
      <table className="age">
        <caption className="hidden">{say('byAge')}</caption>
        <thead>
          <tr>
            {parts.map(({ key, shade }) => (
              <th key={key} scope="col">
                <Swatch shade={shade} /> {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {parts.map(({ key, of }) => (
              <td key={key} className={of === 0n ? 'quiet' : undefined}>
                {amount(ofUnits(of, currency))}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** The score with every point of it; its reasons come from what was paid, and when. */
function HowItPays({ customer }: Pick<Props, 'customer'>) {
  const say = useWords(customerWords);
  const { language } = useLanguage();
  const { risk } = customer;
  return (
    <section aria-labelledby="pays">
      <header className="row">
        <h2 id="pays">{say('pays')}</h2>
        <WhatIs name={say('pays')} terms={[{ of: 'figure.risk', name: say('pays') }]} />
      </header>
      {risk === null ? (
        <p className="quiet">{say('noScore')}</p>
      ) : (
        <>
          <p className="big">
            {say(risk.band, { score: risk.score })}{' '}
            <small>{say('score', { score: risk.score })}</small>
          </p>
          <div className="bar" role="img" aria-label={say('score', { score: risk.score })}>
            {risk.reasons.map(({ code, points }) => (
              <Segment key={code} percent={points} shade="var(--over-solid)" />
            ))}
          </div>
          <ol className="pts">
            {risk.reasons.map(({ code, points, words }) => (
              <li key={code}>
                <b>{points}</b>
                {inOneWay(words[language])}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Segment({ percent, shade }: Readonly<{ percent: number; shade: string }>) {
  if (percent <= 0) return null;
  return <i style={{ width: `${Math.min(percent, 100)}%`, background: shade }} />;
}

function Swatch({ shade }: Readonly<{ shade: string }>) {
  return <i className="sw" style={{ background: shade }} />;
}
