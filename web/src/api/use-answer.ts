import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '../shell/session.js';
import type { BodyOf, CallName, InputOf, ReadName } from './client.js';

/** Reads what a call answers that stores nothing though it carries a body, such as a preview. */
export function useAnswer<Name extends Exclude<CallName, ReadName>>(
  name: Name,
  input: InputOf<Name>,
  { enabled }: Readonly<{ enabled: boolean }>,
): UseQueryResult<BodyOf<Name>, Error> {
  const { client } = useSession();
  return useQuery({
    queryKey: [name, input],
    queryFn: async () => (await client.call(name, input)).body as BodyOf<Name>,
    enabled,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    meta: { live: false },
  });
}
