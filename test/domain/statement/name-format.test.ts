import { nameFormat } from '../../../domain/statement/name-format.js';

describe('the name of a format that is not read', () => {
  it.each([
    ['MT940', '{1:F01BANKIDJAXXXX}{2:I940BANKIDJAXXXXN}{4:\r\n:20:X'],
    ['MT940', ':20:STARTUMSE\r\n:25:0081234567\r\n:28C:1/1\r\n:60F:C260302IDR1,\r\n'],
    ['MT942', ':20:X\r\n:25:0081\r\n:28C:1\r\n:34F:IDR0,\r\n'],
    ['BAI2', '01,0004,12345,060321,0829,001,80,1,2/\n02,12345,0004,1,060317,,USD,/'],
    ['OFX', 'OFXHEADER:100\nDATA:OFXSGML\n'],
    ['OFX', '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?><OFX></OFX>'],
    ['QIF', '!Type:Bank\nD03/02/26\n'],
    ['PDF', '%PDF-1.7\n'],
    ['an Excel or other ZIP file', 'PK\u0003\u0004....'],
    ['an HTML page', '<!DOCTYPE html><html><body>'],
    ['pain.001', '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">'],
    ['JSON', '{"transactions": []}'],
  ])('is %s', (name, head) => {
    expect(nameFormat(head)).toBe(name);
  });

  it('is none when nobody can tell, and none for what is read', () => {
    expect(nameFormat('Lorem ipsum dolor')).toBeUndefined();
    expect(nameFormat('xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"')).toBeUndefined();
  });
});
