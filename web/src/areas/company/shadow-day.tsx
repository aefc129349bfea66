import { useNavigate, useParams } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { moneyIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { count, date, money } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Done, Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { shadowWords } from './shadow-words.js';
import './setup.css';

type DayInFull = BodyOf<'GET /v1/stores/{storeId}/shadow-days/{day}'>;
type Difference = DayInFull['list'][number];

/** One day of a store in shadow: every figure and receipt that differs. */
export function Page() {
  const say = useWords(shadowWords);
  const { storeId, day } = useParams({ strict: false }) as { storeId: string; day: string };
  const found = useCall('GET /v1/stores/{storeId}/shadow-days/{day}', { params: { storeId, day } });
  return (
    <Frame
      title={date(day, usePlace())}
      crumb={{ label: say('title'), to: `/stores/${storeId}/shadow` }}
    >
      <Loaded query={found}>
        {(of) => (
          <div className="body" tabIndex={0} role="region" aria-label={say('day')}>
            <Sides of={of} />
            <Differences of={of} />
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function Sides({ of: { ours, theirs } }: Readonly<{ of: DayInFull }>) {
  const say = useWords(shadowWords);
  const textOf = (side: DayInFull['theirs']) =>
    [
      side?.count === null || side === null ? '' : `${say('count')} ${count(side.count)}`,
      side?.total === null || side === null ? '' : `${say('total')} ${money(side.total)}`,
    ]
      .filter((part) => part !== '')
      .join(', ');
  return (
    <dl className="facts">
      <dt>{say('ours')}</dt>
      <dd>{textOf(ours)}</dd>
      <dt>{say('theirs')}</dt>
      <dd>{textOf(theirs)}</dd>
    </dl>
  );
}

function Differences({ of }: Readonly<{ of: DayInFull }>) {
  const say = useWords(shadowWords);
  const navigate = useNavigate();
  const { storeId } = useParams({ strict: false }) as { storeId: string };
  const none =
    of.state === 'agrees' ? (
      <Done title={say('noDifference')}>{say('noDifferenceWhy')}</Done>
    ) : (
      <NothingFound title={say('totals-missing')}>{say('noTotals')}</NothingFound>
    );
  return (
    <WholeTable
      title={say('differences')}
      exportAs="shadow-differences"
      query={{ ...LOADED, data: { data: of.list } }}
      columns={useColumns()}
      onOpen={({ saleId }) =>
        saleId === null
          ? undefined
          : void navigate({ to: `/stores/${storeId}/shadow/sales/${saleId}` })
      }
      keyOf={(one) => `${one.kind} ${one.till ?? ''} ${one.of ?? ''} ${one.saleId ?? ''}`}
      none={none}
    />
  );
}

/** The day itself has been read. */
const LOADED = { error: null, isError: false, refetch: () => undefined };

function useColumns(): readonly Column<Difference>[] {
  const say = useWords(shadowWords);
  const whatOf = ({ kind, of }: Difference) => say(kind, { of: of ?? '' });
  return [
    { id: 'what', head: say('what'), wide: whatOf, value: (one) => textIn(whatOf(one)) },
    { id: 'till', head: say('till'), value: ({ till }) => textIn(till ?? say('wholeStore')) },
    {
      id: 'ours',
      head: say('ours'),
      align: 'num',
      value: ({ ours, oursCount }) => (ours === null ? numberIn(oursCount) : moneyIn(ours)),
    },
    {
      id: 'theirs',
      head: say('theirs'),
      align: 'num',
      value: ({ theirs, theirsCount }) =>
        theirs === null ? numberIn(theirsCount) : moneyIn(theirs),
    },
  ];
}
