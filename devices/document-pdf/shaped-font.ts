import { readFileSync } from 'node:fs';
import type { Font, GlyphRun } from 'fontkit';
import { fontOf, fontPath, type FontName } from '../fonts.js';
import { subsetsOf } from './true-type-subset.js';

/** About 5 MB for each of four fonts; the oldest entry is dropped first. */
const RUNS_MAX = 4_000;

const shaped = new Map<FontName, Font>();

/**
 * The font as documents use it: words are shaped once for all documents, and the font subset is copied without parsing.
 * Both were most of the work of a page. The output has the same bytes.
 */
export function shapedFontOf(name: FontName): Font {
  const font =
    shaped.get(name) ??
    (Object.create(fontOf(name), {
      layout: { value: rememberingLayout(fontOf(name)) },
      createSubset: { value: subsetsOf(readFileSync(fontPath(name))) },
    }) as Font);
  shaped.set(name, font);
  return font;
}

/** Calls with font features are not cached, because we use none. */
export function rememberingLayout(font: Pick<Font, 'layout'>, runsMax = RUNS_MAX): Font['layout'] {
  const known = new Map<string, GlyphRun>();
  return (text, ...how) => {
    if (how.some((given) => given !== undefined)) return font.layout(text, ...how);
    let run = known.get(text);
    if (run === undefined) {
      run = font.layout(text);
      known.set(text, run);
      if (known.size > runsMax) known.delete(known.keys().next().value ?? text);
    }
    return copyOf(run);
  };
}

/** Copied, because the caller scales the positions in place and reads the width after that. */
function copyOf(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position) => ({ ...position }));
  return {
    glyphs: run.glyphs,
    positions,
    get advanceWidth() {
      return positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
    },
  };
}
