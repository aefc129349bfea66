import type { Route } from '../../route.js';
import { listDisputes } from './disputes/list-disputes.js';
import { listLetters } from './letters/list-letters.js';
import { readLetter } from './letters/read-letter.js';
import { readLetterPreview } from './letters/read-letter-preview.js';
import { listPromises } from './promises/list-promises.js';
import { recordPromise } from './promises/record-promise.js';
import { withdrawPromise } from './promises/withdraw-promise.js';
import { openDispute } from './disputes/open-dispute.js';
import { resolveDispute } from './disputes/resolve-dispute.js';
import { placeHold } from './holds/place-hold.js';
import { keepHold } from './holds/keep-hold.js';
import { releaseHold } from './holds/release-hold.js';
import { requestWriteOff } from './write-offs/request-write-off.js';
import { decideWriteOff } from './write-offs/decide-write-off.js';

/** Promises, disputes, holds and write-offs. */
export const receivableRoutes: readonly Route[] = [
  recordPromise,
  withdrawPromise,
  openDispute,
  resolveDispute,
  placeHold,
  keepHold,
  releaseHold,
  requestWriteOff,
  decideWriteOff,
  listPromises,
  listDisputes,
  listLetters,
  readLetterPreview,
  readLetter,
];
