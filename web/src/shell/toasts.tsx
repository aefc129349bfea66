import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { faultOf } from '../api/use-call.js';
import { defineWords, useWords } from '../words/words.js';
import { useKeys } from '../ui/use-keys.js';

const SHOWN_MS = 10_000;

const words = defineWords({ undo: { en: 'Undo', id: 'Urungkan' } });

type Toast = Readonly<{ id: number; says: string; undo: (() => unknown) | undefined }>;
type Tell = (says: string, undo?: () => unknown) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** Says what was done, for ten seconds, with its undo where it has one (`z`). */
export function useToast(): Tell {
  return useContext(ToastContext);
}

export function Toasts({ children }: Readonly<{ children: ReactNode }>) {
  const say = useWords(words);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback(
    (id: number) => setToasts((list) => list.filter((toast) => toast.id !== id)),
    [],
  );
  const tell = useMemo<Tell>(
    () => (says, undo) => {
      const id = performance.now();
      setToasts((list) => [...list.slice(-2), { id, says, undo }]);
      setTimeout(() => drop(id), SHOWN_MS);
    },
    [drop],
  );
  const act = ({ id, undo }: Toast) => {
    drop(id);
    void Promise.resolve(undo?.()).catch((error: unknown) => tell(faultOf(error) ?? ''));
  };
  const last = toasts.findLast(({ undo }) => undo !== undefined);
  useKeys({ z: () => last !== undefined && act(last) });
  return (
    <ToastContext value={tell}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            <span>{toast.says}</span>
            {toast.undo === undefined ? null : (
              <button type="button" className="btn small" onClick={() => act(toast)}>
                {say('undo')} <kbd>Z</kbd>
              </button>
            )}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
