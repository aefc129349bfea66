import type { ReactNode } from 'react';
import { DataTable, type Column } from '../../ui/data-table.js';
import { money, units, type WireMoney } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { lettersWords } from './letters-words.js';

type List<Row> = Readonly<{
  rows: readonly Row[];
  data: unknown;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
  dataUpdatedAt: number;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
}>;

type Props<Row> = Readonly<{
  list: List<Row>;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  moneyOf: (row: Row) => WireMoney;
  onOpen: (row: Row) => void;
  views: ReactNode;
}>;

/** A list of letters that go, are held or went; its foot says what it totals. */
export function LettersFrame<Row>({ list, columns, keyOf, moneyOf, onOpen, views }: Props<Row>) {
  const say = useWords(lettersWords);
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={<LiveMark updatedAt={list.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
      ]}
    >
      <Loaded query={list} rows={12}>
        {() =>
          list.rows.length === 0 ? (
            <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>
          ) : (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={list.rows}
              keyOf={keyOf}
              onOpen={onOpen}
              onEnd={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
              foot={<Foot amounts={list.rows.map(moneyOf)} />}
              density="normal"
            />
          )
        }
      </Loaded>
    </Frame>
  );
}

function Foot({ amounts }: Readonly<{ amounts: readonly WireMoney[] }>) {
  const say = useWords(lettersWords);
  const currency = amounts[0]?.currency ?? 'IDR';
  const total = amounts.reduce((sum, amount) => sum + units(amount), 0n);
  const sum = money({ amount: String(total), currency });
  return (
    <tr>
      <th scope="row">{say('shown', { n: amounts.length, sum })}</th>
    </tr>
  );
}
