import { useRef } from 'react';
import type { BodyOf } from '../../api/client.js';
import { logoAddress } from '../../api/logo-address.js';
import { faultOf, useDo } from '../../api/use-call.js';
import { useRole, useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { companyWords } from './company-words.js';

type Company = BodyOf<'GET /v1/company'>;

/** The logo as documents carry it. Another one, or none, holds from now on; the undo puts back what was. */
export function CompanyLogo({ company: { logo, legalName } }: Readonly<{ company: Company }>) {
  const say = useWords(companyWords);
  return (
    <div className="company-logo">
      <h2>{say('logo')}</h2>
      {logo === null ? (
        <p className="soft">{say('noLogo')}</p>
      ) : (
        <img src={logoAddress(logo.id)} alt={legalName} width={logo.width} height={logo.height} />
      )}
      {useRole() === 'admin' ? <LogoVerbs logoId={logo?.id ?? null} /> : null}
    </div>
  );
}

function LogoVerbs({ logoId }: Readonly<{ logoId: string | null }>) {
  const say = useWords(companyWords);
  const tell = useToast();
  const box = useRef<HTMLInputElement>(null);
  const { readAgain } = useSession();
  // The logo stands beside every page, too.
  const choose = useDo(async (client, wanted: string | null) => {
    await client.call('PUT /v1/company/logo/choice', { body: { logoId: wanted } });
    await readAgain();
  });
  const give = useDo(async (client, file: File) => {
    const body = new Uint8Array(await file.arrayBuffer());
    await client.call('PUT /v1/company/logo', { body });
    await readAgain();
  });
  const tellOf = (what: 'logoGiven' | 'logoRemoved') => () =>
    tell(say(what), () => choose.mutateAsync(logoId));
  const fault = faultOf(give.error ?? choose.error);
  return (
    <>
      <p className="soft">{say('logoWhy')}</p>
      {fault === undefined ? null : (
        <p className="bad fg" role="alert">
          {fault}
        </p>
      )}
      <input
        ref={box}
        type="file"
        hidden
        accept="image/png,image/jpeg"
        aria-label={say('giveLogo')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) give.mutate(file, { onSuccess: tellOf('logoGiven') });
          target.value = '';
        }}
      />
      <p className="verbs">
        <button
          type="button"
          className="btn small"
          disabled={give.isPending}
          onClick={() => box.current?.click()}
        >
          {say(logoId === null ? 'giveLogo' : 'otherLogo')}
        </button>
        {logoId === null ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => choose.mutate(null, { onSuccess: tellOf('logoRemoved') })}
          >
            {say('removeLogo')}
          </button>
        )}
      </p>
    </>
  );
}
