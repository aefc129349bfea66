import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall, useList } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import type { Customer } from './customer-facts.js';
import { CompareButton, useSigns, type Pair } from './duplicates.js';
import { MergeDialog } from './merge-dialog.js';
import { SplitButton, type Merge } from './merge-list.js';
import { mergeWords } from './merge-words.js';
import { MERGERS } from './mergers.js';
import { SplitDialog } from './split-dialog.js';

/** Whether another entry may be the same customer, and which ones were made one with it. */
export function Likeness({ customer }: Readonly<{ customer: Customer }>) {
  const of = { query: { customer: customer.id } };
  const pairs = useCall('GET /v1/customer-duplicates', of).data?.data ?? [];
  const merges = useList('GET /v1/customer-merges', of).rows.filter(
    ({ undone }) => undone === null,
  );
  return (
    <>
      {pairs.length === 0 ? null : <Likely pairs={pairs} customer={customer} />}
      {merges.length === 0 ? null : <Together merges={merges} customer={customer} />}
    </>
  );
}

type LikelyProps = Readonly<{ pairs: readonly Pair[]; customer: Customer }>;

function Likely({ pairs, customer }: LikelyProps) {
  const say = useWords(mergeWords);
  const signsOf = useSigns();
  const [compared, setCompared] = useState<Pair>();
  const mayMerge = MERGERS.includes(useRole());
  return (
    <section className="contact" aria-labelledby="likely">
      <h2 id="likely">{say('likely')}</h2>
      {pairs.map((pair) => (
        <div key={pair.customers.map(({ id }) => id).join(' ')} className="row">
          <span className="grow">
            {pair.customers
              .filter(({ id }) => id !== customer.id)
              .map(({ id, name }) => (
                <Link key={id} to={`/customers/${id}`}>
                  {name}
                </Link>
              ))}{' '}
            <span className="quiet">{signsOf(pair)}</span>
          </span>
          {mayMerge ? <CompareButton pair={pair} onCompare={setCompared} /> : null}
        </div>
      ))}
      {compared === undefined ? null : (
        <MergeDialog pair={compared} onClose={() => setCompared(undefined)} />
      )}
    </section>
  );
}

type TogetherProps = Readonly<{ merges: readonly Merge[]; customer: Customer }>;

function Together({ merges, customer }: TogetherProps) {
  const say = useWords(mergeWords);
  const [split, setSplit] = useState<Merge>();
  const mayMerge = MERGERS.includes(useRole());
  return (
    <section className="contact" aria-labelledby="together">
      <h2 id="together">{say('together')}</h2>
      {merges.map((merge) => (
        <div key={merge.id} className="row">
          <span className="grow">
            <Stands merge={merge} customer={customer} />{' '}
            <span className="quiet">{merge.reason}</span>
          </span>
          {mayMerge ? <SplitButton merge={merge} onSplit={setSplit} /> : null}
        </div>
      ))}
      {split === undefined ? null : (
        <SplitDialog merge={split} onClose={() => setSplit(undefined)} />
      )}
    </section>
  );
}

function Stands({ merge, customer }: Readonly<{ merge: Merge; customer: Customer }>) {
  const say = useWords(mergeWords);
  const { kept, merged } = merge;
  const isKept = kept.id === customer.id;
  const says = isKept
    ? say('standsFor', { merged: merged.name })
    : say('standsIn', { kept: kept.name });
  return <Link to={`/customers/${isKept ? merged.id : kept.id}`}>{says}</Link>;
}
