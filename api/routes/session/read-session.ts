import { readSessionRoute } from '../../../contract/session/session.js';
import { route } from '../../route.js';
import { sessionOnWire } from './session-on-wire.js';

export const readSession = route(readSessionRoute).answers(async ({ principal }) => ({
  status: 200,
  body: sessionOnWire(principal),
}));
