import jsqr, { type QRCode } from 'jsqr';

/** RGBA, a byte a channel. */
export type Picture = Readonly<{ width: number; height: number; data: Uint8Array }>;

export type ReadQr = Readonly<{
  payload: string;
  /** Whether the four modules around the code, its quiet zone, are light. */
  isQuietAround: boolean;
}>;

// A CommonJS module: its one function is behind `default` once more.
const decode = jsqr.default;
const QUIET_MODULES = 4;

/** Reads a picture as a phone does, by a decoder that shares nothing with the encoder of the product. */
export function readQr({ width, height, data }: Picture): ReadQr | undefined {
  const code = decode(Uint8ClampedArray.from(data), width, height, {
    inversionAttempts: 'dontInvert',
  });
  if (code === null) return undefined;
  return { payload: code.data, isQuietAround: isQuiet({ width, height, data }, code) };
}

function isQuiet(picture: Picture, { location, version }: QRCode): boolean {
  const [left, top] = [location.topLeftCorner.x, location.topLeftCorner.y];
  const side = location.bottomRightCorner.x - left;
  const module = side / (version * 4 + 17);
  const steps = Array.from({ length: version * 4 + 17 + 2 * QUIET_MODULES }, (_, step) => step);
  const lightAt = (column: number, row: number): boolean =>
    isLight(picture, left + (column + 0.5) * module, top + (row + 0.5) * module);
  return steps.every((step) =>
    Array.from({ length: QUIET_MODULES }, (_, ring) => ring + 1).every((away) => {
      const along = step - QUIET_MODULES;
      const far = version * 4 + 16 + away;
      return (
        lightAt(along, -away) && lightAt(along, far) && lightAt(-away, along) && lightAt(far, along)
      );
    }),
  );
}

function isLight({ width, data }: Picture, x: number, y: number): boolean {
  return (data[(Math.floor(y) * width + Math.floor(x)) * 4] ?? 0) >= 128;
}
