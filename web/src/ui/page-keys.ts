import { createContext, useContext, useLayoutEffect } from 'react';

/** Keys and what they do, as the foot of a page shows them. */
export type PageKeys = readonly (readonly [keys: string, does: string])[];

/** Where the page that is shown leaves its keys for the help. */
export const PageKeysContext = createContext<{ current: PageKeys }>({ current: [] });

export function useTellKeys(keys: PageKeys | undefined): void {
  const told = useContext(PageKeysContext);
  useLayoutEffect(() => {
    told.current = keys ?? [];
  });
}
