/**
 * Latin spellings of Cyrillic and Greek letters, for printers that have neither: the name of a person stays readable.
 * Cyrillic as in passports (ICAO Doc 9303), Greek as in ELOT 743 without its letter pairs. Scripts without an alphabet
 * have no spelling.
 */
const CYRILLIC =
  'а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь - э e ю iu я ia ђ dj є ie ѕ dz і i ї i ј j љ lj њ nj ћ c ќ k ў u џ dz ґ g';
const GREEK =
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o';

/** By letter, small and capital. */
export const ROMANISED: ReadonlyMap<string, string> = new Map(
  [CYRILLIC, GREEK].flatMap(spellingsOf).flatMap(([letter, spelling]) => [
    [letter, spelling],
    [letter.toUpperCase(), spelling.charAt(0).toUpperCase() + spelling.slice(1)],
  ]),
);

function spellingsOf(alphabet: string): (readonly [string, string])[] {
  const words = alphabet.split(' ');
  return words.flatMap((letter, index) =>
    index % 2 === 0 ? [[letter, (words[index + 1] ?? '').replace('-', '')] as const] : [],
  );
}
