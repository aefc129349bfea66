import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { PinViews } from './pin-views.js';
import { pinWords, purposeWords } from './pin-words.js';

type Check = EntryOf<'GET /v1/staff-pins/checks'>;

/** What PINs were typed for at the tills, the latest first. */
export function Page() {
  const say = useWords(pinWords);
  const checks = useList('GET /v1/staff-pins/checks', { query: {} });
  const purpose = useWords(purposeWords);
  const columns: readonly Column<Check>[] = [
    { id: 'at', head: say('at'), value: ({ at }) => momentIn(at) },
    { id: 'who', head: say('name'), value: ({ name }) => textIn(name) },
    { id: 'till', head: say('till'), value: ({ terminal }) => textIn(terminal) },
    { id: 'for', head: say('for'), value: (check) => textIn(purpose(check.purpose)) },
    { id: 'outcome', head: say('outcome'), value: ({ outcome }) => textIn(say(outcome)) },
    {
      id: 'where',
      head: say('where'),
      value: ({ offline }) => textIn(say(offline ? 'offline' : 'online')),
    },
  ];
  return (
    <Frame
      title={say('title')}
      crumb={{ label: say('stores'), to: '/stores' }}
      views={<PinViews />}
    >
      <PagedTable
        title={say('checks')}
        exportAs="pin-checks"
        list={checks}
        columns={columns}
        keyOf={({ id }) => id}
        none={<NothingFound title={say('noChecks')}>{say('noChecksWhy')}</NothingFound>}
      />
    </Frame>
  );
}
