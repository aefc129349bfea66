import type { Request, Response } from 'express';
import { assert } from '../domain/assert.js';
import type { CommandContext } from '../domain/context.js';
import type { BodyOf, JsonAnswerOf, ParamsOf, QueryOf, RouteContract } from '../contract/route.js';
import type { Transaction } from '../prisma/database.js';
import type { Anonymous, Principal } from './auth/principal.js';
import type { ApiDeps } from './deps.js';

/** One admitted and well-formed request. */
export type Call<Route extends RouteContract = RouteContract> = Readonly<{
  params: ParamsOf<Route>;
  query: QueryOf<Route>;
  body: BodyOf<Route>;
  /** The body as it came, byte for byte. */
  content: Buffer;
  contentType: string;
  /** The caller; without credential on a public route. */
  principal: Route extends Readonly<{ access: Readonly<{ kind: 'public' }> }>
    ? Anonymous
    : Principal;
  /** For every command: who, from where, when (business time), under which request. */
  ctx: CommandContext;
  requestId: string;
  request: Request;
  response: Response;
}>;

/** A call inside the transaction that also writes its idempotency record. */
export type CommandCall<Route extends RouteContract = RouteContract> = Call<Route> &
  Readonly<{
    tx: Transaction;
    /** The result of `after`, asked before the transaction; see `command`. */
    found: unknown;
  }>;

/** An answer that is not JSON: a document, a page. */
export type ContentAnswer<Status extends number = number> = Readonly<{
  status: Status;
  content: Buffer | string;
  contentType: string;
  headers?: Readonly<Record<string, string>>;
}>;

/** The handler writes to the socket itself, as the event stream does. */
export type StreamAnswer = Readonly<{ kind: 'stream' }>;

/** The answers that a route's contract allows. */
export type AnswerOf<Contract extends RouteContract> =
  JsonAnswerOf<Contract> | ContentAnswer<keyof Contract['responses'] & number> | StreamAnswer;

export type AnyAnswer =
  | Readonly<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> }>
  | ContentAnswer
  | StreamAnswer;

/** A contract and what answers it. */
export type Route = Readonly<{ contract: RouteContract }> &
  (
    | Readonly<{ kind: 'plain'; handle: (call: Call, deps: ApiDeps) => Promise<AnyAnswer> }>
    | Readonly<{
        kind: 'command';
        /** Asks something outside the database before the transaction. */
        prepare?: (call: Call, deps: ApiDeps) => Promise<unknown>;
        work: (call: CommandCall, deps: ApiDeps) => Promise<AnyAnswer>;
      }>
  );

/**
 * Answers a call that reads, or that is safe to repeat by itself: `route(contract).answers(async
 * (call, deps) => ({ status: 200, body }))`.
 */
export function route<Contract extends RouteContract>(contract: Contract) {
  const { idempotency, method, path } = contract;
  assert(idempotency !== 'key', `${method} ${path} takes a key: use command()`);
  return {
    answers: (
      handle: (call: Call<Contract>, deps: ApiDeps) => Promise<AnswerOf<Contract>>,
    ): Route => ({
      kind: 'plain',
      contract,
      // The pipeline has read params, query and body by this very contract.
      handle: handle as (call: Call, deps: ApiDeps) => Promise<AnyAnswer>,
    }),
  };
}

/**
 * Answers a call that takes an Idempotency-Key. The work runs in one transaction (`call.tx`) together with the
 * record of its answer; whatever it throws rolls back both. Nothing outside the database may happen in it.
 *
 * Questions to the outside are asked before it: `command(contract).after(ask).answers(work)`. `ask` does not refuse but
 * returns a value by which `work` refuses, so that a replay gets its stored answer whatever `ask` finds by then.
 */
export function command<Contract extends RouteContract>(contract: Contract) {
  const { idempotency, method, path } = contract;
  const takesKey = idempotency === 'key' || idempotency === 'optionalKey';
  assert(takesKey, `${method} ${path} takes no key: use route()`);
  type Work<CallOfIt> = (call: CallOfIt, deps: ApiDeps) => Promise<JsonAnswerOf<Contract>>;
  type AnyWork = (call: CommandCall, deps: ApiDeps) => Promise<AnyAnswer>;
  return {
    answers: (work: Work<CommandCall<Contract>>): Route => ({
      kind: 'command',
      contract,
      work: work as AnyWork,
    }),
    after: <Found>(prepare: (call: Call<Contract>, deps: ApiDeps) => Promise<Found>) => ({
      answers: (work: Work<CommandCall<Contract> & Readonly<{ found: Found }>>): Route => ({
        kind: 'command',
        contract,
        prepare: prepare as (call: Call, deps: ApiDeps) => Promise<unknown>,
        work: work as AnyWork,
      }),
    }),
  };
}
