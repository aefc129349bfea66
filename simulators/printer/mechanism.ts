import { READY, type PrinterBehaviour } from './behaviour.js';
import {
  automaticStatus,
  conditionOf,
  paperSensorStatus,
  realTimeStatus,
  type Condition,
} from './condition.js';
import { createInterpreter, type Action } from './escpos-interpreter.js';
import { createTokenizer, type Token } from './escpos-tokens.js';
import type { PaperRoll } from './paper-roll.js';

/** A connected client; `answer` never throws, even after it has disconnected. */
export type Client = Readonly<{ id: number; answer: (bytes: Uint8Array) => void }>;

/** Requests that print nothing do not belong to a job, so that a job's hash equals that of the spool. */
const STATUS_COMMANDS = new Set(['DLE EOT', 'DLE ENQ', 'GS a', 'GS r', 'GS I']);

const MAKER = 'LUNAS';
const MODEL = 'SIMULATOR';
/** GS I 66 asks for the maker, GS I 67 for the model. */
const ASKS_MAKER = 66;

type Options = Readonly<{ columns: number; roll: PaperRoll }>;

/**
 * The inside of a printer: buffer, interpreter, sensors and paper. Bytes wait in the buffer while the printer has a
 * fault; real-time requests are answered on arrival, as by real printers.
 */
export class Mechanism {
  readonly #roll: PaperRoll;
  readonly #interpreter: ReturnType<typeof createInterpreter>;
  readonly #tokenizer = createTokenizer();
  readonly #inbox: { client: Client; bytes: Uint8Array }[] = [];
  readonly #tails = new Map<number, Uint8Array>();
  readonly #delayed = new Set<number>();
  readonly #sleepers = new Map<NodeJS.Timeout, () => void>();
  #behaviour: PrinterBehaviour = READY;
  #linesPrinted = 0;
  /** The client whose bytes arrived last, and the client that sent the first byte of the next token. */
  #arriving: Client | undefined;
  #owner: Client | undefined;
  #automaticStatusFor: Client | undefined;
  #running: Promise<void> | undefined;
  #isOff = false;

  constructor({ columns, roll }: Options) {
    this.#roll = roll;
    this.#interpreter = createInterpreter(columns);
  }

  get behaviour(): PrinterBehaviour {
    return this.#behaviour;
  }

  get condition(): Condition {
    return conditionOf(this.#behaviour, this.#linesPrinted);
  }

  behave(behaviour: PrinterBehaviour): void {
    const before = this.condition;
    this.#behaviour = behaviour;
    this.#linesPrinted = 0;
    this.#wake();
    this.#reportChange(before);
    this.#run();
  }

  receive(client: Client, bytes: Uint8Array): void {
    this.#answerRealTime(client, bytes);
    this.#inbox.push({ client, bytes });
    this.#run();
  }

  /** Resolves when all is printed, or the printer waits for help. */
  async settled(): Promise<void> {
    await this.#running;
  }

  switchOff(): void {
    this.#isOff = true;
    this.#wake();
    this.#roll.save();
  }

  #answerRealTime(client: Client, bytes: Uint8Array): void {
    const seen = Buffer.concat([this.#tails.get(client.id) ?? new Uint8Array(0), bytes]);
    for (let at = 0; at + 2 < seen.length; at++) {
      const n = seen[at + 2] ?? 0;
      const asks = seen[at] === 0x10 && seen[at + 1] === 0x04 && n >= 1 && n <= 4;
      if (asks) this.#answer(client, Uint8Array.of(realTimeStatus(this.condition, n)));
    }
    this.#tails.clear();
    this.#tails.set(client.id, seen.subarray(-2));
  }

  #answer(client: Client | undefined, bytes: Uint8Array): void {
    if (this.#behaviour.kind !== 'silent') client?.answer(bytes);
  }

  #run(): void {
    this.#running ??= this.#work().finally(() => {
      this.#running = undefined;
    });
  }

  async #work(): Promise<void> {
    for (let next = this.#take(); next !== undefined; next = this.#take()) {
      await this.#perform(next.client, next.token);
    }
    this.#roll.save();
  }

  /** A token belongs to the client that began it, not to the client that completes it. */
  #take(): { client: Client; token: Token } | undefined {
    if (this.#isOff || this.condition.trouble !== undefined) return undefined;
    for (;;) {
      const token = this.#tokenizer.next();
      const client = this.#owner;
      if (token !== undefined && client !== undefined) {
        this.#owner = this.#arriving;
        return { client, token };
      }
      const arrived = this.#inbox.shift();
      if (arrived === undefined) return undefined;
      if (this.#tokenizer.isEmpty()) this.#owner = arrived.client;
      this.#arriving = arrived.client;
      this.#tokenizer.push(arrived.bytes);
    }
  }

  async #perform(client: Client, token: Token): Promise<void> {
    if (!isStatusTraffic(token)) {
      await this.#holdBack(client);
      this.#roll.take(client.id, token.raw);
    }
    if (token.kind === 'command' && token.name === 'ESC @') this.#automaticStatusFor = undefined;
    for (const action of this.#interpreter.apply(token)) await this.#act(client, action);
  }

  async #act(client: Client, action: Action): Promise<void> {
    switch (action.kind) {
      case 'mark':
        this.#roll.mark(client.id, action.mark);
        if (action.mark.kind === 'text') await this.#countLine();
        return;
      case 'complete':
        return this.#complete(client, action.processId);
      case 'automatic-status':
        this.#automaticStatusFor = action.on ? client : undefined;
        if (action.on) this.#answer(client, automaticStatus(this.condition));
        return;
      case 'barrier':
        return this.#answer(client, Uint8Array.of(paperSensorStatus(this.condition)));
      case 'identify':
        return this.#answer(client, identity(action.what));
    }
  }

  /** Completion is reported only when the paper is in the folder. */
  #complete(client: Client, processId: string): void {
    this.#roll.mark(client.id, { kind: 'completed', processId });
    this.#roll.save();
    this.#answer(client, Buffer.from(`\x37\x22${processId}\0`, 'latin1'));
  }

  async #countLine(): Promise<void> {
    const before = this.condition;
    this.#linesPrinted += 1;
    this.#reportChange(before);
    if (this.#behaviour.kind === 'slow') await this.#sleep(this.#behaviour.msPerLine);
  }

  async #holdBack(client: Client): Promise<void> {
    if (this.#behaviour.kind !== 'late-print' || this.#delayed.has(client.id)) return;
    this.#delayed.add(client.id);
    await this.#sleep(this.#behaviour.delayMs);
  }

  #reportChange(before: Condition): void {
    const now = automaticStatus(this.condition);
    if (Buffer.compare(automaticStatus(before), now) === 0) return;
    this.#answer(this.#automaticStatusFor, now);
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#isOff) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#sleepers.delete(timer);
        resolve();
      }, ms);
      this.#sleepers.set(timer, resolve);
    });
  }

  #wake(): void {
    for (const [timer, resolve] of this.#sleepers) {
      clearTimeout(timer);
      resolve();
    }
    this.#sleepers.clear();
  }
}

function isStatusTraffic(token: Token): boolean {
  if (token.kind === 'control') return token.code === 0;
  return token.kind === 'command' && STATUS_COMMANDS.has(token.name);
}

function identity(what: number): Uint8Array {
  return Buffer.from(`_${what === ASKS_MAKER ? MAKER : MODEL}\0`, 'latin1');
}
