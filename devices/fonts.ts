import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { create, openSync, type Font } from 'fontkit';
import { projectRoot } from '../platform/project-root.js';
import { sfntOf } from './woff.js';

/** Plex (SIL Open Font License 1.1, see templates/fonts/OFL.txt): Latin with all accents of the region. */
const FILES = {
  sans: 'PlexSans-Regular.ttf',
  sansStrong: 'PlexSans-SemiBold.ttf',
  mono: 'PlexMono-Medium.ttf',
  monoStrong: 'PlexMono-Bold.ttf',
} as const;

/**
 * Fonts for letters that Plex lacks: two scripts with joined letters, and a plain font with a sign for nearly every
 * letter (all under the SIL Open Font License 1.1).
 */
const FALLBACK_FILES = {
  arabic: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff',
  devanagari:
    '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
  world: '@fontsource/unifontex/files/unifontex-latin-400-normal.woff',
} as const;

/** The fallback fonts in the order in which they are tried. */
export const FALLBACK_FONTS = ['arabic', 'devanagari', 'world'] as const;

export type FontName = keyof typeof FILES;
export type FallbackName = keyof typeof FALLBACK_FILES;

const opened = new Map<FontName | FallbackName, Font>();
const { resolve } = createRequire(import.meta.url);

export function fontPath(name: FontName): string {
  return join(projectRoot, 'templates', 'fonts', FILES[name]);
}

/** The font, loaded once when first needed: the largest takes 14 MB of memory. */
export function fontOf(name: FontName | FallbackName): Font {
  const font = opened.get(name) ?? (isFallback(name) ? unpacked(name) : openSync(fontPath(name)));
  opened.set(name, font);
  return font;
}

export function isFallback(name: FontName | FallbackName): name is FallbackName {
  return name in FALLBACK_FILES;
}

function unpacked(name: FallbackName): Font {
  return create(sfntOf(readFileSync(resolve(FALLBACK_FILES[name]))));
}
