import type { FairTurnLimits } from './http/fair-turns.js';

/** Limits for each caller. Tests set their own. */
export type ApiLimits = Readonly<{
  /** A sale of 500 lines is 60 KB; a larger sync batch must be split. */
  jsonBodyBytes: number;
  /** One key may serve a whole shop behind a gateway, so this is far above the pace of one till. */
  terminalRequestsPerSecond: number;
  requestsPerSecond: number;
  /** Low enough to stop password guessing, high enough for an office behind one address on Monday morning. */
  loginsPerSecond: number;
  /** Failures in a row of one account, and of one address (a whole office), before each next attempt must wait. */
  failuresOfAccount: number;
  failuresOfAddress: number;
  /** Documents (PDF) that are drawn for one caller: in a second, and at the same time. */
  documentsPerSecond: number;
  documentsAtOnce: number;
  /** Customers that whoever sells is shown: a till finds the ones it serves, and nobody reads the whole list from it. */
  customersShownPerHour: number;
  customersShownAtOnce: number;
  /** Callers take turns, see `createFairTurns`. */
  turns: FairTurnLimits;
  /** Requests without a valid credential, by address. */
  strangersPerSecond: number;
  /** How often an open stream is told that it lives, and its caller is looked at again. */
  streamHeartbeatMs: number;
}>;

export const API_LIMITS: ApiLimits = {
  jsonBodyBytes: 256 * 1024,
  terminalRequestsPerSecond: 1_000,
  requestsPerSecond: 200,
  loginsPerSecond: 20,
  failuresOfAccount: 5,
  failuresOfAddress: 50,
  documentsPerSecond: 3,
  documentsAtOnce: 2,
  customersShownPerHour: 600,
  customersShownAtOnce: 20,
  turns: { atOnce: 16, ofOneAtOnce: 6, waitingOfOne: 200 },
  strangersPerSecond: 100,
  streamHeartbeatMs: 15_000,
};
