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
  export type Font = Readonly<{
    unitsPerEm: number;
    ascent: number;
    descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
  }>;
  export function openSync(path: string): Font;
}
