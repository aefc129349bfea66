import { messageOf } from '../../platform/fault.js';

/** What one check found. `off` is no fault: it does not run now, and nothing says that it should. */
export type Finding = Readonly<{
  name: string;
  state: 'ok' | 'off' | 'fault';
  /** What is there, or what it answered. */
  detail: string;
  /** What to do; only where there is something to do. */
  remedy?: string;
}>;

export type Check = Readonly<{ name: string; look: () => Promise<Omit<Finding, 'name'>> }>;

/** Runs a check; one that throws has found a fault. */
export async function runCheck({ name, look }: Check): Promise<Finding> {
  try {
    return { name, ...(await look()) };
  } catch (error) {
    return { name, state: 'fault', detail: messageOf(error) };
  }
}
