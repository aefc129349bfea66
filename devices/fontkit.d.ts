/** The part of fontkit (the font reader inside pdfkit) that we use. */
declare module 'fontkit' {
  export type PathCommand = Readonly<{
    command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
    args: readonly number[];
  }>;
  export type Glyph = Readonly<{
    advanceWidth: number;
    path: Readonly<{ commands: readonly PathCommand[] }>;
  }>;
  export type GlyphRun = Readonly<{
    glyphs: readonly Glyph[];
    positions: readonly Readonly<{ xAdvance: number }>[];
    advanceWidth: number;
  }>;
  export type Font = Readonly<{
    unitsPerEm: number;
    ascent: number;
    descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    /** Glyphs and where they stand, after ligatures and kerning. */
    layout(text: string, ...how: readonly unknown[]): GlyphRun;
  }>;
  export function openSync(path: string): Font;
  export function create(font: Buffer): Font;
}
