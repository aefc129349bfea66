import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import { camtEntry, day } from '../../../support/bank-files.js';
import { edited, onlyLine, statementsOf } from './reading.js';

describe('days and figures of a camt message', () => {
  it.each([
    ['2026-03-02T23:59:00Z', '2026-03-03'],
    ['2026-03-02T23:59:00+07:00', '2026-03-02'],
    ['2026-03-02T18:30:00-05:00', '2026-03-03'],
    ['2026-03-02T23:59:00', '2026-03-02'],
  ])('reads the instant %s as the day %s of the zone of the account', (instant, on) => {
    const stamped = edited((xml) =>
      xml
        .replace('<BookgDt><Dt>2026-03-02</Dt>', `<BookgDt><DtTm>${instant}</DtTm>`)
        .replace('<ValDt><Dt>2026-03-02</Dt>', `<ValDt><DtTm>${instant}</DtTm>`)
        .replaceAll('<Dt><Dt>2026-03-02</Dt>', `<Dt><DtTm>${instant}</DtTm>`),
    );
    const result = readStatement(stamped, {
      ownAccountOf: () => ({ currency: 'IDR', zone: 'Asia/Jakarta' }),
    });
    expect(result).toMatchObject({
      statements: [
        { closing: { on: day(on) }, lines: [{ bookingDate: day(on), valueDate: day(on) }] },
      ],
    });
  });

  it.each(['2026-13-01', '2026-00-10', '2026-03-32', '0000-01-01', '9999-12-31'])(
    'takes no value date from %s, which is no day',
    (valueDate) => {
      const odd = edited((xml) => xml.replace('<ValDt><Dt>2026-03-02', `<ValDt><Dt>${valueDate}`));
      expect(onlyLine(odd).valueDate).toBeUndefined();
    },
  );

  it('keeps where counts and sums of a batch are not what the bank declares', () => {
    const payments = [{ amount: 100_000n }, { amount: 40_000n }];
    const batch = edited(
      (xml) =>
        xml.replace(
          '<NtryDtls>',
          '<NtryDtls><Btch><NbOfTxs>3</NbOfTxs><TtlAmt Ccy="IDR">9</TtlAmt></Btch>',
        ),
      { entries: [camtEntry({ payments })] },
    );
    expect(
      statementsOf(batch)[0]?.differences.map(({ what, stated, found }) => [what, stated, found]),
    ).toEqual([
      ['payment-count', '3', '2'],
      ['batch-sum', '9', '150000'],
      ['payment-sum', '150000', '140000'],
    ]);
  });

  it('keeps what the bank declares of all entries', () => {
    const summary =
      '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries><TtlNetNtry><Amt>5</Amt><CdtDbtInd>CRDT</CdtDbtInd></TtlNetNtry></TtlNtries>' +
      '<TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>6.00</Sum></TtlCdtNtries></TxsSummry>';
    const declared = edited((xml) => xml.replace('<Ntry>', `${summary}<Ntry>`));
    expect(statementsOf(declared)[0]?.controlTotals).toMatchObject({
      count: 2,
      net: 500_000n,
      creditCount: 1,
      credits: 600_000n,
    });
  });

  it('takes the balance in the currency of the account, whatever else the bank says', () => {
    const more = edited((xml) =>
      xml.replace(
        '<Ntry>',
        '<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">7</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal><Ntry>',
      ),
    );
    expect(statementsOf(more).map(checkFooting)).toEqual([{ kind: 'foots' }]);
  });
});
