import { endSession } from './end-session.js';
import { openSession } from './open-session.js';
import { readSession } from './read-session.js';

export const sessionRoutes = [openSession, readSession, endSession] as const;
