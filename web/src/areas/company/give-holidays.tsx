import { useState } from 'react';
import { useDo } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import type { Holidays } from './holidays.js';
import { holidayWords } from './rules-words.js';

const KINDS = ['national', 'jointLeave'] as const;

type Kind = (typeof KINDS)[number];
/** A line of the form: what it begins with, and a key by which it stays the same line. */
type Line = Readonly<{ key: number; date: string; kind: Kind; id: string; en: string }>;

/** Asks for the whole list of a year as it was decreed. */
export function GiveHolidays({ of, onClose }: Readonly<{ of: Holidays; onClose: () => void }>) {
  const say = useWords(holidayWords);
  const { country, year } = of;
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(of));
  const ask = useDo(async (client, typed: Typed) => {
    const days = lines.map(({ key }) => ({
      date: typed(`date-${key}`),
      kind: typed(`kind-${key}`) as Kind,
      name: { id: typed(`id-${key}`), en: typed(`en-${key}`) },
    }));
    const body = { days, reason: typed('reason') };
    const call = 'PUT /v1/holidays/{country}/{year}';
    return (await client.call(call, { params: { country, year }, body })).body;
  });
  const add = () =>
    setLines([
      ...lines,
      { key: (lines.at(-1)?.key ?? 0) + 1, date: '', kind: 'national', id: '', en: '' },
    ]);
  return (
    <AskDialog title={say('ask', { year: String(year) })} ask={ask} onClose={onClose}>
      <table className="t plain compact give-holidays">
        <caption className="hidden">{say('ofYear', { year: String(year) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('day')}</th>
            <th scope="col">{say('nameId')}</th>
            <th scope="col">{say('nameEn')}</th>
            <th scope="col">{say('kind')}</th>
            <th scope="col">
              <span className="hidden">{say('remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <LineOf
              key={line.key}
              line={line}
              of={{ year, n: index + 1 }}
              onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))}
            />
          ))}
        </tbody>
      </table>
      <button type="button" className="btn small" onClick={add}>
        {say('add')}
      </button>
    </AskDialog>
  );
}

function linesOf({ year, days }: Holidays): readonly Line[] {
  const known = days.map(({ date, kind, name }, key) => ({ key, date, kind, ...name }));
  return known.length > 0
    ? known
    : [{ key: 0, date: `${year}-01-01`, kind: 'national', id: '', en: '' }];
}

type LineProps = Readonly<{
  line: Line;
  of: Readonly<{ year: number; n: number }>;
  onRemove: () => void;
}>;

function LineOf({ line, of: { year, n }, onRemove }: LineProps) {
  const say = useWords(holidayWords);
  const { key } = line;
  const label = (what: 'day' | 'nameId' | 'nameEn' | 'kind') =>
    `${say('dayNo', { n })}: ${say(what)}`;
  return (
    <tr>
      <td>
        <span className="field small">
          <input
            name={`date-${key}`}
            type="date"
            aria-label={label('day')}
            required
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            defaultValue={line.date}
          />
        </span>
      </td>
      {(['id', 'en'] as const).map((language) => (
        <td key={language}>
          <span className="field small">
            <input
              name={`${language}-${key}`}
              aria-label={label(language === 'id' ? 'nameId' : 'nameEn')}
              required
              maxLength={120}
              defaultValue={line[language]}
            />
          </span>
        </td>
      ))}
      <td>
        <span className="field small">
          <select name={`kind-${key}`} aria-label={label('kind')} defaultValue={line.kind}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {say(kind)}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td>
        <button
          type="button"
          className="btn small plain"
          aria-label={say('removeOf', { name: say('dayNo', { n }) })}
          onClick={onRemove}
        >
          {say('remove')}
        </button>
      </td>
    </tr>
  );
}
