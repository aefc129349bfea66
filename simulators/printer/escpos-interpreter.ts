import { decodeText } from './code-pages.js';
import type { Token } from './escpos-tokens.js';
import type { Align, PaperMark, TextRun, TextStyle } from './paper.js';

/** The effect of a token: a mark on paper, or an action of the mechanism. */
export type Action =
  | Readonly<{ kind: 'mark'; mark: PaperMark }>
  | Readonly<{ kind: 'complete'; processId: string }>
  | Readonly<{ kind: 'automatic-status'; on: boolean }>
  | Readonly<{ kind: 'barrier' }>
  | Readonly<{ kind: 'identify'; what: number }>;

export type Interpreter = Readonly<{ apply: (token: Token) => Action[] }>;

const LF = 0x0a;
const HT = 0x09;
const TAB_COLUMNS = 8;
const DOTS_PER_LINE = 24;
const DOTS_PER_COLUMN = 12;

const PLAIN: TextStyle = { bold: false, underline: false, inverse: false, width: 1, height: 1 };

const STYLE_KEYS = ['bold', 'underline', 'inverse', 'width', 'height'] as const;

type State = {
  columns: number;
  style: TextStyle;
  align: Align;
  codePage: number;
  runs: TextRun[];
  qr: { payload: string; cellSize: number };
  /** Stored by one graphics function, printed by another. */
  graphics: Graphics | undefined;
};

type Graphics = Readonly<{ width: number; height: number; bits: string }>;

/** Interprets ESC/POS by the manuals, independently of our encoder. `columns` of 12 dots. */
export function createInterpreter(columns: number): Interpreter {
  const state: State = { columns, ...initial() };
  return { apply: (token) => applyToken(state, token) };
}

function initial(): Omit<State, 'columns'> {
  return {
    style: PLAIN,
    align: 'left',
    codePage: 0,
    runs: [],
    qr: { payload: '', cellSize: 3 },
    graphics: undefined,
  };
}

function applyToken(state: State, token: Token): Action[] {
  switch (token.kind) {
    case 'text':
      return write(state, decodeText(token.raw, state.codePage));
    case 'control':
      return applyControl(state, token.code);
    case 'command':
      return (COMMANDS[token.name] ?? unknown(token.name))(state, token.args);
  }
}

function applyControl(state: State, code: number): Action[] {
  if (code === LF) return [endLine(state)];
  if (code !== HT) return [];
  return write(state, ' '.repeat(TAB_COLUMNS - (usedColumns(state) % TAB_COLUMNS)));
}

/** Letters up to the edge; the rest goes on the next line, as on a real printer. */
function write(state: State, text: string): Action[] {
  const actions: Action[] = [];
  let rest = text;
  while (rest !== '') {
    const room = Math.floor((state.columns - usedColumns(state)) / state.style.width);
    if (room <= 0) {
      actions.push(endLine(state));
    } else {
      addLetters(state, rest.slice(0, room));
      rest = rest.slice(room);
    }
  }
  return actions;
}

/** Consecutive letters in one style form one run. */
function addLetters({ runs, style }: State, text: string): void {
  const last = runs.at(-1);
  const isSame = last !== undefined && STYLE_KEYS.every((key) => last[key] === style[key]);
  if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ ...style, text });
}

function usedColumns({ runs }: State): number {
  return runs.reduce((sum, { text, width }) => sum + text.length * width, 0);
}

function endLine(state: State): Action {
  const { runs, align } = state;
  state.runs = [];
  return mark({ kind: 'text', align, runs });
}

function flushLine(state: State): Action[] {
  return state.runs.length === 0 ? [] : [endLine(state)];
}

function mark(made: PaperMark): Action {
  return { kind: 'mark', mark: made };
}

type Command = (state: State, args: Uint8Array) => Action[];

const COMMANDS: Readonly<Record<string, Command>> = {
  'ESC @': (state) => {
    Object.assign(state, initial());
    return [];
  },
  'ESC !': (state, [n = 0]) =>
    setStyle(state, {
      bold: (n & 0x08) !== 0,
      underline: (n & 0x80) !== 0,
      height: (n & 0x10) === 0 ? 1 : 2,
      width: (n & 0x20) === 0 ? 1 : 2,
    }),
  'GS !': (state, [n = 0]) => setStyle(state, { width: ((n >> 4) & 7) + 1, height: (n & 7) + 1 }),
  'ESC E': (state, [n = 0]) => setStyle(state, { bold: (n & 1) === 1 }),
  'ESC G': (state, [n = 0]) => setStyle(state, { bold: (n & 1) === 1 }),
  'ESC -': (state, [n = 0]) => setStyle(state, { underline: n % 48 !== 0 }),
  'GS B': (state, [n = 0]) => setStyle(state, { inverse: (n & 1) === 1 }),
  'ESC a': (state, [n = 0]) => {
    state.align = (['left', 'center', 'right'] as const)[n % 48] ?? 'left';
    return [];
  },
  'ESC t': (state, [n = 0]) => {
    state.codePage = n;
    return [];
  },
  'ESC d': (state, [lines = 0]) => [...flushLine(state), mark({ kind: 'feed', lines })],
  'ESC J': (state, [dots = 0]) => [
    ...flushLine(state),
    mark({ kind: 'feed', lines: Math.round(dots / DOTS_PER_LINE) }),
  ],
  'ESC $': (state, [low = 0, high = 0]) => moveTo(state, low + high * 256),
  'ESC \\': (state, [low = 0, high = 0]) =>
    moveTo(state, usedColumns(state) * DOTS_PER_COLUMN + Buffer.from([low, high]).readInt16LE()),
  'ESC p': (_state, [pin = 0, t1 = 0, t2 = 0]) => [pulse(pin, t1, t2)],
  'DLE DC4': (_state, [, pin = 0, t = 0]) => [pulse(pin, t, t)],
  'GS V': (state) => [...flushLine(state), mark({ kind: 'cut' })],
  'ESC i': (state) => [...flushLine(state), mark({ kind: 'cut' })],
  'ESC m': (state) => [...flushLine(state), mark({ kind: 'cut' })],
  'GS (': parameterised,
  'GS 8': (state, args) => graphics(state, args.subarray(5)),
  'GS v': (state, args) => [...flushLine(state), image(state, args)],
  'GS k': (state, args) => [...flushLine(state), barcode(state, args)],
  'GS a': (_state, [n = 0]) => [{ kind: 'automatic-status', on: n !== 0 }],
  'GS r': () => [{ kind: 'barrier' }],
  'GS I': (_state, [what = 0]) => [{ kind: 'identify', what }],
  // Answered on arrival and not in its turn: see the mechanism.
  'DLE EOT': () => [],
};

