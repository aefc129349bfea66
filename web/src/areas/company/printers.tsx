import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { ChangeNetworks, ChangePrinter } from './printer-forms.js';
import { storesWords } from './stores-words.js';

export type Printer = BodyOf<'GET /v1/printers'>['data'][number];

/** The printers with the tills that print on them, and the networks that they may stand in. */
export function Printers({ mayChange }: Readonly<{ mayChange: boolean }>) {
  const say = useWords(storesWords);
  const printers = useCall('GET /v1/printers', {});
  const [changed, setChanged] = useState<Printer>();
  const columns = useColumns(mayChange ? setChanged : undefined);
  return (
    <>
      <Networks mayChange={mayChange} />
      <WholeTable
        title={say('printers')}
        exportAs="printers"
        query={printers}
        columns={columns}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('noPrinterYet')}>{say('noPrinterWhy')}</NothingFound>}
      />
      {changed === undefined ? null : (
        <ChangePrinter printer={changed} onClose={() => setChanged(undefined)} />
      )}
    </>
  );
}

function useColumns(
  onChange: ((printer: Printer) => void) | undefined,
): readonly Column<Printer>[] {
  const say = useWords(storesWords);
  const tills = useCall('GET /v1/terminals', {}).data?.data ?? [];
  const tillsOf = ({ code }: Printer) =>
    tills.flatMap((till) => (till.printer === code ? [till.code] : [])).join(', ');
  const shown: readonly Column<Printer>[] = [
    { id: 'code', head: say('printer'), className: 'mono', value: ({ code }) => textIn(code) },
    { id: 'store', head: say('store'), value: ({ store }) => textIn(store) },
    {
      id: 'host',
      head: say('host'),
      className: 'mono',
      value: ({ host, port }) => textIn(`${host}:${port}`),
    },
    { id: 'paper', head: say('paper'), value: ({ profile }) => textIn(say(profile)) },
    {
      id: 'tills',
      head: say('usedBy'),
      wide: tillsOf,
      value: (printer) => textIn(tillsOf(printer)),
    },
  ];
  if (onChange === undefined) return shown;
  const verbs: Column<Printer> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (printer) => (
      <button
        type="button"
        className="btn small"
        aria-label={`${say('change')}, ${printer.code}`}
        onClick={() => onChange(printer)}
      >
        {say('change')}
      </button>
    ),
  };
  return [...shown, verbs];
}

function Networks({ mayChange }: Readonly<{ mayChange: boolean }>) {
  const say = useWords(storesWords);
  const read = useCall('GET /v1/printer-networks', {});
  const [isChanging, setChanging] = useState(false);
  return (
    <section className="networks" aria-label={say('networks')}>
      <h2>{say('networks')}</h2>
      <Loaded query={read} rows={1}>
        {({ networks }) => (
          <>
            {networks.length === 0 ? (
              <span className="soft">{say('anyNetwork')}</span>
            ) : (
              <span className="mono">{networks.join(', ')}</span>
            )}
            <span className="grow" />
            {mayChange ? (
              <button type="button" className="btn small" onClick={() => setChanging(true)}>
                {say('changeNetworks')}
              </button>
            ) : null}
            {isChanging ? (
              <ChangeNetworks networks={networks} onClose={() => setChanging(false)} />
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
