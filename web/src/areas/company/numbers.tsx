import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { todayOf } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { usePlace } from '../../ui/place.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { numberWords } from './rules-words.js';
import { SetupPage } from './views.js';

type Series = BodyOf<'GET /v1/number-series'>['data'][number];

const KINDS = ['invoice', 'credit-note'] as const;

/** The numbers of invoices and credit notes, by year. */
export function Page() {
  const say = useWords(numberWords);
  const series = useCall('GET /v1/number-series', {});
  const isAdmin = useRole() === 'admin';
  const [isOpen, setOpen] = useState(false);
  const set = (
    <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
      {say('set')}
    </button>
  );
  return (
    <SetupPage verbs={isAdmin ? set : null}>
      <p className="soft setup-intro">{say('intro')}</p>
      <WholeTable
        title={say('numbers')}
        exportAs="number-series"
        query={series}
        columns={useColumns()}
        keyOf={({ kind, year }) => `${kind}/${year}`}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {isOpen ? <SetSeries known={series.data?.data ?? []} onClose={() => setOpen(false)} /> : null}
    </SetupPage>
  );
}

function useColumns(): readonly Column<Series>[] {
  const say = useWords(numberWords);
  return [
    { id: 'kind', head: say('kind'), value: ({ kind }) => textIn(say(kind)) },
    { id: 'year', head: say('year'), value: ({ year }) => textIn(String(year)) },
    {
      id: 'prefix',
      head: say('prefix'),
      className: 'mono',
      value: ({ prefix }) => textIn(prefix),
    },
    {
      id: 'first',
      head: say('first'),
      align: 'num',
      value: ({ firstNumber }) => textIn(String(firstNumber)),
    },
    {
      id: 'last',
      head: say('last'),
      value: ({ lastNumber }) => textIn(lastNumber === null ? say('notUsed') : String(lastNumber)),
      align: 'num',
      cell: ({ lastNumber }) => lastNumber ?? <span className="quiet">{say('notUsed')}</span>,
    },
  ];
}

type SetProps = Readonly<{ known: readonly Series[]; onClose: () => void }>;

/** Form and first number of a series before its first use; the undo puts back what stood there. */
function SetSeries({ known, onClose }: SetProps) {
  const say = useWords(numberWords);
  const place = usePlace();
  const { set, submit } = useSetting({ known, onClose });
  const nextYear = Number(todayOf(place).slice(0, 4)) + 1;
  return (
    <FormDialog
      title={say('setTitle')}
      submit={say('save')}
      act={set}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('intro')}</p>
      <Labelled label={say('kind')}>
        <select name="kind">
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(kind)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('year')}>
        <input name="year" type="number" min={2000} max={2100} required defaultValue={nextYear} />
      </Labelled>
      <TextField name="prefix" label={say('prefix')} help="numberPrefix" maxLength={24} />
      <small className="soft">{say('prefixWhy')}</small>
      <Labelled label={say('first')}>
        <input name="first" type="number" min={1} max={99_999_999} required defaultValue={1} />
      </Labelled>
    </FormDialog>
  );
}

function useSetting({ known, onClose }: SetProps) {
  const say = useWords(numberWords);
  const tell = useToast();
  const set = useAct('PUT /v1/number-series/{kind}/{year}');
  const submit = (typed: Typed) => {
    const [kind, year] = [typed('kind') as Series['kind'], Number(typed('year'))];
    const prefix = typed('prefix').toUpperCase();
    const before = known.find((one) => one.kind === kind && one.year === year);
    const params = { kind, year };
    const undo = before && (() => set.mutate({ params, body: seriesOf(before) }));
    const onSuccess = () => {
      onClose();
      tell(say('isSet', { prefix }), undo);
    };
    set.mutate({ params, body: { prefix, firstNumber: Number(typed('first')) } }, { onSuccess });
  };
  return { set, submit };
}

function seriesOf({ prefix, firstNumber }: Series) {
  return { prefix, firstNumber };
}
