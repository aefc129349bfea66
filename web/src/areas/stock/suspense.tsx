import { useState } from 'react';
import { useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { moneyIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { decimal } from '../../ui/format.js';
import { PagedTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { stockWords } from './stock-words.js';

type Line = EntryOf<'GET /v1/suspense-lines'>;

const PAGE = 200;

/** Sold lines whose item nobody knew, and the verb that says what they were. */
export function SuspenseLines() {
  const say = useWords(stockWords);
  const lines = useList('GET /v1/suspense-lines', { query: { limit: PAGE } });
  const [asked, setAsked] = useState<Line>();
  const columns = useColumns(setAsked);
  return (
    <>
      <PagedTable
        title={say('suspense')}
        exportAs="suspense-lines"
        list={lines}
        columns={columns}
        keyOf={({ saleId, lineNumber }) => `${saleId} ${lineNumber}`}
        none={<NothingFound title={say('allKnown')}>{say('allKnownWhy')}</NothingFound>}
      />
      {asked === undefined ? null : <Identify line={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Identify({ line, onClose }: Readonly<{ line: Line; onClose: () => void }>) {
  const say = useWords(stockWords);
  const tell = useToast();
  const identify = useAct('POST /v1/sales/{saleId}/lines/{lineNumber}/identification');
  const undo = useAct('POST /v1/sales/{saleId}/lines/{lineNumber}/identification/undoing');
  const params = { saleId: line.saleId, lineNumber: line.lineNumber };
  const save = async (typed: (name: string) => string) => {
    const body = { sku: typed('sku'), reason: typed('reason') };
    await identify.mutateAsync({ params, body });
    onClose();
    const takeBack = () => undo.mutateAsync({ params, body: { reason: say('mistaken') } });
    tell(say('known', { sold: line.sku, sku: body.sku }), takeBack);
  };
  return (
    <FormDialog
      title={say('whatWas', { sold: line.sku })}
      submit={say('sayIt')}
      act={identify}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <Labelled label={say('rightItem')}>
        <input name="sku" required autoFocus />
      </Labelled>
      <Labelled label={say('how')}>
        <input name="reason" required maxLength={200} />
      </Labelled>
    </FormDialog>
  );
}

function useColumns(onAsk: (line: Line) => void): readonly Column<Line>[] {
  const say = useWords(stockWords);
  const { person } = useSession();
  const shown: readonly Column<Line>[] = [
    { id: 'receipt', head: say('receipt'), value: ({ saleNumber }) => textIn(saleNumber) },
    { id: 'sku', head: say('item'), className: 'mono', value: ({ sku }) => textIn(sku) },
    { id: 'name', head: say('name'), value: ({ name }) => textIn(name), wide: ({ name }) => name },
    {
      id: 'quantity',
      head: say('quantity'),
      value: ({ quantity, unit }) => numberIn(quantity, unit),
      align: 'num',
      cell: ({ quantity, unit }) => `${decimal(quantity)} ${unit}`,
    },
    { id: 'paid', head: say('paid'), align: 'num', value: ({ paid }) => moneyIn(paid) },
  ];
  if (!['admin', 'storeManager'].includes(person.role)) return shown;
  const verbs: Column<Line> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (line) => (
      <button
        type="button"
        className="btn small"
        aria-label={`${say('sayIt')}, ${line.saleNumber}, ${line.sku}`}
        onClick={() => onAsk(line)}
      >
        {say('sayIt')}
      </button>
    ),
  };
  return [...shown, verbs];
}
