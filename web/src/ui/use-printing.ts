import { useSyncExternalStore } from 'react';

const printed = globalThis.matchMedia('print');

function subscribe(changed: () => void): () => void {
  printed.addEventListener('change', changed);
  return () => printed.removeEventListener('change', changed);
}

/** Whether the page is being printed: then what is shown must be whole. It is drawn anew before the paper is. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printed.matches);
}
