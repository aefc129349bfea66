/** The languages of screens. */
export type ScreenLanguage = 'en' | 'id';
