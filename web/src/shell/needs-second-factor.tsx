import type { LunasClient } from '../../../client/client.js';
import { accountWords } from '../areas/people/account-words.js';
import { SetSecondFactor } from '../areas/people/set-second-factor.js';
import { useWords } from '../words/words.js';
import { Brand } from './brand.js';

/** The one page of a person whose role needs a second factor and who has none yet. */
export function NeedsSecondFactor({
  client,
  isByProvider,
  onDone,
  onSignOut,
}: Readonly<{
  client: LunasClient;
  isByProvider: boolean;
  onDone: () => void;
  onSignOut: () => void;
}>) {
  const say = useWords(accountWords);
  return (
    <main className="sign-in" id="main">
      <div className="panel">
        <Brand />
        <h1>{say('factor')}</h1>
        <p className="soft">{say('factorRequired')}</p>
        <SetSecondFactor
          client={client}
          isByProvider={isByProvider}
          onDone={onDone}
          other={
            <button type="button" className="btn plain" onClick={onSignOut}>
              {say('signOut')}
            </button>
          }
        />
      </div>
    </main>
  );
}
