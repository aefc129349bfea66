import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { CallRefused, clientOf, type BodyOf } from '../api/client.js';
import { Failed } from '../ui/states.js';
import {
  chosenLanguage,
  keepLanguage,
  languageOfBrowser,
  LanguageContext,
} from '../words/language.js';
import type { ScreenLanguage } from '../words/language.js';
import { NeedsSecondFactor } from './needs-second-factor.js';
import { routerFor } from './router.js';
import { SessionContext, type Session, type Surroundings } from './session.js';
import { landingOf } from './landing.js';
import { SignIn } from './sign-in.js';
import { SignedIn } from './signed-in.js';

type SessionBody = BodyOf<'GET /v1/session'>;

type Known =
  | Readonly<{ kind: 'asking' }>
  | Readonly<{ kind: 'failed'; error: unknown }>
  | Readonly<{ kind: 'stranger'; front: BodyOf<'GET /v1/front-door'>; hasEnded: boolean }>
  | Readonly<{ kind: 'needs-second-factor'; csrfToken: string; isByProvider: boolean }>
  | Readonly<{
      kind: 'known';
      session: SessionBody;
      surroundings: Surroundings;
      environment: 'development' | 'production';
      isSample: boolean;
      readAtMs: number;
    }>;

/** Read once: the address loses it. */
const LANDED = landingOf(window.location);

/** Who looks at the page: asks the API, shows the sign-in page to strangers and the console to everybody else. */
export function App() {
  const [known, setKnown] = useState<Known>({ kind: 'asking' });
  const [language, setLanguage] = useState<ScreenLanguage>(
    () => chosenLanguage() ?? languageOfBrowser(),
  );
  const ask = useCallback(async (hasEnded = false) => {
    try {
      setKnown(await whoLooks(hasEnded));
    } catch (error) {
      setKnown({ kind: 'failed', error });
    }
  }, []);
  const [landing, setLanding] = useState(LANDED);
  useEffect(() => void (landing === undefined && ask()), [ask, landing]);
  const land = useCallback((returnTo: string) => {
    window.history.replaceState(null, '', returnTo);
    setLanding(undefined);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (known.kind === 'known') setLanguage(chosenLanguage() ?? known.surroundings.language);
  }, [known]);
  const choose = useCallback((wanted: ScreenLanguage) => {
    keepLanguage(wanted);
    setLanguage(wanted);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <LanguageContext value={choice}>
      {landing === undefined ? null : <SignedIn landing={landing} onDone={land} />}
      {known.kind === 'failed' ? <Failed error={known.error} retry={() => ask()} /> : null}
      {known.kind === 'stranger' ? (
        <SignIn front={known.front} hasEnded={known.hasEnded} onSignedIn={() => void ask()} />
      ) : null}
      {known.kind === 'needs-second-factor' ? <Unsecured known={known} ask={ask} /> : null}
      {known.kind === 'known' ? <Console known={known} ask={ask} /> : null}
    </LanguageContext>
  );
}

async function whoLooks(hasEnded: boolean): Promise<Known> {
  const client = clientOf(undefined);
  const { body: front } = await client.call('GET /v1/front-door', {});
  try {
    const { body: session } = await client.call('GET /v1/session', {});
    // Nothing else is open to this person until one is set.
    if (session.secondFactor === 'required')
      return {
        kind: 'needs-second-factor',
        csrfToken: session.csrfToken,
        isByProvider: session.provider !== null,
      };
    const { body: surroundings } = await client.call('GET /v1/session/surroundings', {});
    const { environment, samplePeople } = front;
    const isSample = samplePeople.length > 0;
    const readAtMs = performance.now();
    return { kind: 'known', session, surroundings, environment, isSample, readAtMs };
  } catch (error) {
    if (!isStranger(error)) throw error;
    return { kind: 'stranger', front, hasEnded };
  }
}

function isStranger(error: unknown): boolean {
  return error instanceof CallRefused && error.problem.status === 401;
}

type UnsecuredProps = Readonly<{
  known: Extract<Known, { kind: 'needs-second-factor' }>;
  ask: () => Promise<void>;
}>;

function Unsecured({ known: { csrfToken, isByProvider }, ask }: UnsecuredProps) {
  const client = useMemo(() => clientOf(csrfToken), [csrfToken]);
  const signOut = async () => {
    await client.call('DELETE /v1/session', {});
    await ask();
  };
  return (
    <NeedsSecondFactor
      client={client}
      isByProvider={isByProvider}
      onDone={() => void ask()}
      onSignOut={() => void signOut()}
    />
  );
}

function Console({
  known,
  ask,
}: Readonly<{
  known: Extract<Known, { kind: 'known' }>;
  ask: (hasEnded?: boolean) => Promise<void>;
}>) {
  const { session, surroundings, environment, isSample, readAtMs } = known;
  const queries = useMemo(() => queryClient(() => void ask(true)), [ask]);
  const router = useMemo(() => routerFor(session.user.role), [session.user.role]);
  const value = useMemo((): Session => {
    const client = clientOf(session.csrfToken);
    const { now, speed } = surroundings.businessTime;
    return {
      client,
      person: session.user,
      provider: session.provider,
      surroundings,
      environment,
      isSample,
      nowMs: () => Date.parse(now) + (performance.now() - readAtMs) * speed,
      readAgain: () => ask(),
      signOut: async () => {
        await client.call('DELETE /v1/session', {});
        await ask();
      },
    };
  }, [session, surroundings, environment, isSample, readAtMs, ask]);
  return (
    <QueryClientProvider client={queries}>
      <SessionContext value={value}>
        <RouterProvider router={router} />
      </SessionContext>
    </QueryClientProvider>
  );
}

/** One answer that nobody is signed in any more shows the sign-in page, wherever it came from. */
function queryClient(ended: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isStranger(error) && ended() }),
    // A device without a network says so at once. Nothing waits unseen and is written when nobody thinks of it any more.
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  });
}
