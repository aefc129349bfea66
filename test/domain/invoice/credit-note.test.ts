import fc from 'fast-check';
import {
  creditLine,
  creditLineAllowed,
  creditNoteAllowed,
  type CreditableInvoice,
  type CreditableLine,
} from '../../../domain/invoice/credit-note.js';

describe('creditNoteAllowed', () => {
  it('takes away what is open first and owes only the rest to the customer', () => {
    const partlyPaid = anInvoice({ openAmount: 300_000n });
    expect(credit(200_000n, partlyPaid)).toEqual({
      kind: 'allowed',
      reducesOpen: 200_000n,
      toCustomer: 0n,
    });
    expect(credit(500_000n, partlyPaid)).toEqual({
      kind: 'allowed',
      reducesOpen: 300_000n,
      toCustomer: 200_000n,
    });
    expect(credit(500_000n, anInvoice({ openAmount: 0n }))).toEqual({
      kind: 'allowed',
      reducesOpen: 0n,
      toCustomer: 500_000n,
    });
  });

  it('allows up to what was invoiced and not yet credited, and not a rupiah more', () => {
    const invoice = anInvoice({ creditedTotal: 400_000n, openAmount: 600_000n });
    expect(credit(600_000n, invoice).kind).toBe('allowed');
    expect(credit(600_001n, invoice)).toMatchObject({
      fault: { code: 'CREDIT_EXCEEDS_INVOICE', param: 'amount' },
    });
  });

  it.each([0n, -1n])('refuses a credit of %s', (amount) => {
    expect(credit(amount, anInvoice())).toMatchObject({
      kind: 'refused',
      fault: { code: 'CREDIT_NOT_POSITIVE' },
    });
  });

  it('refuses a credit that nobody explains', () => {
    expect(creditNoteAllowed({ amount: 1n, reason: '  ' }, anInvoice())).toMatchObject({
      fault: { code: 'CREDIT_REASON_REQUIRED', param: 'reason' },
    });
  });
});

describe('creditLine', () => {
  it('takes back a third of three pieces at a time without losing a rupiah', () => {
    const first = creditLine(aLine(), 1_000n);
    expect(first).toEqual({
      quantityMilli: 1_000n,
      taxBase: 33_333n,
      otherBase: 30_556n,
      tax: 3_667n,
    });
    const second = creditLine(aLine({ credited: first }), 1_000n);
    expect(second).toMatchObject({ taxBase: 33_334n, tax: 3_666n });
  });

  it('comes to exactly the line once every piece is back, however it came back', () => {
    fc.assert(
      fc.property(lines(), fc.array(fc.nat(1_000), { maxLength: 8 }), (line, cuts) => {
        const returned = [...cuts, Infinity].reduce((current, cut) => takeBack(current, cut), line);
        expect(returned.credited).toEqual({
          quantityMilli: line.quantityMilli,
          taxBase: line.taxBase,
          otherBase: line.otherBase,
          tax: line.tax,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('takes back no more than is left', () => {
    const oneLeft = aLine({
      number: 3,
      credited: { quantityMilli: 2_000n, taxBase: 66_667n, otherBase: 61_111n, tax: 7_333n },
    });
    expect(creditLineAllowed(oneLeft, 1_000n)).toBeUndefined();
    expect(
      [0n, -1n, 1_001n].map((quantity) => creditLineAllowed(oneLeft, quantity)?.param),
    ).toEqual(Array.from({ length: 3 }, () => 'lines[2].quantity'));
  });
});

function credit(amount: bigint, invoice: CreditableInvoice) {
  return creditNoteAllowed({ amount, reason: 'Barang rusak' }, invoice);
}

function takeBack(line: CreditableLine, cut: number): CreditableLine {
  const left = line.quantityMilli - line.credited.quantityMilli;
  const quantity = cut === Infinity ? left : (left * BigInt(cut)) / 1_000n;
  if (quantity === 0n) return line;
  const part = creditLine(line, quantity);
  const { credited } = line;
  return {
    ...line,
    credited: {
      quantityMilli: credited.quantityMilli + part.quantityMilli,
      taxBase: credited.taxBase + part.taxBase,
      otherBase: credited.otherBase + part.otherBase,
      tax: credited.tax + part.tax,
    },
  };
}

function lines(): fc.Arbitrary<CreditableLine> {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
  return fc
    .tuple(fc.bigInt({ min: 1n, max: 10n ** 7n }), amounts, amounts)
    .map(([quantityMilli, taxBase, tax]) =>
      aLine({ quantityMilli, taxBase, otherBase: taxBase, tax }),
    );
}

function aLine(changes: Partial<CreditableLine> = {}): CreditableLine {
  return {
    number: 1,
    quantityMilli: 3_000n,
    taxBase: 100_000n,
    otherBase: 91_667n,
    tax: 11_000n,
    credited: { quantityMilli: 0n, taxBase: 0n, otherBase: 0n, tax: 0n },
    ...changes,
  };
}

function anInvoice(changes: Partial<CreditableInvoice> = {}): CreditableInvoice {
  return { total: 1_000_000n, creditedTotal: 0n, openAmount: 1_000_000n, ...changes };
}
