import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import type { LedgerSearch } from './ledger.js';
import { ledgerWords } from './ledger-words.js';
import { addDays } from './period.js';

/** Chooses a day of the books; `[` and `]` go one day back and on. */
export function DayChoice({ day, label }: Readonly<{ day: string; label: string }>) {
  const say = useWords(ledgerWords);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as LedgerSearch;
  const go = (to: string) => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(to))
      void navigate({ to: '/ledger', search: { ...search, day: to } });
  };
  useKeys({ '[': () => go(addDays(day, -1)), ']': () => go(addDays(day, 1)) });
  return (
    <span className="row">
      <button
        type="button"
        className="btn small square"
        aria-label={say('dayBefore')}
        onClick={() => go(addDays(day, -1))}
      >
        <IconChevronLeft className="i" />
      </button>
      <label className="field small">
        <span className="quiet">{label}</span>
        <input type="date" value={day} onChange={(event) => go(event.target.value)} />
      </label>
      <button
        type="button"
        className="btn small square"
        aria-label={say('dayAfter')}
        onClick={() => go(addDays(day, 1))}
      >
        <IconChevronRight className="i" />
      </button>
    </span>
  );
}
