import type { BodyOf } from '../api/client.js';
import { FIELD_VALUES, FIELD_WORDS } from './field-words.js';
import { useLanguage } from './language.js';
import type { Text } from './words.js';

type ContactRole = BodyOf<'GET /v1/customers/{customerId}'>['contacts'][number]['role'];

const CONTACT_ROLES: Readonly<Record<ContactRole, Text>> = {
  billing: { en: 'Billing', id: 'Penagihan' },
  collections: { en: 'Collections', id: 'Tunggakan' },
  owner: { en: 'Owner', id: 'Pemilik' },
  purchasing: { en: 'Purchasing', id: 'Pembelian' },
  delivery: { en: 'Delivery', id: 'Pengiriman' },
  other: { en: 'Other', id: 'Lainnya' },
};

/** Codes that a company begins with; it may make others, which are their own name. */
export const SEGMENTS: Readonly<Record<string, Text>> = {
  general: { en: 'General', id: 'Umum' },
  retail: { en: 'Retail', id: 'Eceran' },
  'retail-vip': { en: 'Retail VIP', id: 'Eceran utama' },
  wholesale: { en: 'Wholesale', id: 'Grosir' },
  'hotel-restaurant': { en: 'Hotels and restaurants', id: 'Hotel dan restoran' },
  institution: { en: 'Institutions', id: 'Lembaga' },
};

/** Groups of customers that a company begins with. */
export const KNOWN_SEGMENTS: readonly string[] = Object.keys(SEGMENTS);

/** What a contact is asked about, in the language of the page. */
export function useContactRole(): (role: ContactRole) => string {
  const { language } = useLanguage();
  return (role) => CONTACT_ROLES[role][language];
}

/** What contacts are asked about, in the order in which people are offered them. */
export const CONTACT_ROLE_CODES = Object.keys(CONTACT_ROLES) as ContactRole[];

/** A group of customers, in the language of the page. */
export function useSegmentName(): (segment: string) => string {
  const { language } = useLanguage();
  return (segment) => SEGMENTS[segment]?.[language] ?? segment;
}

/** What a field is called on this page. One that nobody named keeps the name of the API. */
export function useFieldName(): (field: string) => string {
  const { language } = useLanguage();
  return (field) => FIELD_WORDS[field]?.[language] ?? field;
}

/** A value of such a field: `yes` and not `true`. One that nobody named is its own name. */
export function useFieldValue(): (field: string, value: string) => string {
  const { language } = useLanguage();
  const segmentName = useSegmentName();
  return (field, value) =>
    field === 'segment' ? segmentName(value) : (FIELD_VALUES[value]?.[language] ?? value);
}
