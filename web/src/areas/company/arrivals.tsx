import { useEffect } from 'react';
import { useDo } from '../../api/use-call.js';
import { Dialog } from '../../ui/dialog.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import type { Till } from './stores.js';
import { storesWords } from './stores-words.js';

/** As many numbers as one question may compare. */
const COMPARED_MAX = 100_000;

type Range = Readonly<{ from: number; to: number }>;
type Arrived = Readonly<{ last: number; from: number; missing: readonly Range[] }>;

/** Which sales of a till have not arrived, by the numbers between those that have. */
export function Arrivals({ till, onClose }: Readonly<{ till: Till; onClose: () => void }>) {
  const say = useWords(storesWords);
  const ask = useArrivals();
  const { mutate } = ask;
  useEffect(() => mutate(till.code), [mutate, till.code]);
  const close = (
    <button type="button" className="btn primary" onClick={onClose} autoFocus>
      {say('close')}
    </button>
  );
  return (
    <Dialog
      title={say('arrivalsOf', { till: till.code })}
      onClose={onClose}
      onSubmit={onClose}
      verbs={close}
    >
      <div aria-live="polite">
        <Loaded query={{ ...ask, refetch: () => mutate(till.code) }} rows={2}>
          {(arrived) => <Said arrived={arrived} />}
        </Loaded>
      </div>
    </Dialog>
  );
}

function Said({ arrived: { last, from, missing } }: Readonly<{ arrived: Arrived }>) {
  const say = useWords(storesWords);
  if (last === 0) return <p>{say('nothingSold')}</p>;
  const since =
    from === 1 ? null : <p className="quiet">{say('sinceNumber', { from: String(from) })}</p>;
  if (missing.length === 0)
    return (
      <>
        <p>{say('allArrived', { last: String(last) })}</p>
        {since}
      </>
    );
  const n = missing.reduce((sum, range) => sum + range.to - range.from + 1, 0);
  return (
    <>
      <p>{say('upTo', { last: String(last), n })}</p>
      <p className="mono">{missing.map(rangeText).join(', ')}</p>
      {since}
      <p className="soft">{say('sendsItself')}</p>
    </>
  );
}

function rangeText({ from, to }: Range): string {
  return from === to ? String(from) : `${from}\u2013${to}`;
}

function useArrivals() {
  return useDo(async (client, terminal: string): Promise<Arrived> => {
    const compare = async (ranges: Range[]) =>
      (await client.call('POST /v1/sync/reconcile', { body: { terminal, ranges } })).body;
    const { lastDeviceSequence: last } = await compare([]);
    const from = Math.max(1, last - COMPARED_MAX + 1);
    const missing = last === 0 ? [] : (await compare([{ from, to: last }])).missingSequences;
    return { last, from, missing };
  });
}
