import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { moment, ofUnits, units, type WireMoney } from '../../ui/format.js';
import { PagedTable } from '../../ui/list-page.js';
import { Amount } from '../../ui/money.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { ChangeState, TakeBack, useMayTakeBack } from './price-changes.js';
import { pricesWords } from './prices-words.js';

type Row = EntryOf<'GET /v1/price-changes/{version}'>;

const PAGE = 200;
const CHANGES = { view: 'changes' } as const;

/** The prices of one change beside those before it. */
export function Page() {
  const say = useWords(pricesWords);
  const place = usePlace();
  const navigate = useNavigate();
  const { version } = useParams({ strict: false }) as { version: string };
  const params = { version: Number(version) };
  const head = useCall('GET /v1/price-changes/{version}', { params, query: { limit: 1 } });
  const rows = useList('GET /v1/price-changes/{version}', { params, query: { limit: PAGE } });
  const columns = useColumns();
  const mayTakeBack = useMayTakeBack();
  useKeys({ Escape: () => void navigate({ to: '/prices', search: CHANGES }) });
  const change = head.data?.change;
  const about = { from: change === undefined ? '' : moment(change.effectiveFrom, place) };
  const list = change?.priceList ?? say('everybody');
  return (
    <Frame
      title={change?.note ?? say('change')}
      crumb={{ label: say('changes'), to: '/prices', search: CHANGES }}
      about={
        change === undefined ? null : (
          <>
            <span className="quiet nowrap">{say('aboutChange', { ...about, list })}</span>
            <ChangeState change={change} />
          </>
        )
      }
      verbs={
        mayTakeBack && change?.state === 'planned' ? <TakeBack version={params.version} /> : null
      }
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
        ['Esc', say('back')],
      ]}
    >
      <PagedTable
        title={say('change')}
        exportAs="price-change"
        list={rows}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/prices/items/${id}` })}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
    </Frame>
  );
}

function useColumns(): readonly Column<Row>[] {
  const say = useWords(pricesWords);
  const symbol = 'Rp';
  return [
    { id: 'sku', head: say('sku'), className: 'mono', value: ({ sku }) => textIn(sku) },
    {
      id: 'name',
      head: say('name'),
      value: ({ name }) => textIn(name),
      wide: ({ name }) => name,
      cell: ({ id, name }) => <Link to={`/prices/items/${id}`}>{name}</Link>,
    },
    {
      id: 'before',
      head: say('before', { symbol }),
      align: 'num',
      className: 'soft',
      value: ({ unitPriceBefore }) => moneyIn(unitPriceBefore),
      cell: ({ unitPriceBefore: of }) => (of === null ? say('first') : <Amount of={of} />),
    },
    {
      id: 'after',
      head: say('after', { symbol }),
      align: 'num',
      className: 'medium',
      value: ({ unitPrice }) => moneyIn(unitPrice),
      cell: ({ unitPrice: of }) => (of === null ? say('offList') : <Amount of={of} />),
    },
    {
      id: 'step',
      head: say('step', { symbol }),
      align: 'num',
      value: (row) => moneyIn(stepOf(row)),
      cell: (row) => <StepOf row={row} />,
    },
  ];
}

/** By how much; undefined of a first price and of the end of one. */
function stepOf({ unitPrice, unitPriceBefore }: Row): WireMoney | undefined {
  if (unitPrice === null || unitPriceBefore === null) return undefined;
  return ofUnits(units(unitPrice) - units(unitPriceBefore), unitPrice.currency);
}

/** The same with its sign. */
function StepOf({ row }: Readonly<{ row: Row }>) {
  const step = stepOf(row);
  if (step === undefined) return '\u2013';
  return (
    <span>
      {units(step) > 0n ? '+' : ''}
      <Amount of={step} />
    </span>
  );
}
