/** The languages of screens. */
export type ScreenLanguage = 'en' | 'id';

/** A text in both languages; with `{name}` for what is filled in, and ICU plurals. */
export type Text = Readonly<Record<ScreenLanguage, string>>;
