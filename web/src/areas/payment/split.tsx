import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DEDUCTION_KINDS, type DeductionKind } from '../../../../domain/ledger/deductions.js';
import { amount } from '../../ui/format.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { leftOf, typed, type SplitRow } from './draft.js';
import { matchingWords } from './matching-words.js';

type SplitProps = Readonly<{
  rows: readonly SplitRow[];
  onRows: (rows: readonly SplitRow[]) => void;
}>;

/** How the money is split over open items, and what the payer kept back of each. */
export function Split({ rows, onRows }: SplitProps) {
  const say = useWords(matchingWords);
  if (rows.length === 0) return null;
  const change = (index: number, row: SplitRow) => onRows(rows.with(index, row));
  return (
    <section className="split">
      <table className="t plain">
        <caption className="hidden">{say('split')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('item')}</th>
            <th scope="col" className="num">
              {say('open', { symbol: 'Rp' })}
            </th>
            <th scope="col" className="num">
              {say('pays')}
            </th>
            <th scope="col" className="num">
              {say('givenUp')}
            </th>
            <th scope="col">{say('for')}</th>
            <th scope="col" className="num">
              {say('left')}
            </th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.openItem}
              row={row}
              onChange={(changed) => change(index, changed)}
              onDrop={() => onRows(rows.filter((one) => one !== row))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = Readonly<{
  row: SplitRow;
  onChange: (row: SplitRow) => void;
  onDrop: () => void;
}>;

function Row({ row, onChange, onDrop }: RowProps) {
  const say = useWords(matchingWords);
  const { number, open, dueOn } = row;
  const left = leftOf(row);
  return (
    <tr>
      <th scope="row">
        <Link to={`/invoices/${row.invoiceId}`} className="mono">
          {number}
        </Link>{' '}
        {dueOn === undefined ? null : (
          <span className="xs quiet">
            {say('due')} <Day on={dueOn} />
          </span>
        )}
      </th>
      <td className="num soft">{amount(open)}</td>
      <td className="num">
        <Cell
          label={say('paysOf', { number })}
          value={row.pays}
          currency={open.currency}
          onType={(pays) => onChange({ ...row, pays })}
        />
      </td>
      <td className="num">
        <Cell
          label={say('keptOf', { number })}
          value={row.kept}
          currency={open.currency}
          onType={(kept) => onChange({ ...row, kept })}
        />
      </td>
      <td>{row.kept.trim() === '' ? null : <KeptFor row={row} onChange={onChange} />}</td>
      <td className={left !== undefined && left < 0n ? 'num over fg' : 'num'}>
        {left === undefined ? '?' : amount({ amount: String(left), currency: open.currency })}
      </td>
      <td>
        <button
          type="button"
          className="btn small plain square"
          aria-label={say('drop', { number })}
          onClick={onDrop}
        >
          <IconX className="i" />
        </button>
      </td>
    </tr>
  );
}

/** Why the payer kept something back; withheld tax may name its document. */
function KeptFor({ row, onChange }: Readonly<Pick<RowProps, 'row' | 'onChange'>>) {
  const say = useWords(matchingWords);
  return (
    <span className="row">
      <label className="field small">
        <span className="hidden">{say('forOf', { number: row.number })}</span>
        <select
          value={row.keptFor}
          onChange={({ target }) => onChange({ ...row, keptFor: target.value as DeductionKind })}
        >
          {DEDUCTION_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(kind)}
            </option>
          ))}
        </select>
      </label>
      {row.keptFor === 'withholdingTax' ? (
        <label className="field small">
          <span className="hidden">{say('documentOf', { number: row.number })}</span>
          <input
            value={row.document}
            placeholder={say('document')}
            maxLength={100}
            onChange={({ target }) => onChange({ ...row, document: target.value })}
          />
        </label>
      ) : null}
    </span>
  );
}

function Cell({
  label,
  value,
  currency,
  onType,
}: Readonly<{
  label: string;
  value: string;
  currency: string;
  onType: (value: string) => void;
}>) {
  const read = typed(value, currency);
  return (
    <input
      className="cell"
      inputMode="decimal"
      aria-label={label}
      aria-invalid={read === undefined ? true : undefined}
      value={value}
      onChange={({ target }) => onType(target.value)}
      onBlur={() => {
        if (read !== undefined && value.trim() !== '')
          onType(amount({ amount: String(read), currency }));
      }}
    />
  );
}
