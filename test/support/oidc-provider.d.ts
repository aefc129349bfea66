/** What the tests use of a package that has no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener, IncomingMessage, ServerResponse } from 'node:http';

  type Grant = Readonly<{ addOIDCScope: (scope: string) => void; save: () => Promise<string> }>;

  type Context = Readonly<{ oidc: Readonly<{ params: Readonly<Record<string, unknown>> }> }>;

  type Configuration = Readonly<{
    [setting: string]: unknown;
    loadExistingGrant?: (context: Context) => Promise<Grant>;
  }>;

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: Readonly<{ accountId: string; clientId: string }>) => Grant;
    callback(): RequestListener;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: unknown,
    ): Promise<void>;
  }
}
