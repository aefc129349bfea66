import { join } from 'node:path';
import { openSync, type Font } from 'fontkit';
import { projectRoot } from '../platform/project-root.js';

/** Plex (SIL Open Font License 1.1, see templates/fonts/OFL.txt): Latin with all accents of the region. */
const FILES = {
  sans: 'PlexSans-Regular.ttf',
  sansStrong: 'PlexSans-SemiBold.ttf',
  mono: 'PlexMono-Medium.ttf',
  monoStrong: 'PlexMono-Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;

const opened = new Map<FontName, Font>();

export function fontPath(name: FontName): string {
  return join(projectRoot, 'templates', 'fonts', FILES[name]);
}

/** The font, read once. */
export function fontOf(name: FontName): Font {
  const font = opened.get(name) ?? openSync(fontPath(name));
  opened.set(name, font);
  return font;
}
