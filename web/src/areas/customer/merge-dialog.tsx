import { useState, type ReactNode } from 'react';
import { useAct, useCall } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { Money } from '../../ui/money.js';
import { Loaded } from '../../ui/states.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Customer } from './customer-facts.js';
import type { Pair } from './duplicates.js';
import { mergeWords } from './merge-words.js';

type Props = Readonly<{ pair: Pair; onClose: () => void }>;

/** Two entries beside each other; one of them is kept. The undo makes two of them again. */
export function MergeDialog({ pair, onClose }: Props) {
  const say = useWords(mergeWords);
  const tell = useToast();
  const [one, other] = pair.customers;
  const [keptId, setKept] = useState(one.id);
  const merge = useAct('POST /v1/customer-merges');
  const undo = useAct('POST /v1/customer-merges/{mergeId}/undoing');
  const save = async (typed: Typed) => {
    const mergedId = keptId === one.id ? other.id : one.id;
    const body = { keptId, mergedId, reason: typed('reason') };
    const { id, kept, merged } = await merge.mutateAsync({ body });
    onClose();
    tell(say('merged', { kept: kept.name, merged: merged.name }), () =>
      undo.mutateAsync({ params: { mergeId: id }, body: { reason: say('atOnce') } }),
    );
  };
  return (
    <FormDialog
      title={say('title')}
      submit={say('merge')}
      act={merge}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('titleWhy')}</p>
      <Beside pair={pair} keptId={keptId} onKeep={setKept} />
      <TextField name="reason" label={say('reason')} maxLength={200} autoFocus />
    </FormDialog>
  );
}

type BesideProps = Readonly<{ pair: Pair; keptId: string; onKeep: (id: string) => void }>;

function Beside({ pair, ...choice }: BesideProps) {
  const [left, right] = pair.customers;
  const one = useCall('GET /v1/customers/{customerId}', { params: { customerId: left.id } });
  const other = useCall('GET /v1/customers/{customerId}', { params: { customerId: right.id } });
  return (
    <Loaded query={one}>
      {(first) => (
        <Loaded query={other}>
          {(second) => <SideBySide both={[first, second]} {...choice} />}
        </Loaded>
      )}
    </Loaded>
  );
}

const FIELDS = [
  ['nameOf', ({ name }) => name],
  ['address', ({ address }) => address],
  ['telephone', ({ phone }) => phone],
  ['mail', ({ email }) => email],
  ['tax', ({ taxNumber }) => taxNumber],
  ['nik', ({ identityNumber }) => identityNumber],
  ['open', ({ open }) => <Money of={open} />],
  ['since', ({ createdAt }) => <When at={createdAt} />],
] as const satisfies readonly (readonly [
  name: keyof typeof mergeWords,
  of: (customer: Customer) => ReactNode,
])[];

type SideProps = Omit<BesideProps, 'pair'> & Readonly<{ both: readonly Customer[] }>;

/** Field by field; what is the same in both is what speaks for one customer. */
function SideBySide({ both, keptId, onKeep }: SideProps) {
  const say = useWords(mergeWords);
  return (
    <table className="t compact plain beside">
      <caption className="hidden">{say('title')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="hidden">{say('field')}</span>
          </th>
          {both.map(({ id, number }) => (
            <th key={id} scope="col">
              <label className="row">
                <input
                  type="radio"
                  name="kept"
                  checked={id === keptId}
                  onChange={() => onKeep(id)}
                />
                {say('keep', { number })}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FIELDS.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{say(name)}</th>
            {both.map((customer) => (
              <td key={customer.id}>{of(customer) ?? '\u2013'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
