import { useRef, useState } from 'react';
import { IMPORT_KINDS, ROLES_OF_KIND } from '../../../../contract/imports/kinds.js';
import { useCall } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { importsWords } from './imports-words.js';
import { useHandIn } from './use-hand-in.js';

/** A file to be tried: nothing is written yet. */
export function BringIn({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(importsWords);
  const role = useRole();
  const hand = useHandIn();
  const box = useRef<HTMLInputElement>(null);
  const kinds = IMPORT_KINDS.filter((kind) =>
    (ROLES_OF_KIND[kind] as readonly Role[]).includes(role),
  );
  const [kind, setKind] = useState(kinds[0] ?? 'items');
  const submit = (typed: Typed) => {
    const file = box.current?.files?.[0];
    const [profile, location] = [typed('profile'), typed('location')];
    const query = {
      kind,
      dryRun: 'true' as const,
      ...(profile === '' ? {} : { profile }),
      ...(location === '' ? {} : { location }),
    };
    if (file !== undefined) hand.mutate({ file, query }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={say('bring')}
      submit={say('try')}
      act={hand}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('bringWhy')}</p>
      <Labelled label={say('kind')}>
        <select
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? kind)}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      </Labelled>
      <ProfileChoice kind={kind} />
      {kind === 'stock' ? (
        <Labelled label={say('location')}>
          <input name="location" maxLength={64} />
        </Labelled>
      ) : null}
      <Labelled label={say('file')}>
        <input ref={box} type="file" required accept=".csv,.xlsx,.txt" />
      </Labelled>
    </FormDialog>
  );
}

/** The mappings that are kept for this kind of file. */
function ProfileChoice({ kind }: Readonly<{ kind: string }>) {
  const say = useWords(importsWords);
  const profiles = useCall('GET /v1/import-profiles', {});
  return (
    <Labelled label={say('profile')} help="importProfile">
      <select name="profile">
        <option value="">{say('noProfile')}</option>
        {profiles.data?.data
          .filter((profile) => profile.kind === kind)
          .map((profile) => (
            <option key={profile.id} value={profile.code}>
              {profile.name}
            </option>
          ))}
      </select>
    </Labelled>
  );
}
