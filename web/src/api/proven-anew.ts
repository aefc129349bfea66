/** Windows of this console tell each other that somebody has signed in again at the identity provider. */
const CHANNEL = 'lunas.proven-anew';

export function tellProven(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('proven');
  channel.close();
}

/** Calls `act` when it happens in another window, until the answer is called. */
export function whenProven(act: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', act);
  return () => channel.close();
}
