import type { ErrorTable } from './table.js';

/** What can go wrong before a rule of the business is asked. */
export const httpErrors = {
  JSON_MALFORMED: { status: 400, title: 'The body is not the JSON this service reads' },
  REQUEST_INVALID: { status: 400, title: 'The request is malformed in several places' },
  BODY_REQUIRED: { status: 400, title: 'The request has no body' },
  FIELD_REQUIRED: { status: 400, title: 'A field is missing' },
  FIELD_UNKNOWN: { status: 400, title: 'A field is not known here' },
  FIELD_INVALID: { status: 400, title: 'A field has the wrong form' },
  CURSOR_INVALID: { status: 400, title: 'The cursor is not one of ours' },
  IDEMPOTENCY_KEY_REQUIRED: { status: 400, title: 'The header Idempotency-Key is missing' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, title: 'The header Idempotency-Key is malformed' },
  CREDENTIAL_REQUIRED: { status: 401, title: 'No credential was sent' },
  CREDENTIAL_INVALID: { status: 401, title: 'The credential is not valid' },
  LOGIN_FAILED: { status: 401, title: 'E-mail address or password is wrong' },
  ROLE_FORBIDDEN: { status: 403, title: 'The role may not do this' },
  SCOPE_FORBIDDEN: { status: 403, title: 'The key is not made for this' },
  CSRF_TOKEN_INVALID: { status: 403, title: 'The header X-CSRF-Token is missing or wrong' },
  NOT_FOUND: { status: 404, title: 'Not there' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take that method' },
  NOT_ACCEPTABLE: { status: 406, title: 'None of the accepted media types is available' },
  IDEMPOTENCY_CONFLICT: { status: 409, title: 'The idempotency key was used for another request' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The body is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The body has a media type that is not read here' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'Something broke here' },
  UNAVAILABLE: { status: 503, title: 'The service cannot answer just now' },
} as const satisfies ErrorTable;
