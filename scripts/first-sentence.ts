/** The first sentence of a description: up to a full stop, or to a colon that a list follows. */
export function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, '.') ?? text;
}
