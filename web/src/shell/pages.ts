import type { ComponentType } from 'react';

type PageFile = Readonly<{ path: string; load: () => Promise<{ Page: ComponentType }> }>;

/** Every page by its address; a `$name` in it is read with `useParams`. */
export const PAGES: readonly PageFile[] = [
  { path: '/sales', load: () => import('../areas/lifecycle/sales.js') },
  { path: '/bank-files', load: () => import('../areas/statement/bank-files.js') },
  { path: '/matching', load: () => import('../areas/payment/matching.js') },
  { path: '/queue', load: () => import('../areas/lifecycle/queue.js') },
];
