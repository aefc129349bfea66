import { createContext } from 'react';
import type { LiveState } from '../api/live.js';

/** Whether what is shown follows the books at this moment. */
export const LiveContext = createContext<LiveState>({ kind: 'waiting' });
