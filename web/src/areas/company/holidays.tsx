import { Link, useSearch } from '@tanstack/react-router';
import { IconCalendarOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall, useCalls } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { dayIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { todayOf } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { usePlace } from '../../ui/place.js';
import { NothingFound, State } from '../../ui/states.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { ASKERS } from './askers.js';
import { GiveHolidays } from './give-holidays.js';
import { holidayWords } from './rules-words.js';
import { SetupPage } from './views.js';
import { WaitingChanges } from './waiting-changes.js';
import './setup.css';

export type Holidays = BodyOf<'GET /v1/holidays/{country}/{year}'>;
type HolidayDay = Holidays['days'][number];

/** The years that are looked at: the last one, this one and the two to come. */
const YEARS = [-1, 0, 1, 2] as const;

/** The holidays of a year, on which no customer is reminded, with a warning when they run out. */
export function Page() {
  const search = useSearch({ strict: false }) as Readonly<{ year?: number | undefined }>;
  const thisYear = Number(todayOf(usePlace()).slice(0, 4));
  const company = useCall('GET /v1/company', {}, { live: false });
  const { country = 'ID' } = company.data ?? {};
  return (
    <OfYear
      key={`${country}${search.year ?? thisYear}`}
      year={search.year ?? thisYear}
      thisYear={thisYear}
      country={country}
    />
  );
}

type YearProps = Readonly<{ year: number; thisYear: number; country: string }>;

function OfYear({ year, thisYear, country }: YearProps) {
  const say = useWords(holidayWords);
  const holidays = useCall('GET /v1/holidays/{country}/{year}', { params: { country, year } });
  const mayAsk = ASKERS.includes(useRole());
  const [isOpen, setOpen] = useState(false);
  const give = (
    <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
      {say('ask', { year: String(year) })}
    </button>
  );
  const { data } = holidays;
  return (
    <SetupPage verbs={mayAsk && data !== undefined ? give : null}>
      <WaitingChanges kinds={['holidays']} />
      <div className="holiday-head">
        <Years year={year} thisYear={thisYear} />
        {data === undefined ? null : (
          <span className="soft">{say(data.source === 'none' ? 'noList' : data.source)}</span>
        )}
      </div>
      <RunOut thisYear={thisYear} country={country} />
      <WholeTable
        title={say('ofYear', { year: String(year) })}
        exportAs="holidays"
        query={{ ...holidays, data: data && { data: data.days } }}
        columns={useColumns()}
        keyOf={({ date }) => date}
        none={
          <NothingFound title={say('none', { year: String(year) })}>{say('noneWhy')}</NothingFound>
        }
      />
      {isOpen && data !== undefined ? (
        <GiveHolidays of={data} onClose={() => setOpen(false)} />
      ) : null}
    </SetupPage>
  );
}

function Years({ year, thisYear }: Omit<YearProps, 'country'>) {
  const say = useWords(holidayWords);
  return (
    <nav className="tabs" aria-label={say('years')}>
      {YEARS.map((step) => thisYear + step).map((one) => (
        <Link
          key={one}
          to="/setup/holidays"
          search={{ year: one }}
          activeOptions={{ exact: true }}
          aria-current={one === year ? 'page' : undefined}
        >
          {one}
        </Link>
      ))}
    </nav>
  );
}

/** Which of this year and the next has a list that is not certain: reminders may fall on a holiday. */
function RunOut({ thisYear, country }: Omit<YearProps, 'year'>) {
  const say = useWords(holidayWords);
  const lists = useCalls(
    'GET /v1/holidays/{country}/{year}',
    [thisYear, thisYear + 1].map((year) => ({ params: { country, year } })),
  );
  return lists.map(({ data }) =>
    data === undefined || data.known ? null : (
      <State
        key={data.year}
        icon={<IconCalendarOff className="i large" />}
        title={say('runOut', { year: String(data.year) })}
        family="over"
      >
        {say('runOutWhy')}
      </State>
    ),
  );
}

function useColumns(): readonly Column<HolidayDay>[] {
  const say = useWords(holidayWords);
  const { language } = useLanguage();
  return [
    { id: 'day', head: say('day'), value: ({ date }) => dayIn(date) },
    {
      id: 'name',
      head: say('name'),
      wide: ({ name }) => name[language],
      value: ({ name }) => textIn(name[language]),
    },
    { id: 'kind', head: say('kind'), value: ({ kind }) => textIn(say(kind)) },
  ];
}
