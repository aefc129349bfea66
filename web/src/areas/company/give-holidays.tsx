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
  const { year } = of;
  const [lines, setLines] = useState<readonly Line[]>(() => linesOf(of));
  const ask = useAsking(of, lines);
  const key = (lines.at(-1)?.key ?? 0) + 1;
  const add = () => setLines([...lines, { key, date: '', kind: 'national', id: '', en: '' }]);
  return (
    <AskDialog title={say('ask', { year: String(year) })} ask={ask} onClose={onClose}>
      <table className="t plain compact give-holidays">
        <caption className="hidden">{say('ofYear', { year: String(year) })}</caption>
        <Head />
        <tbody>
          {lines.map((line, index) => (
            <LineOf
              key={line.key}
              line={line}
              of={{ year, n: index + 1 }}
              onRemove={() => setLines(lines.filter((one) => one !== line))}
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

function useAsking({ country, year }: Holidays, lines: readonly Line[]) {
  return useDo(async (client, typed: Typed) => {
    const days = lines.map(({ key }) => ({
      date: typed(`date-${key}`),
      kind: typed(`kind-${key}`) as Kind,
      name: { id: typed(`id-${key}`), en: typed(`en-${key}`) },
    }));
    const input = { params: { country, year }, body: { days, reason: typed('reason') } };
    return (await client.call('PUT /v1/holidays/{country}/{year}', input)).body;
  });
}

function Head() {
  const say = useWords(holidayWords);
  return (
    <thead>
      <tr>
        {(['day', 'nameId', 'nameEn', 'kind'] as const).map((head) => (
          <th key={head} scope="col">
            {say(head)}
          </th>
        ))}
        <th scope="col">
          <span className="hidden">{say('remove')}</span>
        </th>
      </tr>
    </thead>
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
  const { key, date, id, en } = line;
  const label = (what: 'day' | 'nameId' | 'nameEn' | 'kind') =>
    `${say('dayNo', { n })}: ${say(what)}`;
  const [min, max] = [`${year}-01-01`, `${year}-12-31`];
  const longest = 120;
  const fields = [
    { name: `date-${key}`, 'aria-label': label('day'), type: 'date', min, max, defaultValue: date },
    { name: `id-${key}`, 'aria-label': label('nameId'), maxLength: longest, defaultValue: id },
    { name: `en-${key}`, 'aria-label': label('nameEn'), maxLength: longest, defaultValue: en },
  ];
  return (
    <tr>
      {fields.map((field) => (
        <td key={field.name}>
          <span className="field small">
            <input required {...field} />
          </span>
        </td>
      ))}
      <td>
        <KindChoice name={`kind-${key}`} label={label('kind')} kind={line.kind} />
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

type KindProps = Readonly<{ name: string; label: string; kind: Kind }>;

function KindChoice({ name, label, kind }: KindProps) {
  const say = useWords(holidayWords);
  return (
    <span className="field small">
      <select name={name} aria-label={label} defaultValue={kind}>
        {KINDS.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </select>
    </span>
  );
}
