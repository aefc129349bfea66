/** Why the page that identity providers lead back to was opened. */
export type Landing =
  | Readonly<{ kind: 'answer'; query: string }>
  /** In a window of its own: somebody is to prove again who it is, before an approval. */
  | Readonly<{ kind: 'check' }>;

const PAGE = '/signed-in';
const CHECK = '#check';

/** The address of the window in which somebody proves again who it is. */
export const CHECK_ADDRESS = `${PAGE}${CHECK}`;

/** Whether the page was opened by a provider's answer, which is taken out of the address: it is good once. */
export function landingOf({ pathname, search, hash }: Location): Landing | undefined {
  if (pathname !== PAGE) return undefined;
  if (hash === CHECK) return { kind: 'check' };
  if (!/[?&](?:state|error|code)=/.test(search)) return undefined;
  window.history.replaceState(null, '', PAGE);
  return { kind: 'answer', query: search };
}
