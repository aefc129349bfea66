import { useSyncExternalStore } from 'react';
import { useIsOld } from '../api/build.js';
import { defineWords, useWords } from '../words/words.js';

const words = defineWords({
  old: {
    en: 'Lunas was updated. Finish what you are typing, then load the page again.',
    id: 'Lunas telah diperbarui. Selesaikan isian Anda, lalu muat ulang halaman.',
  },
  reload: { en: 'Load again', id: 'Muat ulang' },
  offline: {
    en: 'This device has no network. What you see is as it was; what you type stays.',
    id: 'Perangkat ini tidak terhubung. Yang terlihat adalah keadaan sebelumnya; isian Anda tidak hilang.',
  },
});

/** Over every page: what is wrong with the page as a whole, and what to do. */
export function Notices() {
  const say = useWords(words);
  const isOld = useIsOld();
  const isOnline = useIsOnline();
  return (
    <div className="notices" role="status">
      {isOnline ? null : <p>{say('offline')}</p>}
      {isOld ? (
        <p>
          {say('old')}{' '}
          <button type="button" className="btn small" onClick={() => location.reload()}>
            {say('reload')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function useIsOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      addEventListener('online', tell);
      addEventListener('offline', tell);
      return () => {
        removeEventListener('online', tell);
        removeEventListener('offline', tell);
      };
    },
    () => navigator.onLine,
  );
}
