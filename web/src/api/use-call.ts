import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  CallRefused,
  CallUnanswered,
  type BodyOf,
  type InputOf,
  type CallName,
  type ReadName,
} from './client.js';
import type { LunasClient } from '../../../client/client.js';
import { LIST_LIMIT_MAX } from '../../../contract/list-limits.js';
import { useWithPassword } from './password-gate.js';
import { useSession } from '../shell/session.js';
import { languageOfPage } from '../words/language.js';
import { refusalIn, unansweredIn } from '../words/refusal.js';

type ReadOptions<Name extends ReadName = ReadName> = Readonly<{
  /** Asks again after so long, as the last answer says; 0: no more. */
  everyMs?: (found: BodyOf<Name> | undefined) => number;
  enabled?: boolean;
  /** Read again when something changes in the books (the default), or only when the page asks. */
  live?: boolean;
  staleMs?: number;
}>;

/** Reads a call and keeps it; the same call with the same input is read once for all who show it. */
export function useCall<Name extends ReadName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, live = true, staleMs = 2_000, everyMs }: ReadOptions<Name> = {},
): UseQueryResult<BodyOf<Name>, Error> {
  const { client } = useSession();
  return useQuery({
    queryKey: [name, input],
    queryFn: async () => (await client.call(name, input)).body as BodyOf<Name>,
    enabled,
    staleTime: staleMs,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => everyMs?.(data) || false,
    meta: { live },
  });
}

/** Reads one call with several inputs, such as a figure of several days; in their order. */
export function useCalls<Name extends ReadName>(
  name: Name,
  inputs: readonly InputOf<Name>[],
  { enabled = true, live = true, staleMs = 2_000 }: ReadOptions = {},
): UseQueryResult<BodyOf<Name>, Error>[] {
  const { client } = useSession();
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: [name, input],
      queryFn: async () => (await client.call(name, input)).body as BodyOf<Name>,
      enabled,
      staleTime: staleMs,
      meta: { live },
    })),
  });
}

type ListName = {
  [Name in ReadName]: BodyOf<Name> extends Readonly<{
    data: readonly unknown[];
    nextCursor: string | null;
  }>
    ? Name
    : never;
}[ReadName];
export type EntryOf<Name extends ListName> =
  BodyOf<Name> extends Readonly<{ data: readonly (infer Entry)[] }> ? Entry : never;

/** Reads a list page by page; `fetchNextPage` takes the next. */
export function useList<Name extends ListName>(
  name: Name,
  input: InputOf<Name>,
  { enabled = true, live = true }: ReadOptions = {},
) {
  const { client } = useSession();
  const list = useInfiniteQuery({
    queryKey: [name, input, 'list'],
    queryFn: async ({ pageParam }) => {
      const query = { ...(input as { query?: object }).query, cursor: pageParam };
      const answer = await client.call(name, Object.assign({}, input, { query }));
      return answer.body as unknown as { data: EntryOf<Name>[]; nextCursor: string | null };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
    staleTime: 2_000,
    placeholderData: keepPreviousData,
    meta: { live },
  });
  const readAll = (most: number) => readPages(client, { name, input, most });
  const rows = list.data?.pages.flatMap((page) => page.data) ?? [];
  return { ...list, rows, readAll, filters: filtersOf(input as object) };
}

type Reading<Name extends ListName> = Readonly<{ name: Name; input: InputOf<Name>; most: number }>;

/** Reads a list anew, page by page, to its end or to so many rows; `whole` says which. */
async function readPages<Name extends ListName>(
  client: LunasClient,
  { name, input, most }: Reading<Name>,
): Promise<Readonly<{ rows: readonly EntryOf<Name>[]; whole: boolean }>> {
  const rows: EntryOf<Name>[] = [];
  let cursor: string | undefined;
  for (;;) {
    // A list with smaller pages says so itself.
    const query = { limit: LIST_LIMIT_MAX, ...(input as { query?: object }).query, cursor };
    const { body } = await client.call(name, Object.assign({}, input, { query }));
    const page = body as unknown as { data: EntryOf<Name>[]; nextCursor: string | null };
    rows.push(...page.data);
    const isEnd = page.nextCursor === null;
    if (isEnd || rows.length >= most)
      return { rows: rows.slice(0, most), whole: isEnd && rows.length <= most };
    cursor = page.nextCursor ?? undefined;
  }
}

/** Of what a list is, its filters and its order, as the query of an address. */
function filtersOf(input: Readonly<{ params?: object; query?: object }>): string {
  const given = Object.entries({ ...input.params, ...input.query });
  const filters = given.filter(([name, value]) => name !== 'limit' && value !== undefined);
  return new URLSearchParams(filters.map(([name, value]) => [name, String(value)])).toString();
}

/**
 * Makes a call that changes something; afterwards everything that is shown is read again. Where the call needs a password
 * of the last minutes, it is asked for and the call is made again.
 */
export function useAct<Name extends Exclude<CallName, ReadName>>(name: Name) {
  return useDo(
    async (client, input: InputOf<Name>) => (await client.call(name, input)).body as BodyOf<Name>,
  );
}

/** The same for what takes more than one call, or a call that is chosen when it is made. */
export function useDo<Input, Answer>(act: (client: LunasClient, input: Input) => Promise<Answer>) {
  const { client } = useSession();
  const queries = useQueryClient();
  const withPassword = useWithPassword();
  return useMutation({
    mutationFn: (input: Input) => withPassword(() => act(client, input)),
    // Not waited for: what was done is told at once, so that its undo is the one that `z` takes.
    onSettled: () => {
      void queries.invalidateQueries();
    },
  });
}

/** What went wrong in one sentence, in the language of the page. */
export function faultOf(error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined;
  if (error instanceof CallRefused) return refusalIn(languageOfPage(), error.problem);
  if (error instanceof CallUnanswered) return unansweredIn(languageOfPage());
  return String((error as Error).message);
}
