import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
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
    { id: 'code', head: say('code'), cell: ({ code }) => <span className="mono">{code}</span> },
    {
      id: 'name',
      head: say('name'),
      wide: ({ name }) => name[language],
      cell: ({ name }) => name[language],
    },
    { id: 'kind', head: say('kind'), cell: ({ kind }) => say(kind) },
    {
      id: 'clears',
      head: say('clears'),
      align: 'num',
      cell: ({ clearingLimitDays: n }) => (n === null ? '\u2013' : say('days', { n })),
    },
    { id: 'used', head: say('used'), cell: ({ used }) => say(used ? 'yes' : 'no') },
  ];
}
