/** Splits an ESC/POS stream into tokens; it may pause anywhere, also within a command. */
export type Token =
  | Readonly<{ kind: 'text'; raw: Uint8Array }>
  | Readonly<{ kind: 'control'; raw: Uint8Array; code: number }>
  /** `name` is the command as manuals write it, such as `ESC @` or `GS (`; `args` follow it. */
  | Readonly<{ kind: 'command'; raw: Uint8Array; name: string; args: Uint8Array }>;

export type Tokenizer = Readonly<{
  push: (bytes: Uint8Array) => void;
  /** The next whole token; undefined until more bytes arrive. */
  next: () => Token | undefined;
  /** False while the first bytes of a token wait for the rest. */
  isEmpty: () => boolean;
}>;

const LEADS: Readonly<Record<number, string>> = {
  0x10: 'DLE',
  0x1b: 'ESC',
  0x1c: 'FS',
  0x1d: 'GS',
};

/** Arguments after lead and function byte; a function where they depend on what comes. */
type Length = number | ((args: Uint8Array) => number | undefined);

/** Fixed argument counts, from the command lists of ESC/POS manuals. */
const FIXED: Readonly<Record<string, number>> = {
  'DLE EOT': 1,
  'DLE ENQ': 1,
  'DLE DC4': 3,
  'ESC @': 0,
  'ESC !': 1,
  'ESC -': 1,
  'ESC E': 1,
  'ESC G': 1,
  'ESC M': 1,
  'ESC a': 1,
  'ESC d': 1,
  'ESC J': 1,
  'ESC t': 1,
  'ESC R': 1,
  'ESC 2': 0,
  'ESC 3': 1,
  'ESC p': 3,
  'ESC B': 2,
  'ESC i': 0,
  'ESC m': 0,
  'ESC {': 1,
  'ESC V': 1,
  'ESC SP': 1,
  'ESC $': 2,
  'ESC \\': 2,
  'ESC c': 2,
  'ESC =': 1,
  'ESC r': 1,
  'ESC U': 1,
  'ESC S': 0,
  'ESC L': 0,
  'ESC T': 1,
  'ESC W': 8,
  'ESC %': 1,
  'ESC ?': 1,
  'ESC u': 1,
  'ESC v': 0,
  'GS !': 1,
  'GS B': 1,
  'GS H': 1,
  'GS f': 1,
  'GS w': 1,
  'GS h': 1,
  'GS a': 1,
  'GS r': 1,
  'GS I': 1,
  'GS L': 2,
  'GS W': 2,
  'GS b': 1,
  'GS |': 1,
  'GS $': 2,
  'GS \\': 2,
  'GS P': 2,
  'GS /': 1,
  'GS :': 0,
  'GS ^': 3,
  'GS T': 1,
  'FS .': 0,
  'FS &': 0,
  'FS C': 1,
  'FS S': 2,
  'FS p': 2,
  'FS -': 1,
  'FS !': 1,
  'FS W': 1,
};

const VARIABLE: Readonly<Record<string, (args: Uint8Array) => number | undefined>> = {
  'ESC D': untilNul,
  'ESC *': (args) =>
    sized(args, 3, ([mode = 0, low = 0, high = 0]) => (mode >= 32 ? 3 : 1) * (low + high * 256)),
  'ESC (': parameterBlock,
  'FS (': parameterBlock,
  'GS (': parameterBlock,
  'GS V': ([mode]) => (mode === undefined ? undefined : mode > 49 ? 2 : 1),
  'GS k': barcodeLength,
  'GS v': (args) =>
    sized(
      args,
      6,
      ([, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0]) =>
        (xLow + xHigh * 256) * (yLow + yHigh * 256),
    ),
  'GS 8': (args) =>
    sized(args, 5, ([, a = 0, b = 0, c = 0, d = 0]) => a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24),
  'GS *': (args) => sized(args, 2, ([x = 0, y = 0]) => x * y * 8),
};

/** A command that needs more bytes is noise or an attack; real images are far smaller. */
const COMMAND_BYTES_MAX = 4 * 1024 * 1024;

export function createTokenizer(): Tokenizer {
  let waiting: Uint8Array = new Uint8Array(0);
  return {
    push: (bytes) => {
      waiting = Buffer.concat([waiting, bytes]);
    },
    next: () => {
      const token = firstToken(waiting);
      if (token !== undefined) waiting = waiting.subarray(token.raw.length);
      return token;
    },
    isEmpty: () => waiting.length === 0,
  };
}

function firstToken(bytes: Uint8Array): Token | undefined {
  const [first, second] = bytes;
  if (first === undefined) return undefined;
  if (first >= 0x20) return { kind: 'text', raw: bytes.subarray(0, textLength(bytes)) };
  const lead = LEADS[first];
  if (lead === undefined) return { kind: 'control', raw: bytes.subarray(0, 1), code: first };
  if (second === undefined) return undefined;
  return firstCommand(bytes, `${lead} ${functionName(second)}`);
}

function firstCommand(bytes: Uint8Array, name: string): Token | undefined {
  const args = bytes.subarray(2);
  const length: Length = VARIABLE[name] ?? FIXED[name] ?? 0;
  const count = typeof length === 'number' ? length : length(args);
  if (count === undefined || (count <= COMMAND_BYTES_MAX && args.length < count)) return undefined;
  const taken = count > COMMAND_BYTES_MAX ? 0 : count;
  return {
    kind: 'command',
    raw: bytes.subarray(0, 2 + taken),
    name,
    args: args.subarray(0, taken),
  };
}

function textLength(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte) => byte < 0x20);
  return end === -1 ? bytes.length : end;
}

const FUNCTION_NAMES: Readonly<Record<number, string>> = {
  0x04: 'EOT',
  0x05: 'ENQ',
  0x14: 'DC4',
  0x20: 'SP',
};

function functionName(byte: number): string {
  return FUNCTION_NAMES[byte] ?? String.fromCharCode(byte);
}

/** Undefined until the header is there, then header and data. */
function sized(
  args: Uint8Array,
  header: number,
  dataLength: (header: Uint8Array) => number,
): number | undefined {
  return args.length < header ? undefined : header + dataLength(args);
}

/** fn pL pH and pL + pH * 256 bytes. */
function parameterBlock(args: Uint8Array): number | undefined {
  return sized(args, 3, ([, low = 0, high = 0]) => low + high * 256);
}

function untilNul(args: Uint8Array): number | undefined {
  const end = args.indexOf(0);
  return end === -1 ? undefined : end + 1;
}

/** Function A (m 0 to 6) ends with NUL, function B (m 65 and up) says its length. */
function barcodeLength(args: Uint8Array): number | undefined {
  const [mode, length] = args;
  if (mode === undefined) return undefined;
  if (mode >= 65) return length === undefined ? undefined : 2 + length;
  const end = untilNul(args.subarray(1));
  return end === undefined ? undefined : 1 + end;
}
