const KEY = 'lunas.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function keptTheme(): Theme {
  return THEMES.find((known) => known === localStorage.getItem(KEY)) ?? 'system';
}

/** The system's own scheme, or the chosen one; kept on this device. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  if (theme === 'system') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = theme;
}
