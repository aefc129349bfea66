import { keysReadBy } from '../../scripts/command-keys.js';

/** A command `book` with a body, beside a helper function. */
function keysOf(body: string, helper = ''): readonly string[] {
  const texts = new Map([
    ['book', `CREATE OR REPLACE FUNCTION book(ctx jsonb, input jsonb) RETURNS jsonb\n${body}`],
    ['help', `CREATE OR REPLACE FUNCTION help(ctx jsonb, wish jsonb) RETURNS void\n${helper}`],
  ]);
  return keysReadBy('book', texts);
}

describe('the keys that a command reads', () => {
  it('are those of its input in every form of reading, in order of the alphabet', () => {
    const body = `SELECT input->>'text', input->'json', input#>>'{path,to}', (input ? 'asked')`;
    expect(keysOf(body)).toEqual(['asked', 'json', 'path', 'text']);
  });

  it('are not those of its context, of entries or of comments', () => {
    const body = `SELECT ctx->>'at', item->>'amount' -- input->>'old'\nFROM input->'items' item`;
    expect(keysOf(body)).toEqual(['items']);
  });

  it('are those too that a function reads to which it hands the whole input', () => {
    const helper = `SELECT wish->>'amount', ctx->>'at'`;
    expect(keysOf(`PERFORM help(ctx, input);`, helper)).toEqual(['amount']);
    expect(keysOf(`PERFORM help(ctx, input->'part');`, helper)).toEqual(['part']);
    expect(keysOf(`PERFORM help(ctx, other);`, helper)).toEqual([]);
  });

  it('are not those that it adds before it hands its input on', () => {
    const helper = `SELECT wish->>'amount', wish->>'kind', wish->>'reason'`;
    expect(keysOf(`PERFORM help(ctx, input || '{"kind":"payment"}');`, helper)).toEqual([
      'amount',
      'reason',
    ]);
    const added = `input || jsonb_build_object('kind', lower('a, b'), 'reason', 'it''s (so)')`;
    expect(keysOf(`PERFORM help(ctx, ${added});`, helper)).toEqual(['amount']);
  });

  it('are those of a copy of the input, without those that were added to the copy', () => {
    const body = `DECLARE wish jsonb := input || jsonb_build_object('kind', 'x');
      BEGIN SELECT wish->>'amount', wish->>'kind'; PERFORM help(ctx, wish);`;
    expect(keysOf(body, `SELECT wish->>'kind', wish->>'day'`)).toEqual(['amount', 'day']);
  });

  it('end where functions call each other in a circle', () => {
    expect(keysOf(`PERFORM help(ctx, input);`, `SELECT wish->>'day', book(ctx, wish)`)).toEqual([
      'day',
    ]);
  });
});
