import { createContext } from 'react';

/** The place in the head of the page where its lists put their download. */
export const DownloadSlot = createContext<HTMLElement | null>(null);
