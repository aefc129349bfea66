import { IconDownload } from '@tabler/icons-react';
import { EXPORT_KINDS, ROLES_OF_KIND } from '../../../../contract/imports/kinds.js';
import { useRole, type Role } from '../../shell/session.js';
import { useWords } from '../../words/words.js';
import { importsWords } from './imports-words.js';

/** Masters as files in the shape in which they are brought in: each for the roles that read it. */
export function TakeOut() {
  const say = useWords(importsWords);
  const role = useRole();
  const kinds = EXPORT_KINDS.filter((kind) =>
    (ROLES_OF_KIND[kind] as readonly Role[]).includes(role),
  );
  if (kinds.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className="btn small"
        popoverTarget="take-out"
        title={say('takeOutWhy')}
      >
        <IconDownload className="i" />
        {say('takeOut')}
      </button>
      <div id="take-out" popover="auto" className="menu take-out">
        {kinds.map((kind) => (
          <a key={kind} href={`/v1/exports/${kind}`} download={`${kind}.csv`}>
            {say('takeOutOf', { kind: say(kind) })}
          </a>
        ))}
      </div>
    </>
  );
}
