import type { ComponentProps } from 'react';
import type { WireMoney } from '../../ui/format.js';
import { ListPage, SumFoot } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { lettersWords } from './letters-words.js';

type Shared<Row> = Pick<
  ComponentProps<typeof ListPage<Row>>,
  'exportAs' | 'list' | 'columns' | 'keyOf' | 'onOpen' | 'views'
>;

/** A list of letters that go, are held or went; its foot says what it totals. */
export function LettersFrame<Row>({
  moneyOf,
  ...list
}: Shared<Row> & Readonly<{ moneyOf: (row: Row) => WireMoney }>) {
  const say = useWords(lettersWords);
  return (
    <ListPage
      title={say('title')}
      none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      foot={<SumFoot amounts={list.list.rows.map(moneyOf)} />}
      density="normal"
      {...list}
    />
  );
}
