const AS_PAPER = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const WITH_COMMAS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

/** What a person typed as a decimal of the wire: `1250000`, `1.250.000`, `1.250.000,00`, `1,250,000.00`. */
export function typedMoney(text: string): string {
  const bare = text.replace(/^Rp/i, '').replaceAll(' ', '');
  const plain = AS_PAPER.test(bare)
    ? bare.replaceAll('.', '').replace(',', '.')
    : WITH_COMMAS.test(bare)
      ? bare.replaceAll(',', '')
      : bare.replace(',', '.');
  return plain.replace(/\.0+$/, '');
}
