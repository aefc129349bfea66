import type { ComponentType } from 'react';

type PageFile = Readonly<{ path: string; load: () => Promise<{ Page: ComponentType }> }>;

/** Every page by its address; a `$name` in it is read with `useParams`. */
export const PAGES: readonly PageFile[] = [
  { path: '/business', load: () => import('../areas/ledger/business.js') },
  { path: '/ledger', load: () => import('../areas/ledger/ledger.js') },
  { path: '/ledger/entries/$entryId', load: () => import('../areas/ledger/entry.js') },
  { path: '/invoices/$invoiceId', load: () => import('../areas/invoice/invoice.js') },
  { path: '/promises', load: () => import('../areas/receivable/promises.js') },
  { path: '/agencies', load: () => import('../areas/collection/agencies.js') },
  { path: '/agencies/$placementId', load: () => import('../areas/collection/case.js') },
  { path: '/cases', load: () => import('../areas/collection/own-cases.js') },
  { path: '/cases/$placementId', load: () => import('../areas/collection/own-cases.js') },
  { path: '/remittances', load: () => import('../areas/collection/remittances.js') },
  { path: '/letters', load: () => import('../areas/dunning/letters.js') },
  { path: '/customers', load: () => import('../areas/customer/customers.js') },
  { path: '/customers/$customerId', load: () => import('../areas/customer/customer.js') },
  { path: '/sales/$saleId', load: () => import('../areas/lifecycle/sale.js') },
  { path: '/sales', load: () => import('../areas/lifecycle/sales.js') },
  { path: '/bank-files', load: () => import('../areas/statement/bank-files.js') },
  { path: '/matching', load: () => import('../areas/payment/matching.js') },
  { path: '/queue', load: () => import('../areas/lifecycle/queue.js') },
  { path: '/account', load: () => import('../areas/people/account.js') },
  { path: '/setup', load: () => import('../areas/company/setup.js') },
  { path: '/setup/company', load: () => import('../areas/company/company.js') },
  { path: '/setup/people', load: () => import('../areas/people/people.js') },
  { path: '/setup/people/$userId', load: () => import('../areas/people/person.js') },
  { path: '/setup/keys', load: () => import('../areas/people/keys.js') },
  { path: '/setup/imports', load: () => import('../areas/imports/imports.js') },
  { path: '/setup/imports/$importId', load: () => import('../areas/imports/import.js') },
  { path: '/setup/bank-accounts', load: () => import('../areas/company/bank-accounts.js') },
  { path: '/setup/policies', load: () => import('../areas/dunning/policies.js') },
  { path: '/stores', load: () => import('../areas/company/stores.js') },
  { path: '/stores/pins', load: () => import('../areas/people/pins.js') },
  { path: '/stock', load: () => import('../areas/stock/stock.js') },
  { path: '/prices', load: () => import('../areas/catalogue/prices.js') },
];
