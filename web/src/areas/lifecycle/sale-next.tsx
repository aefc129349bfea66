import { inOneWay } from '../../ui/format.js';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { BodyOf } from '../../api/client.js';
import { Day } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { saleWords } from './sale-words.js';

export type Next = BodyOf<'GET /v1/lifecycles/{saleId}/next-step'>;

/** What happens next, and every reason why not sooner; the one that decides is bold. */
export function SaleNext({ next }: Readonly<{ next: Next }>) {
  const { language } = useLanguage();
  return (
    <section className="next" aria-labelledby="next-step">
      <h2 id="next-step">{next.title[language]}</h2>
      <p className="soft">{next.sentence[language]}</p>
      {next.rules.length === 0 ? null : <Rules rules={next.rules} />}
      {next.checks.length === 0 ? null : <Checks checks={next.checks} />}
    </section>
  );
}

function Rules({ rules }: Pick<Next, 'rules'>) {
  const say = useWords(saleWords);
  const { language } = useLanguage();
  return (
    <table>
      <caption className="hidden">{say('whyNotSooner')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('rule')}</th>
          <th scope="col">{say('from')}</th>
          <th scope="col">{say('notBefore')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, words, fromWords, notBefore, decides }) => (
          <tr key={rule} className={decides ? 'decides' : undefined}>
            <th scope="row">{inOneWay(words[language])}</th>
            <td>{fromWords[language]}</td>
            <td>
              <Day on={notBefore} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Checks({ checks }: Pick<Next, 'checks'>) {
  const say = useWords(saleWords);
  const { language } = useLanguage();
  return (
    <ul className="clear" aria-label={say('checks')}>
      {checks.map(({ reason, standing, words }) => (
        <li key={reason} className={standing === 'clear' ? 'in' : 'over'}>
          {standing === 'clear' ? (
            <IconCheck className="i small" />
          ) : (
            <IconAlertTriangle className="i small" />
          )}{' '}
          {inOneWay(words[language])}
        </li>
      ))}
    </ul>
  );
}
