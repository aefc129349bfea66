import { useState } from 'react';
import { useDo } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { amount, ofUnits, units } from '../../ui/format.js';
import { readMoney } from '../../ui/read-money.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from '../company/ask-dialog.js';
import type { Agency } from './agency-masters.js';
import { mastersWords } from './agency-masters-words.js';
import { basisPointsOf, percentOfPoints, PERCENT_PATTERN } from './basis-points.js';
import './agreement-form.css';

/** A line of the schedule as it begins, and a key by which it stays the same line. */
type Line = Readonly<{ key: number; days: number; amount: string; percent: string }>;
type Props = Readonly<{ agency: Agency; onClose: () => void }>;

/** Asks for a commission for cases to come, line by line. */
export function AgreementForm({ agency, onClose }: Props) {
  const say = useWords(mastersWords);
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(agency));
  const ask = useAsking(agency, lines);
  const add = () =>
    setLines([...lines, { key: (lines.at(-1)?.key ?? 0) + 1, days: 0, amount: '0', percent: '' }]);
  return (
    <AskDialog title={say('askAgreementOf', { name: agency.name })} ask={ask} onClose={onClose}>
      <p className="soft">{say('commissionWhy')}</p>
      <Labelled label={say('validFrom')}>
        <input name="from" type="date" />
      </Labelled>
      <table className="t plain compact bands">
        <caption className="hidden">{say('commission')}</caption>
        <Head />
        <tbody>
          {lines.map((line, index) => (
            <BandLine
              key={line.key}
              line={line}
              n={index + 1}
              onRemove={
                lines.length === 1
                  ? undefined
                  : () => setLines(lines.filter(({ key }) => key !== line.key))
              }
            />
          ))}
        </tbody>
      </table>
      <button type="button" className="btn small" onClick={add}>
        {say('addLine')}
      </button>
    </AskDialog>
  );
}

const FIRST: Line = { key: 0, days: 0, amount: '0', percent: '' };

function linesOf({ agreement, currency }: Agency): readonly Line[] {
  const known = agreement?.commission.map(
    ({ fromDaysPastDue, fromAmount = '0', basisPoints }, key) => ({
      key,
      days: fromDaysPastDue,
      amount: amount(ofUnits(BigInt(fromAmount), currency)),
      percent: percentOfPoints(basisPoints),
    }),
  );
  return known ?? [FIRST];
}

function Head() {
  const say = useWords(mastersWords);
  return (
    <thead>
      <tr>
        <th scope="col">{say('fromDays')}</th>
        <th scope="col">{say('fromAmount')}</th>
        <th scope="col">{say('percent')}</th>
        <th scope="col">
          <span className="hidden">{say('remove')}</span>
        </th>
      </tr>
    </thead>
  );
}

type LineProps = Readonly<{ line: Line; n: number; onRemove: (() => void) | undefined }>;

function BandLine({ line, n, onRemove }: LineProps) {
  const say = useWords(mastersWords);
  return (
    <tr>
      {useFields(line, n).map((field) => (
        <td key={field.name}>
          <span className="field small">
            <input required {...field} />
          </span>
        </td>
      ))}
      <td>
        {onRemove === undefined ? null : (
          <button
            type="button"
            className="btn small plain"
            aria-label={say('removeOf', { n })}
            onClick={onRemove}
          >
            {say('remove')}
          </button>
        )}
      </td>
    </tr>
  );
}

function useFields({ key, days, amount: from, percent }: Line, n: number) {
  const say = useWords(mastersWords);
  const labelled = (what: 'fromDays' | 'fromAmount' | 'percent') => ({
    'aria-label': `${say('lineNo', { n })}: ${say(what)}`,
  });
  const decimal = { inputMode: 'decimal' } as const;
  const isPercent = { pattern: PERCENT_PATTERN, title: say('percentHint') };
  return [
    { name: `days-${key}`, ...labelled('fromDays'), type: 'number', min: 0, defaultValue: days },
    { name: `amount-${key}`, ...labelled('fromAmount'), ...decimal, defaultValue: from },
    {
      name: `percent-${key}`,
      ...labelled('percent'),
      ...decimal,
      ...isPercent,
      defaultValue: percent,
    },
  ];
}

function useAsking({ code, currency }: Agency, lines: readonly Line[]) {
  return useDo(async (client, typed: Typed) => {
    const from = typed('from');
    const body = {
      agency: code,
      ...(from === '' ? {} : { validFrom: from }),
      commission: lines.map(({ key }) => ({
        fromDaysPastDue: Number(typed(`days-${key}`)),
        fromAmount: unitsOf(typed(`amount-${key}`), currency),
        basisPoints: basisPointsOf(typed(`percent-${key}`)),
      })),
      reason: typed('reason'),
    };
    return (await client.call('POST /v1/agreements', { body })).body;
  });
}

/** In the smallest booked unit; what has no reading is sent as it was typed, and the API says what is wrong with it. */
function unitsOf(text: string, currency: string): string {
  const read = readMoney(text, currency);
  return read === undefined ? text : String(units(read));
}
