import { useLocation, useRouter } from '@tanstack/react-router';
import { useAct, useCall } from '../api/use-call.js';
import type { BodyOf } from '../api/client.js';
import { SAVED_VIEW_LISTS, type SavedViewList } from '../../../domain/people/saved-view.js';

export type SavedView = BodyOf<'GET /v1/saved-views'>['data'][number];

/** Which row is looked at, which is no filter of the list. */
const CHOSEN_ROWS: readonly string[] = ['item', 'payment'];
/** The tabs of the page itself: one of them alone needs no name. */
const TABS: readonly string[] = ['view', 'of'];

/** The list that this page is, where its filters can be kept. */
export function useListOfPage(): SavedViewList | undefined {
  const { pathname } = useLocation();
  return SAVED_VIEW_LISTS.find((list) => pathname === `/${list}`);
}

/** The own views of a list, and what its filters are now. */
export function useSavedViews(list: SavedViewList) {
  const { search } = useLocation();
  const { stringifySearch, parseSearch } = useRouter().options;
  const views = useCall('GET /v1/saved-views', { query: { list } }, { live: false });
  const written = (filters: object): string => {
    const kept = Object.entries(filters).filter(
      ([name, value]) => !CHOSEN_ROWS.includes(name) && value !== undefined,
    );
    const sorted = kept.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return stringifySearch(Object.fromEntries(sorted)).replace(/^\?/, '');
  };
  const isFiltered = Object.keys(search).some((name) => ![...CHOSEN_ROWS, ...TABS].includes(name));
  return {
    views: views.data?.data ?? [],
    isKnown: views.data !== undefined,
    filters: written(search),
    isFiltered,
    searchOf: ({ filters }: SavedView): object => parseSearch(`?${filters}`),
  };
}

/** Keeps a view and removes it. */
export function useViewVerbs() {
  const keeping = useAct('PUT /v1/saved-views/{viewId}');
  const removing = useAct('DELETE /v1/saved-views/{viewId}');
  const keep = ({ id, list, name, filters }: Omit<SavedView, 'changedAt'>) =>
    keeping.mutateAsync({ params: { viewId: id }, body: { list, name, filters } });
  const remove = ({ id }: Pick<SavedView, 'id'>) =>
    removing.mutateAsync({ params: { viewId: id } });
  return { keep, remove };
}
