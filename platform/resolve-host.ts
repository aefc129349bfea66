import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** A look-up that takes longer counts as an unknown name: a slow DNS server must not block others. */
const RESOLVED_WITHIN_MS = 3_000;

/** All addresses of a host: itself when it is an address; none when its name is not known. Never throws. */
export async function resolveHost(
  host: string,
  resolve: Resolve = resolveByDns,
): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  const aborter = new AbortController();
  const tooLate = sleep(RESOLVED_WITHIN_MS, [], { signal: aborter.signal });
  try {
    return await Promise.race([resolve(host), tooLate]);
  } catch {
    return [];
  } finally {
    tooLate.catch(() => undefined);
    aborter.abort();
  }
}

async function resolveByDns(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}
