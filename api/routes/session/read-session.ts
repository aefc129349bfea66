import { readSessionRoute } from '../../../contract/session/session.js';
import { route } from '../../route.js';
import { shownSession } from './shown-session.js';

export const readSession = route(readSessionRoute).answers(async ({ principal }) => ({
  status: 200,
  body: shownSession(principal),
}));
