import type { CUSTOMER_ERRORS } from '../../../../contract/errors/customer.js';

/** What the API refuses here, for people who read Indonesian. */
export const CUSTOMER_REFUSALS = {
  CUSTOMER_NOT_FOUND: 'Pelanggan itu tidak ada.',
  CUSTOMER_DISABLED: 'Pelanggan ini sudah dinonaktifkan.',
  CUSTOMER_ACTIVE: 'Pelanggan ini tidak dinonaktifkan.',
  CREDIT_LIMIT_IN_PAST: 'Batas kredit itu akan sudah berakhir.',
  CREDIT_BLOCKED: 'Batas kredit ini sudah diblokir.',
  CREDIT_NOT_BLOCKED: 'Batas kredit ini tidak diblokir.',
  CUSTOMER_MERGED: 'Pelanggan ini sudah digabungkan dengan yang lain.',
  CUSTOMER_HAS_CASE: 'Agen penagihan memegang kasus pelanggan ini.',
  MERGE_WITH_ITSELF: 'Itu pelanggan yang sama.',
  MERGE_NOT_FOUND: 'Penggabungan itu tidak ada.',
  MERGE_UNDONE: 'Penggabungan itu sudah dibatalkan.',
  CONTACT_NOT_FOUND: 'Kontak itu tidak ada.',
  CONTACT_ADDRESS_MALFORMED: 'Alamat itu tidak cocok dengan salurannya.',
  COUNTRY_UNKNOWN: 'Negara itu tidak ada.',
  TAX_BRANCH_MALFORMED: 'Ini bukan tempat usaha dari nomor pajak tersebut.',
  IDENTITY_NUMBER_MALFORMED: 'Ini bukan nomor identitas.',
  PHONE_MALFORMED: 'Tidak ada telepon dengan nomor ini.',
} as const satisfies Record<keyof typeof CUSTOMER_ERRORS, string>;
