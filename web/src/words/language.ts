import { createContext, useContext } from 'react';
import type { ScreenLanguage } from './screen-language.js';

export type { ScreenLanguage };

const KEY = 'lunas.language';

export type LanguageChoice = Readonly<{
  language: ScreenLanguage;
  choose: (language: ScreenLanguage) => void;
}>;

export const LanguageContext = createContext<LanguageChoice>({
  language: 'en',
  choose: () => undefined,
});

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** What was chosen on this device; else nothing, and the person's own language counts. */
export function chosenLanguage(): ScreenLanguage | undefined {
  const kept = localStorage.getItem(KEY);
  return kept === 'en' || kept === 'id' ? kept : undefined;
}

export function keepLanguage(language: ScreenLanguage): void {
  localStorage.setItem(KEY, language);
}

export function languageOfBrowser(): ScreenLanguage {
  return navigator.language.startsWith('id') ? 'id' : 'en';
}

/** What is shown now, for what stands outside of any component. */
export function languageOfPage(): ScreenLanguage {
  return document.documentElement.lang === 'id' ? 'id' : 'en';
}
