/** Every sign that formats and is not seen (Unicode category Cf), inside a character class of a `u` pattern. */
export const UNSEEN_SIGNS = String.raw`\p{Cf}`;

/**
 * Those by which one name passes for another: marks and overrides of the direction of writing, blanks and joiners of no
 * width, soft hyphens, fillers, annotations. Inside a character class, written out, because OpenAPI tools may not know
 * `\p{Cf}`. Not U+200C and U+200D, which Persian, the scripts of India and emoji are written with. Source: Unicode
 * Technical Report 36, 2.10; Unicode Standard Annex 9, 2.
 */
export const MISLEADING_SIGNS =
  String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e` +
  String.raw`\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb`;
