import type { PathCommand } from 'fontkit';
import { fontOf } from '../../devices/fonts.js';

/** Ink per pixel, 0 to 255, row by row. */
export type GlyphImage = Readonly<{ width: number; height: number; ink: Uint8Array }>;

export type GlyphRequest = Readonly<{
  character: string;
  bold: boolean;
  width: number;
  height: number;
}>;

type Point = Readonly<{ x: number; y: number }>;
type Edge = Readonly<{ from: Point; to: Point }>;

/** Printed for a letter the font does not have, as printers print a box. */
const MISSING = '\u25A1';
/** Lines through each pixel row, and steps within a pixel: soft edges, as ink on thermal paper. */
const SCAN_LINES = 4;
/** Straight pieces of a curve; at these sizes more cannot be seen. */
const CURVE_STEPS = 6;
/** Receipts use few letters in few sizes; a larger cache means that somebody prints noise. */
const CACHE_MAX = 4096;

const cache = new Map<string, GlyphImage>();

/** The letter in a cell of `width` by `height` pixels, stretched to it, as printers enlarge text. */
export function glyphImage(request: GlyphRequest): GlyphImage {
  const key = `${request.character} ${request.bold} ${request.width} ${request.height}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const image = draw(request);
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(key, image);
  return image;
}

function draw({ character, bold, width, height }: GlyphRequest): GlyphImage {
  const font = fontOf(bold ? 'monoStrong' : 'mono');
  const wanted = character.codePointAt(0) ?? 0x20;
  const known = font.hasGlyphForCodePoint(wanted) ? wanted : (MISSING.codePointAt(0) ?? 0x20);
  const glyph = font.glyphForCodePoint(known);
  const scale = { x: width / glyph.advanceWidth, y: height / (font.ascent - font.descent) };
  const place = ({ x, y }: Point): Point => ({ x: x * scale.x, y: (font.ascent - y) * scale.y });
  return fill(edgesOf(glyph.path.commands, place), { width, height });
}

function edgesOf(commands: readonly PathCommand[], place: (point: Point) => Point): Edge[] {
  const edges: Edge[] = [];
  let start: Point = { x: 0, y: 0 };
  let current = start;
  const lineTo = (to: Point): void => {
    edges.push({ from: current, to });
    current = to;
  };
  for (const { command, args } of commands) {
    const points = pairs(args).map(place);
    const end = points.at(-1);
    if (command === 'closePath' || end === undefined) {
      lineTo(start);
    } else if (command === 'moveTo') {
      start = end;
      current = end;
    } else {
      for (const point of curve([current, ...points])) lineTo(point);
    }
  }
  return edges;
}

function pairs(args: readonly number[]): Point[] {
  return Array.from({ length: args.length / 2 }, (_, index) => ({
    x: args[index * 2] ?? 0,
    y: args[index * 2 + 1] ?? 0,
  }));
}

/** Points along a Bezier curve of any degree (de Casteljau); a line is the curve of two points. */
function curve(points: readonly Point[]): Point[] {
  const steps = points.length === 2 ? 1 : CURVE_STEPS;
  return Array.from({ length: steps }, (_, step) => pointAt(points, (step + 1) / steps));
}

function pointAt(points: readonly Point[], t: number): Point {
  const [first, second, ...rest] = points;
  if (first === undefined) return { x: 0, y: 0 };
  if (second === undefined) return first;
  const between = [second, ...rest].map((to, index) => {
    const from = points[index] ?? first;
    return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  });
  return pointAt(between, t);
}

/** Fills by the non-zero winding rule, with the exact share of each pixel along every scan line. */
function fill(
  edges: readonly Edge[],
  { width, height }: { width: number; height: number },
): GlyphImage {
  const cover = new Float32Array(width * height);
  for (let line = 0; line < height * SCAN_LINES; line++) {
    const row = Math.floor(line / SCAN_LINES) * width;
    for (const [from, to] of insides(edges, (line + 0.5) / SCAN_LINES)) {
      for (let x = Math.max(0, Math.floor(from)); x < Math.min(width, to); x++) {
        const share = Math.min(to, x + 1) - Math.max(from, x);
        cover[row + x] = (cover[row + x] ?? 0) + share / SCAN_LINES;
      }
    }
  }
  return {
    width,
    height,
    ink: Uint8Array.from(cover, (share) => Math.min(255, Math.round(share * 255))),
  };
}

/** The stretches of a scan line that are inside the letter. */
function insides(edges: readonly Edge[], y: number): [from: number, to: number][] {
  const crossings = edges
    .filter(({ from, to }) => from.y <= y !== to.y <= y)
    .map(({ from, to }) => ({
      x: from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y),
      turn: from.y < to.y ? 1 : -1,
    }))
    .toSorted((a, b) => a.x - b.x);
  const stretches: [number, number][] = [];
  let winding = 0;
  let entered = 0;
  for (const { x, turn } of crossings) {
    if (winding === 0) entered = x;
    winding += turn;
    if (winding === 0) stretches.push([entered, x]);
  }
  return stretches;
}
