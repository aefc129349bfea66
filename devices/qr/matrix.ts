/** The modules of a QR code; `dark[y * size + x]` is 1 for a dark one. */
export type Matrix = Readonly<{ size: number; dark: Uint8Array }>;

/** `taken` marks the modules that carry patterns and never data. */
type Canvas = Readonly<{ size: number; dark: Uint8Array; taken: Uint8Array }>;

type Point = Readonly<{ x: number; y: number }>;

/** Level M in the two bits of the format information (ISO/IEC 18004 table 12). */
const LEVEL_M = 0b00;
const FORMAT_GENERATOR = 0x537;
const FORMAT_MASK = 0x5412;
const VERSION_GENERATOR = 0x1f25;

export const MASKS: readonly ((point: Point) => boolean)[] = [
  ({ x, y }) => (x + y) % 2 === 0,
  ({ y }) => y % 2 === 0,
  ({ x }) => x % 3 === 0,
  ({ x, y }) => (x + y) % 3 === 0,
  ({ x, y }) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  ({ x, y }) => ((x * y) % 2) + ((x * y) % 3) === 0,
  ({ x, y }) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  ({ x, y }) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** Draws the codewords of a version under mask 0 to 7. */
export function drawMatrix(codewords: Uint8Array, version: number, mask: number): Matrix {
  const size = version * 4 + 17;
  const canvas: Canvas = {
    size,
    dark: new Uint8Array(size * size),
    taken: new Uint8Array(size * size),
  };
  drawTiming(canvas);
  drawFinders(canvas);
  drawAlignments(canvas, version);
  drawVersion(canvas, version);
  drawFormat(canvas, mask);
  drawCodewords(canvas, codewords);
  applyMask(canvas, mask);
  return { size, dark: canvas.dark };
}

function put({ size, dark, taken }: Canvas, { x, y }: Point, isDark: 0 | 1): void {
  dark[y * size + x] = isDark;
  taken[y * size + x] = 1;
}

function drawTiming(canvas: Canvas): void {
  for (let place = 0; place < canvas.size; place++) {
    const isDark = place % 2 === 0 ? 1 : 0;
    put(canvas, { x: 6, y: place }, isDark);
    put(canvas, { x: place, y: 6 }, isDark);
  }
}

function drawFinders(canvas: Canvas): void {
  const far = canvas.size - 4;
  for (const centre of [
    { x: 3, y: 3 },
    { x: far, y: 3 },
    { x: 3, y: far },
  ]) {
    drawRings(canvas, centre, { radius: 4, light: [2, 4] });
  }
}

function drawAlignments(canvas: Canvas, version: number): void {
  const places = alignmentPlaces(version);
  const last = places.at(-1);
  for (const y of places) {
    for (const x of places) {
      const onFinder = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!onFinder) drawRings(canvas, { x, y }, { radius: 2, light: [1] });
    }
  }
}

/** Squares around a centre; the rings at the distances in `light` are light. */
function drawRings(
  canvas: Canvas,
  centre: Point,
  { radius, light }: Readonly<{ radius: number; light: readonly number[] }>,
): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      const point = { x: centre.x + dx, y: centre.y + dy };
      const distance = Math.max(Math.abs(dx), Math.abs(dy));
      if (isInside(canvas, point)) put(canvas, point, light.includes(distance) ? 0 : 1);
    }
  }
}

function isInside({ size }: Canvas, { x, y }: Point): boolean {
  return x >= 0 && x < size && y >= 0 && y < size;
}

/** Centres of the alignment patterns (ISO/IEC 18004 annex E). */
function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const last = version * 4 + 10;
  const others = Array.from({ length: count - 1 }, (_, index) => last - index * step);
  return [6, ...others.reverse()];
}

function drawVersion(canvas: Canvas, version: number): void {
  if (version < 7) return;
  const bits = (version << 12) | remainder(version, { generator: VERSION_GENERATOR, degree: 12 });
  for (let index = 0; index < 18; index++) {
    const far = canvas.size - 11 + (index % 3);
    const near = Math.floor(index / 3);
    put(canvas, { x: far, y: near }, bitAt(bits, index));
    put(canvas, { x: near, y: far }, bitAt(bits, index));
  }
}

function drawFormat(canvas: Canvas, mask: number): void {
  const data = (LEVEL_M << 3) | mask;
  const bits =
    ((data << 10) | remainder(data, { generator: FORMAT_GENERATOR, degree: 10 })) ^ FORMAT_MASK;
  const { size } = canvas;
  for (let index = 0; index < 15; index++) {
    put(canvas, aroundFirstFinder(index), bitAt(bits, index));
    const split = index < 8 ? { x: size - 1 - index, y: 8 } : { x: 8, y: size - 15 + index };
    put(canvas, split, bitAt(bits, index));
  }
  put(canvas, { x: 8, y: size - 8 }, 1);
}

/** Down column 8 and back along row 8, stepping over the timing patterns. */
function aroundFirstFinder(index: number): Point {
  if (index < 6) return { x: 8, y: index };
  if (index < 8) return { x: 8, y: index + 1 };
  if (index === 8) return { x: 7, y: 8 };
  return { x: 14 - index, y: 8 };
}

/** The check bits of a BCH code. */
function remainder(
  data: number,
  { generator, degree }: Readonly<{ generator: number; degree: number }>,
): number {
  let rest = data;
  for (let step = 0; step < degree; step++)
    rest = (rest << 1) ^ ((rest >>> (degree - 1)) * generator);
  return rest;
}

function bitAt(bits: number, index: number): 0 | 1 {
  return ((bits >>> index) & 1) === 1 ? 1 : 0;
}

/** Two columns at a time from the right, up and down in turn, past the timing column. */
function drawCodewords({ size, dark, taken }: Canvas, codewords: Uint8Array): void {
  let bit = 0;
  for (const { x, y } of zigzag(size)) {
    const at = y * size + x;
    if (taken[at] === 1) continue;
    dark[at] = ((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
    bit += 1;
  }
}

function* zigzag(size: number): Generator<Point> {
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step++) {
      const y = upward ? size - 1 - step : step;
      yield { x: right, y };
      yield { x: right - 1, y };
    }
  }
}

function applyMask({ size, dark, taken }: Canvas, mask: number): void {
  const inverts = MASKS[mask];
  for (let at = 0; at < dark.length; at++) {
    const point = { x: at % size, y: Math.floor(at / size) };
    if (taken[at] === 0 && inverts?.(point) === true) dark[at] = (dark[at] ?? 0) ^ 1;
  }
}
