/** A logo as the books keep it. Plain data, so that it can be handed to another thread. */
export type Logo = Readonly<{
  id: string;
  /** Our own PNG of it (`toLogo`): 8 bit, without transparency, small enough for every document. */
  png: Uint8Array;
}>;

/** Pixels of a picture, three bytes each: red, green, blue. */
export type Picture = Readonly<{ width: number; height: number; rgb: Uint8Array }>;

/** What paper cannot tell from white: 0 is black, 255 white. */
export const NEARLY_WHITE = 245;

/** How light a pixel looks, 0 to 255 (ITU-R BT.601), in whole numbers: the same on every machine. */
export function lightness({ rgb }: Picture, pixel: number): number {
  const at = pixel * 3;
  const [red = 0, green = 0, blue = 0] = rgb.subarray(at, at + 3);
  return Math.floor((299 * red + 587 * green + 114 * blue) / 1000);
}
