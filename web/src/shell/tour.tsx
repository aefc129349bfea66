import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { defineWords, useWords } from '../words/words.js';
import { areaWords } from './areas.js';
import { useRole } from './session.js';
import { POINTS, stationsOf, stationWords, type Station } from './tour-stations.js';

const words = defineWords({
  title: { en: 'A look around', id: 'Lihat-lihat' },
  at: { en: '{n} of {all}', id: '{n} dari {all}' },
  back: { en: 'Back', id: 'Kembali' },
  next: { en: 'Next', id: 'Lanjut' },
  done: { en: 'Done', id: 'Selesai' },
  end: { en: 'End the tour', id: 'Akhiri' },
});

/** How often it is looked whether what a station points at has come. */
const LOOK_EVERY_MS = 200;

/** Leads through the pages of a role: one sentence a station, and what it speaks of is outlined. */
export function Tour({ onEnd }: Readonly<{ onEnd: () => void }>) {
  const say = useWords(words);
  const name = useWords(areaWords);
  const speak = useWords(stationWords);
  const role = useRole();
  const stations = useMemo(() => stationsOf(role), [role]);
  const [at, setAt] = useState(0);
  const station = stations[at];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [at]);
  useStation(station);
  useEscape(onEnd);
  const isLast = at === stations.length - 1;
  if (station === undefined) return null;
  return (
    <aside className="tour" aria-label={say('title')}>
      <h2 ref={heading} tabIndex={-1}>
        {name(station.name)} <small>{say('at', { n: at + 1, all: stations.length })}</small>
      </h2>
      <p>{speak(station.name)}</p>
      <footer>
        <button type="button" className="btn ghost" onClick={onEnd}>
          {say('end')}
        </button>
        <span className="grow" />
        {at === 0 ? null : (
          <button type="button" className="btn" onClick={() => setAt(at - 1)}>
            {say('back')}
          </button>
        )}
        <button
          type="button"
          className="btn primary"
          onClick={isLast ? onEnd : () => setAt(at + 1)}
        >
          {say(isLast ? 'done' : 'next')}
        </button>
      </footer>
    </aside>
  );
}

/** Goes to the page of a station, and outlines what it speaks of once it is there. */
function useStation(station: Station | undefined): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (station === undefined) return undefined;
    void navigate({ to: station.path });
    const selector = POINTS[station.name] ?? '.head';
    let outlined: Element | null = null;
    // The page of before stands until this one has come, and a page is drawn anew as it learns more.
    const timer = setInterval(() => {
      if (outlined?.isConnected === true && outlined.classList.contains('toured')) return;
      if (location.pathname !== station.path) return;
      outlined = document.querySelector(`main ${selector}`);
      outlined?.classList.add('toured');
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      outlined?.classList.remove('toured');
    };
  }, [station, navigate]);
}

function useEscape(onEnd: () => void): void {
  const end = useRef(onEnd);
  end.current = onEnd;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) end.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
