import { problemOf } from '../../../api/http/answered-problem.js';
import { isUnavailable } from '../../../api/http/unavailable.js';
import { Refusal } from '../../../domain/refusal.js';

describe('an error', () => {
  it('of a rule is answered with its code, its sentence and all its faults', () => {
    const errors = [
      { code: 'SKU_UNKNOWN', param: 'lines[0].sku', detail: 'No item has this SKU.' },
    ];
    const refusal = new Refusal({
      code: 'SKU_UNKNOWN',
      param: 'lines[0].sku',
      detail: 'No.',
      errors,
    });
    expect(problemOf(refusal, 'r1')).toEqual({
      status: 422,
      headers: {},
      body: {
        type: 'urn:lunas:problem:sku-unknown',
        title: 'The item is not in the catalogue',
        status: 422,
        code: 'SKU_UNKNOWN',
        detail: 'No.',
        param: 'lines[0].sku',
        requestId: 'r1',
        errors,
      },
    });
  });

  it('of a rule that no table knows is a refusal all the same', () => {
    const refusal = new Refusal({ code: 'BRAND_NEW', detail: 'No.' });
    expect(problemOf(refusal, 'r1')).toMatchObject({ status: 422, body: { code: 'BRAND_NEW' } });
  });

  it('of ours tells nothing but that it happened', () => {
    const fault = new TypeError("Cannot read properties of undefined (reading 'secret')");
    const { status, body } = problemOf(fault, 'r1');
    expect([status, body.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toMatch(/secret|TypeError|undefined/);
  });

  const WRAPPED = (cause: object) => ({ code: 'P2010', meta: { driverAdapterError: { cause } } });

  it.each([
    { what: 'a refused connection', error: { code: 'ECONNREFUSED' } },
    { what: 'a pool without room', error: { code: 'P2024' } },
    { what: 'a transaction that could not begin', error: { code: 'P2028' } },
    { what: 'a statement that took too long', error: WRAPPED({ originalCode: '57014' }) },
    { what: 'a lock that was not given', error: WRAPPED({ originalCode: '55P03' }) },
    { what: 'a deadlock', error: WRAPPED({ originalCode: '40P01' }) },
    { what: 'too many connections', error: WRAPPED({ originalCode: '53300' }) },
    { what: 'a server that shuts down', error: WRAPPED({ originalCode: '57P01' }) },
    { what: 'a broken connection', error: new Error('Connection terminated unexpectedly') },
  ])('is answered with 503 and when to come back: $what', ({ error }) => {
    expect(isUnavailable(error)).toBe(true);
    expect(problemOf(error, 'r1')).toMatchObject({ status: 503, headers: { 'Retry-After': '2' } });
  });

  it.each([
    { what: 'a violated constraint', error: WRAPPED({ originalCode: '23505' }) },
    { what: 'a bug', error: new Error('x is not a function') },
    { what: 'nothing', error: undefined },
  ])('is not taken for an outage: $what', ({ error }) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
