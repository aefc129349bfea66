import { accessOf, type ProviderRow } from '../../activities/people/identity-providers.js';
import { isOwnPage } from '../../domain/people/return-address.js';
import { Refusal } from '../../domain/refusal.js';
import type { ApiDeps } from '../deps.js';
import { providerCookie, type BegunSignIn } from './provider-cookie.js';

/** The page of the console that the provider leads back to. */
const LANDING_PAGE = '/signed-in';

/** Where the provider leads back to, exactly as it is entered there; undefined until the company has said where it is. */
export function redirectUriOf({ publicUrl }: Pick<ApiDeps, 'publicUrl'>): string | undefined {
  return publicUrl === undefined ? undefined : `${publicUrl.replace(/\/+$/, '')}${LANDING_PAGE}`;
}

type Unchecked<SignIn> = SignIn extends unknown
  ? Omit<SignIn, 'checks' | 'providerId' | 'startedAtMs'>
  : never;

/**
 * Begins a sign-in at a provider: where it goes on, and the cookie that keeps what the answer is held against.
 *
 * @throws Refusal `RETURN_ADDRESS_REFUSED`, `PUBLIC_ADDRESS_MISSING`, `PROVIDER_ADDRESS_REFUSED`, `PROVIDER_UNREACHABLE`,
 * `PROVIDER_ANSWER_WRONG`
 */
export async function beginAtProvider(
  deps: ApiDeps,
  provider: ProviderRow,
  wish: Unchecked<BegunSignIn>,
): Promise<Readonly<{ url: string; cookie: string }>> {
  if (!isOwnPage(wish.returnTo)) {
    const detail = 'Name a path of the console, such as /sales.';
    throw new Refusal({ code: 'RETURN_ADDRESS_REFUSED', param: 'returnTo', detail });
  }
  const { url, checks } = await deps.providers.begin({
    access: accessOf(provider, deps.sealingKeys),
    redirectUri: neededRedirectUri(deps),
    anew: wish.purpose === 'check' ? 'asked-again' : 'as-it-likes',
  });
  const startedAtMs = deps.realTimeMs();
  const signIn = { ...wish, checks, startedAtMs, providerId: provider.id } as BegunSignIn;
  return { url, cookie: providerCookie(signIn, deps) };
}

/** @throws Refusal `PUBLIC_ADDRESS_MISSING` */
export function neededRedirectUri(deps: Pick<ApiDeps, 'publicUrl'>): string {
  const redirectUri = redirectUriOf(deps);
  if (redirectUri !== undefined) return redirectUri;
  const detail = 'Set LUNAS_PUBLIC_URL to the address at which people open the console.';
  throw new Refusal({ code: 'PUBLIC_ADDRESS_MISSING', detail });
}
