import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { EVENT_LISTENERS } from '../../../contract/roles.js';
import { useCall } from '../api/use-call.js';
import { PasswordGate } from '../api/password-gate.js';
import { useLiveUpdates } from '../api/live.js';
import { useKeys } from '../ui/use-keys.js';
import { defineWords, useWords } from '../words/words.js';
import { AREAS } from './areas.js';
import { LiveContext } from './live-context.js';
import { Notices } from './notices.js';
import { Palette } from './palette.js';
import { Rail } from './rail.js';
import { useSession } from './session.js';
import { Toasts } from './toasts.js';
import { keepTour, Welcome } from './welcome.js';

const words = defineWords({
  skip: { en: 'Skip to content', id: 'Langsung ke isi' },
});

/** Fetched when somebody asks for it. */
const Guide = lazy(() => import('./guide.js'));

/** How long `g` waits for its letter. */
const GO_WITHIN_MS = 1_500;

/** Who hears of imports alone sees no other page that follows the books. */
const NOT_FOLLOWED = { kind: 'off' } as const;

/** The shell: rail, page, palette, toasts. */
export function Frame() {
  const say = useWords(words);
  const { person } = useSession();
  const [isFinding, setFinding] = useState(false);
  const sees = (path: string) =>
    AREAS.some((area) => area.path === path && area.roles.includes(person.role));
  const guide = useGuide();
  const live = useLiveUpdates(EVENT_LISTENERS.some((one) => one === person.role));
  const counts = useCall('GET /v1/work-queue/counts', {}, { enabled: sees('/queue') });
  useFindKey(() => setFinding(true));
  useGoKeys();
  return (
    <Toasts>
      <PasswordGate>
        <LiveContext value={sees('/sales') ? live : NOT_FOLLOWED}>
          <a className="skip" href="#main">
            {say('skip')}
          </a>
          <Notices />
          <div className="app">
            <Rail
              counts={{ queue: counts.data?.total, matching: counts.data?.payments }}
              onFind={() => setFinding(true)}
              onHelp={guide.showHelp}
            />
            <Outlet />
          </div>
          {isFinding ? <Palette onClose={() => setFinding(false)} /> : null}
          {guide.shown === undefined ? (
            <Welcome onTour={guide.showTour} />
          ) : (
            <Suspense>
              <Guide shown={guide.shown} onTour={guide.showTour} onClose={guide.close} />
            </Suspense>
          )}
        </LiveContext>
      </PasswordGate>
    </Toasts>
  );
}

/** Help (`?`) and the tour: one of them at a time, or neither. */
function useGuide() {
  const [shown, setShown] = useState<'help' | 'tour'>();
  const showHelp = () => setShown('help');
  useKeys({ '?': showHelp });
  return {
    shown,
    showHelp,
    showTour: () => {
      keepTour();
      setShown('tour');
    },
    close: () => setShown(undefined),
  };
}

/** Ctrl K, also inside fields. */
function useFindKey(find: () => void): void {
  const current = useRef(find);
  current.current = find;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      current.current();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

/** `g` and the letter of an area go there. */
function useGoKeys(): void {
  const navigate = useNavigate();
  const { person } = useSession();
  const mine = AREAS.filter(({ roles }) => roles.includes(person.role));
  useKeys({
    g: ({ timeStamp: beganAt }) => {
      const go = (event: KeyboardEvent) => {
        const to = mine.find(({ letter }) => letter === event.key)?.path;
        // When the keys were pressed counts, not when a busy page came to read them.
        if (to === undefined || event.timeStamp - beganAt > GO_WITHIN_MS) return;
        event.preventDefault();
        event.stopPropagation();
        void navigate({ to });
      };
      document.addEventListener('keydown', go, { capture: true, once: true });
    },
  });
}
