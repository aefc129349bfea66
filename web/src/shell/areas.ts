import {
  IconArrowsJoin,
  IconBook,
  IconBriefcase,
  IconBuildingBank,
  IconBuildingStore,
  IconCash,
  IconChartBar,
  IconFlag,
  IconInbox,
  IconMail,
  IconPackage,
  IconReceipt,
  IconSettings,
  IconTag,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Role } from './session.js';
import { defineWords } from '../words/words.js';

export const areaWords = defineWords({
  queue: { en: 'Queue', id: 'Antrean' },
  sales: { en: 'Sales', id: 'Penjualan' },
  findSale: { en: 'Find a sale', id: 'Cari penjualan' },
  moneyIn: { en: 'Money in', id: 'Uang masuk' },
  matching: { en: 'Matching', id: 'Pemasangan' },
  bankFiles: { en: 'Bank files', id: 'Berkas bank' },
  receivables: { en: 'Receivables', id: 'Piutang' },
  customers: { en: 'Customers', id: 'Pelanggan' },
  letters: { en: 'Letters', id: 'Surat' },
  promises: { en: 'Promises, disputes', id: 'Janji, keberatan' },
  agencies: { en: 'Agencies', id: 'Agen penagihan' },
  cases: { en: 'Cases', id: 'Kasus' },
  remittances: { en: 'Remittances', id: 'Setoran' },
  webhook: { en: 'Webhook', id: 'Webhook' },
  shop: { en: 'Shop', id: 'Toko' },
  stores: { en: 'Stores and tills', id: 'Toko dan kasir' },
  stock: { en: 'Stock', id: 'Persediaan' },
  prices: { en: 'Prices', id: 'Harga' },
  figures: { en: 'Figures', id: 'Angka' },
  business: { en: 'The business', id: 'Usaha' },
  ledger: { en: 'Ledger', id: 'Buku besar' },
  setup: { en: 'Set-up', id: 'Pengaturan' },
});

export type AreaName = keyof typeof areaWords;

const FINANCE: readonly Role[] = ['arClerk', 'arManager', 'creditController', 'owner', 'auditor'];
const FINANCE_AND_STORES: readonly Role[] = [...FINANCE, 'storeManager'];
const STOCK: readonly Role[] = ['cashier', 'storeManager', 'admin', 'owner', 'auditor'];
/** Who sells, and sees no money that is owed. */
const COUNTER: readonly Role[] = ['cashier'];
/** People of collection agencies. */
const AGENCY: readonly Role[] = ['partner'];
const MASTERS: readonly Role[] = ['admin', 'owner', 'storeManager', 'auditor'];

export type Area = Readonly<{
  name: AreaName;
  path: string;
  /** `g` and this letter go there. */
  letter: string;
  roles: readonly Role[];
  icon: ComponentType<{ className?: string }>;
}>;

type Group = Readonly<{ head: AreaName | undefined; areas: readonly Area[] }>;

/** The rail. Its order never changes; what a role may not use is absent. */
export const GROUPS: readonly Group[] = [
  {
    head: undefined,
    areas: [
      { name: 'queue', path: '/queue', letter: 'q', roles: FINANCE_AND_STORES, icon: IconInbox },
      { name: 'sales', path: '/sales', letter: 's', roles: FINANCE_AND_STORES, icon: IconReceipt },
      { name: 'findSale', path: '/sales/find', letter: 's', roles: COUNTER, icon: IconReceipt },
    ],
  },
  {
    head: undefined,
    areas: [
      { name: 'cases', path: '/cases', letter: 'c', roles: AGENCY, icon: IconBriefcase },
      { name: 'remittances', path: '/remittances', letter: 'r', roles: AGENCY, icon: IconCash },
      { name: 'webhook', path: '/webhook', letter: 'w', roles: AGENCY, icon: IconWebhook },
    ],
  },
  {
    head: 'moneyIn',
    areas: [
      { name: 'matching', path: '/matching', letter: 'm', roles: FINANCE, icon: IconArrowsJoin },
      {
        name: 'bankFiles',
        path: '/bank-files',
        letter: 'b',
        roles: FINANCE,
        icon: IconBuildingBank,
      },
    ],
  },
  {
    head: 'receivables',
    areas: [
      { name: 'customers', path: '/customers', letter: 'c', roles: FINANCE, icon: IconUsers },
      { name: 'letters', path: '/letters', letter: 'l', roles: FINANCE, icon: IconMail },
      { name: 'promises', path: '/promises', letter: 'p', roles: FINANCE, icon: IconFlag },
      { name: 'agencies', path: '/agencies', letter: 'a', roles: FINANCE, icon: IconBriefcase },
    ],
  },
  {
    head: 'shop',
    areas: [
      { name: 'stores', path: '/stores', letter: 't', roles: MASTERS, icon: IconBuildingStore },
      { name: 'stock', path: '/stock', letter: 'k', roles: STOCK, icon: IconPackage },
      { name: 'prices', path: '/prices', letter: 'i', roles: MASTERS, icon: IconTag },
    ],
  },
  {
    head: 'figures',
    areas: [
      {
        name: 'business',
        path: '/business',
        letter: 'f',
        roles: FINANCE_AND_STORES,
        icon: IconChartBar,
      },
      { name: 'ledger', path: '/ledger', letter: 'e', roles: FINANCE, icon: IconBook },
    ],
  },
];

export const SETUP: Area = {
  name: 'setup',
  path: '/setup',
  letter: 'u',
  roles: ['admin', 'owner', 'auditor', 'arManager'],
  icon: IconSettings,
};

export const AREAS: readonly Area[] = [...GROUPS.flatMap(({ areas }) => areas), SETUP];

const FIRST: Readonly<Record<Role, string>> = {
  cashier: '/stock',
  storeManager: '/business',
  arClerk: '/matching',
  creditController: '/customers',
  arManager: '/queue',
  owner: '/business',
  auditor: '/sales',
  admin: '/setup',
  partner: '/cases',
};

/** Where a role begins. */
export function firstPageOf(role: Role): string {
  return FIRST[role];
}
