/** What one caller may ask of the service. Each limit is a number with a reason, and tests set their own. */
export type ApiLimits = Readonly<{
  /** A sale of 500 lines is 60 KB; a sync batch splits itself. */
  jsonBodyBytes: number;
  /** One key may stand for a whole shop behind a gateway, so this is far above a till's own pace. */
  terminalRequestsPerSecond: number;
  requestsPerSecond: number;
  /** Guessing passwords must not pay; an office behind one address must still get in on Monday morning. */
  loginsPerSecond: number;
  /** Requests without a valid credential, by address. */
  strangersPerSecond: number;
}>;

export const API_LIMITS: ApiLimits = {
  jsonBodyBytes: 256 * 1024,
  terminalRequestsPerSecond: 1_000,
  requestsPerSecond: 200,
  loginsPerSecond: 20,
  strangersPerSecond: 100,
};
