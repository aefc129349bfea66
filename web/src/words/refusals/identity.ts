import type { IDENTITY_ERRORS } from '../../../../contract/errors/identity.js';

/** What the API refuses here, for people who read Indonesian. */
export const IDENTITY_REFUSALS = {
  PROVIDER_NOT_FOUND: 'Penyedia identitas itu tidak ada.',
  PROVIDER_EXISTS: 'Penyedia lain sudah memakai alamat penerbit ini.',
  PROVIDER_NOT_TESTED: 'Coba dahulu penyedia ini dengan setelan yang sekarang.',
  PROVIDER_CHANGED: 'Setelan penyedia berubah sementara itu. Coba lagi.',
  PROVIDER_IN_USE: 'Ada orang yang masuk, atau pernah masuk, lewat penyedia ini.',
  PROVIDER_OFF: 'Penyedia ini sedang tidak dipakai untuk masuk.',
  PROVIDER_ADDRESS_REFUSED: 'Alamat penyedia ini tidak dapat dipakai.',
  PROVIDER_UNREACHABLE: 'Penyedia identitas tidak menjawab. Coba lagi sebentar lagi.',
  PROVIDER_ANSWER_WRONG: 'Jawaban penyedia tidak sesuai OpenID Connect.',
  PUBLIC_ADDRESS_MISSING: 'Alamat umum konsol belum disetel (LUNAS_PUBLIC_URL).',
  GROUP_REPEATED: 'Sebuah grup disebut dua kali.',
  RETURN_ADDRESS_REFUSED: 'Alamat tujuan itu bukan halaman kami.',
  SIGN_IN_STATE_MISMATCH: 'Jawaban ini bukan untuk proses masuk yang Anda mulai. Mulailah lagi.',
  SIGN_IN_EXPIRED: 'Proses masuk terlalu lama, atau tidak dimulai di sini. Mulailah lagi.',
  SIGN_IN_CANCELLED: 'Proses masuk dibatalkan.',
  SIGN_IN_CODE_REFUSED: 'Penyedia menolak kodenya; kode hanya berlaku sekali. Mulailah lagi.',
  SIGN_IN_NOT_FRESH: 'Penyedia tidak menanyakan ulang siapa Anda. Coba lagi.',
  TOKEN_AUDIENCE_WRONG: 'Token dari penyedia dibuat untuk aplikasi lain.',
  TOKEN_UNSIGNED: 'Token dari penyedia tidak ditandatangani.',
  TOKEN_NONCE_WRONG: 'Token dari penyedia bukan untuk proses masuk ini.',
  TOKEN_INVALID: 'Token dari penyedia tidak berlaku.',
  EMAIL_NOT_VERIFIED: 'Penyedia belum memastikan alamat surel Anda.',
  ROLE_NOT_GIVEN:
    'Grup Anda di penyedia tidak memberi peran apa pun di sini. Hubungi administrator.',
  PERSON_NOT_INVITED: 'Anda belum diundang. Hubungi administrator.',
  PERSON_DISABLED: 'Akun Anda dinonaktifkan. Hubungi administrator.',
  IDENTITY_OF_ANOTHER: 'Orang dengan alamat ini masuk dengan cara lain.',
  IDENTITY_MISSING: 'Orang ini tidak masuk lewat penyedia mana pun.',
  PROVIDER_NEEDED: 'Masuklah lewat penyedia identitas perusahaan.',
} as const satisfies Record<keyof typeof IDENTITY_ERRORS, string>;