/** Known commands that leave no trace on this paper: spacing, margins, fonts, barcode looks, sounds. */
const WITHOUT_TRACE = new Set(
  (
    'DLE ENQ,ESC M,ESC R,ESC 2,ESC 3,ESC B,ESC {,ESC V,ESC SP,ESC c,ESC =,ESC r,ESC U,ESC S,ESC L,' +
    'ESC T,ESC W,ESC %,ESC ?,ESC D,GS H,GS f,GS w,GS h,GS L,GS W,GS b,GS |,GS $,GS \\,GS P,GS T,' +
    'FS .,FS &,FS (,FS C,FS S,FS -,FS !,FS W'
  ).split(','),
);

function unknown(command: string): Command {
  return () => (WITHOUT_TRACE.has(command) ? [] : [mark({ kind: 'unknown', command })]);
}

function setStyle(state: State, style: Partial<TextStyle>): Action[] {
  state.style = { ...state.style, ...style };
  return [];
}

/** Blanks up to a position in dots from the left edge. A move to the left is ignored. */
function moveTo(state: State, dots: number): Action[] {
  const columns = Math.round(dots / DOTS_PER_COLUMN) - usedColumns(state);
  if (columns > 0) state.runs.push({ ...PLAIN, text: ' '.repeat(columns) });
  return [];
}

function pulse(pin: number, t1: number, t2: number): Action {
  return mark({ kind: 'pulse', pin: pin % 48 === 0 ? 2 : 5, t1, t2 });
}

/** GS ( H: response requests. GS ( k, cn 49: a QR code. GS ( L: graphics. Others have no effect. */
function parameterised(state: State, args: Uint8Array): Action[] {
  const [name = 0, , , cn = 0, fn = 0] = args;
  const data = args.subarray(5);
  if (name === 0x4c) return graphics(state, args.subarray(3));
  if (name === 0x48 && cn === 0x30) {
    return [{ kind: 'complete', processId: decodeText(data, 0) }];
  }
  if (name !== 0x6b || cn !== 0x31) return [];
  return qrFunction(state, { fn, data });
}

function qrFunction(state: State, { fn, data }: { fn: number; data: Uint8Array }): Action[] {
  switch (fn) {
    case 0x43:
      state.qr.cellSize = data[0] ?? 3;
      return [];
    case 0x50:
      state.qr.payload = decodeText(data.subarray(1), 0);
      return [];
    case 0x51:
      return [...flushLine(state), mark({ kind: 'qr', align: state.align, ...state.qr })];
    default:
      return [];
  }
}

/** Function 112 stores raster dots (m fn a bx by c xL xH yL yH, then rows); 2 and 50 print them. */
function graphics(state: State, block: Uint8Array): Action[] {
  const [, fn, , , , , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = block;
  if (fn === 112) {
    const bits = Buffer.from(block.subarray(10)).toString('base64');
    // Rows are whole bytes; what is beyond the width is light.
    const width = Math.ceil((xLow + xHigh * 256) / 8) * 8;
    state.graphics = { width, height: yLow + yHigh * 256, bits };
  }
  if ((fn !== 2 && fn !== 50) || state.graphics === undefined) return [];
  return [...flushLine(state), mark({ kind: 'image', align: state.align, ...state.graphics })];
}

function image({ align }: State, args: Uint8Array): Action {
  const [, , xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = args;
  const bits = Buffer.from(args.subarray(6)).toString('base64');
  const width = (xLow + xHigh * 256) * 8;
  return mark({ kind: 'image', align, width, height: yLow + yHigh * 256, bits });
}

function barcode({ align }: State, args: Uint8Array): Action {
  const [mode = 0] = args;
  const data = mode >= 65 ? args.subarray(2) : args.subarray(1, -1);
  return mark({ kind: 'barcode', align, data: decodeText(data, 0) });
}
