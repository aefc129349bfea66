import { useState } from 'react';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { filesWords } from './files-words.js';
import type { BankFile } from './one-file.js';
import { UnknownBank } from './unknown-bank.js';

/** A file that was refused or stopped: why, and read it again once the cause is mended. */
export function Stopped({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  const { person } = useSession();
  if (file.status !== 'refused' && file.status !== 'given-up') return null;
  return (
    <section className="notice bad">
      <h2>{say('why')}</h2>
      <p>
        {file.refusal?.place} {file.refusal?.detail}
      </p>
      {FINANCE_WRITERS.some((one) => one === person.role) ? <Mend file={file} /> : null}
    </section>
  );
}

function Mend({ file }: Readonly<{ file: BankFile }>) {
  const isUnknown = file.refusal?.code === 'STATEMENT_BANK_UNKNOWN';
  return isUnknown ? <UnknownBank file={file} /> : <ReadAgain file={file} />;
}

/** A file that names no account is read with the one that the person chooses. */
function ReadAgain({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  const tell = useToast();
  const [account, setAccount] = useState('');
  const again = useAct('POST /v1/bank-statements/{statementId}/readings');
  const isNameless = file.refusal?.code === 'STATEMENT_ACCOUNT_MISSING';
  const body = isNameless ? { account } : {};
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        again.mutate(
          { params: { statementId: file.id }, body },
          { onSuccess: () => tell(say('readingAgain')) },
        );
      }}
    >
      {isNameless ? <OfAccount account={account} choose={setAccount} /> : null}
      <button type="submit" className="btn small primary" disabled={again.isPending}>
        {say('readAgain')}
      </button>
      <p className="fault" role="alert">
        {faultOf(again.error)}
      </p>
    </form>
  );
}

type Choice = Readonly<{ account: string; choose: (account: string) => void }>;

function OfAccount({ account, choose }: Choice) {
  const say = useWords(filesWords);
  const { data } = useCall('GET /v1/bank-accounts', {});
  return (
    <label className="field small">
      <span>{say('ofAccount')}</span>
      <select required value={account} onChange={({ target }) => choose(target.value)}>
        <option value="">{say('choose')}</option>
        {data?.data.map(({ id, number, name }) => (
          <option key={id} value={number}>
            {number} {name}
          </option>
        ))}
      </select>
    </label>
  );
}
