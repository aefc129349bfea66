import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './rules-words.js';
import { SetupPage } from './views.js';

type Account = BodyOf<'GET /v1/accounts'>['data'][number];

/** The chart of accounts, to be read: its codes are fixed. */
export function Page() {
  const say = useWords(accountWords);
  const accounts = useCall('GET /v1/accounts', {}, { live: false });
  return (
    <SetupPage>
      <p className="soft setup-intro">{say('intro')}</p>
      <WholeTable
        title={say('accounts')}
        exportAs="accounts"
        query={accounts}
        columns={useColumns()}
        keyOf={({ code }) => code}
        none={null}
      />
    </SetupPage>
  );
}

function useColumns(): readonly Column<Account>[] {
  const say = useWords(accountWords);
  const { language } = useLanguage();
  return [
    { id: 'code', head: say('code'), className: 'mono', value: ({ code }) => textIn(code) },
    {
      id: 'name',
      head: say('name'),
      wide: ({ name }) => name[language],
      value: ({ name }) => textIn(name[language]),
    },
    { id: 'kind', head: say('kind'), value: ({ kind }) => textIn(say(kind)) },
    {
      id: 'clears',
      head: say('clears'),
      align: 'num',
      value: ({ clearingLimitDays: n }) => textIn(n === null ? null : say('days', { n })),
    },
    { id: 'used', head: say('used'), value: ({ used }) => textIn(say(used ? 'yes' : 'no')) },
  ];
}
