import { messageOf } from '../../platform/fault.js';

/** The result of one check. `off` is no fault: the part does not run, and is not expected to. */
export type Finding = Readonly<{
  name: string;
  state: 'ok' | 'off' | 'fault';
  /** The version or answer that was found. */
  detail: string;
  /** What to do, if anything. */
  remedy?: string;
}>;

export type Check = Readonly<{ name: string; look: () => Promise<Omit<Finding, 'name'>> }>;

/** Runs a check; a check that throws counts as a fault. */
export async function runCheck({ name, look }: Check): Promise<Finding> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, state: 'fault', detail: messageOf(error) };
  }
}
