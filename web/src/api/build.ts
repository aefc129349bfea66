import { useSyncExternalStore } from 'react';
import { fetchTransport, type Transport } from '../../../client/transport.js';

const HEADER = 'console-build';

/** What stands in the page until a server puts its build there. */
const NO_BUILD = '__CONSOLE_BUILD__';

/** The build of this page; one that vite serves from its sources has none, and is as new as they are. */
const own = document.querySelector<HTMLMetaElement>('meta[name="console-build"]')?.content;
const hasBuild = own !== undefined && own !== NO_BUILD;

let isOld = false;
const listeners = new Set<() => void>();

/** Sends a call, and reads from its answer whether the server has another build of the console by now. */
export const notingBuild: Transport = async (request) => {
  const answer = await fetchTransport(request);
  const served = answer.header(HEADER);
  if (hasBuild && served !== undefined && served !== own && !isOld) {
    isOld = true;
    for (const tell of listeners) tell();
  }
  return answer;
};

/** Whether this page is older, or newer, than its server: it may ask for what is not there any more. */
export function useIsOld(): boolean {
  return useSyncExternalStore(listen, () => isOld);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
