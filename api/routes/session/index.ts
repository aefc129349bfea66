import {
  beginProviderCheck,
  beginProviderSignIn,
  giveProviderCode,
  takeProviderAnswer,
} from './by-provider.js';
import { endSession } from './end-session.js';
import { openSession } from './open-session.js';
import { changePassword, checkPassword } from './own-password.js';
import { readFrontDoor } from './front-door.js';
import { readSession } from './read-session.js';
import { readSurroundings } from './read-surroundings.js';
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from './second-factor.js';

export const sessionRoutes = [
  openSession,
  readFrontDoor,
  readSession,
  readSurroundings,
  endSession,
  checkPassword,
  changePassword,
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  beginProviderSignIn,
  beginProviderCheck,
  takeProviderAnswer,
  giveProviderCode,
] as const;
