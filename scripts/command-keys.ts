type Definition = Readonly<{ parameters: readonly string[]; body: string }>;

/** The definitions of the SQL functions, by name. */
export type FunctionTexts = ReadonlyMap<string, string>;

type Handed = Readonly<{ name: string; position: number }>;

const HEADS = /CREATE OR REPLACE FUNCTION \w+\s*\(/g;
const INPUT_POSITION = 1;

/**
 * The top-level keys that a command reads from its `input`, itself or in a function to which it passes the whole
 * `input`, in alphabetical order. Keys that it adds itself do not count.
 */
export function keysReadBy(name: string, functions: FunctionTexts): readonly string[] {
  const seen = new Set<string>();
  return [...keysOf({ name, position: INPUT_POSITION }, functions, seen)].toSorted();
}

function keysOf(handed: Handed, functions: FunctionTexts, seen: Set<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  const place = `${handed.name} ${handed.position}`;
  const text = functions.get(handed.name);
  if (text === undefined || seen.has(place)) return keys;
  seen.add(place);
  for (const { parameters, body } of definitionsIn(text)) {
    const parameter = parameters[handed.position];
    if (parameter === undefined) continue;
    for (const { variable, added } of variablesOf(parameter, body)) {
      const read = [
        ...ownKeys(variable, body),
        ...handedOn(variable, body, functions).flatMap(({ to, added: onTheWay }) =>
          [...keysOf(to, functions, new Set(seen))].filter((key) => !onTheWay.has(key)),
        ),
      ];
      for (const key of read) if (!added.has(key)) keys.add(key);
    }
  }
  return keys;
}

type Variable = Readonly<{ variable: string; added: ReadonlySet<string> }>;

/**
 * The parameter, each variable initialised with the parameter and added keys, and of a list of it the element that is
 * looked at.
 */
function variablesOf(parameter: string, body: string): Variable[] {
  const copied = new RegExp(
    `\\b(\\w+)\\s+jsonb\\s*:=\\s*${parameter}(?:->0)?\\s*(\\|\\|[^;]*)?;`,
    'g',
  );
  const copies = [...body.matchAll(copied)].map(([, variable = '', more = '']) => ({
    variable,
    added: addedKeys(more),
  }));
  const listed = new RegExp(
    `jsonb_array_elements\\(${parameter}\\)(?: WITH ORDINALITY)? (?:AS \\w+\\()?(\\w+)`,
    'g',
  );
  const elements = [...body.matchAll(listed)].map(([, variable = '']) => ({
    variable,
    added: new Set<string>(),
  }));
  return [{ variable: parameter, added: new Set() }, ...copies, ...elements];
}

function definitionsIn(text: string): Definition[] {
  const code = text.replace(/--.*$/gm, '');
  return [...code.matchAll(HEADS)].map((head, index, all) => {
    const open = head.index + head[0].length - 1;
    const close = closingOf(code, open);
    return {
      parameters: partsOf(code.slice(open + 1, close)).map((part) => nameOf(part)),
      body: code.slice(close, all[index + 1]?.index),
    };
  });
}

/** `OUT placed placement` and `step jsonb DEFAULT '{}'` are called `placed` and `step`. */
function nameOf(parameter: string): string {
  const words = parameter.trim().split(/\s+/);
  return (/^(IN|OUT|INOUT)$/i.test(words[0] ?? '') ? words[1] : words[0]) ?? '';
}

/** `input->>'key'`, `input->'key'`, `input#>>'{key,...}'`, `input ? 'key'`. */
function ownKeys(parameter: string, body: string): string[] {
  const read = new RegExp(`\\b${parameter}\\s*(?:->>?|\\?)\\s*'(\\w+)'`, 'g');
  const dug = new RegExp(`\\b${parameter}\\s*#>>?\\s*'\\{\\s*(\\w+)`, 'g');
  return [...body.matchAll(read), ...body.matchAll(dug)].map(([, key = '']) => key);
}

type HandedOn = Readonly<{ to: Handed; added: ReadonlySet<string> }>;

/** Calls of other SQL functions that get the whole parameter: as it is, with added keys, or in a list of one. */
function handedOn(parameter: string, body: string, functions: FunctionTexts): HandedOn[] {
  const whole = new RegExp(`^(?:jsonb_build_array\\()?${parameter}\\)?\\s*(\\|\\|[\\s\\S]*)?$`);
  return [...body.matchAll(/\b([a-z][a-z0-9_]*)\(/g)].flatMap((call) => {
    const [, name = ''] = call;
    if (!functions.has(name)) return [];
    const open = call.index + call[0].length - 1;
    return partsOf(body.slice(open + 1, closingOf(body, open))).flatMap((part, position) => {
      const given = whole.exec(part.trim());
      return given === null ? [] : [{ to: { name, position }, added: addedKeys(given[1] ?? '') }];
    });
  });
}

/** The keys of `|| jsonb_build_object('key', ...)` and `|| '{"key": ...}'`. */
function addedKeys(text: string): ReadonlySet<string> {
  const keys = new Set([...text.matchAll(/"(\w+)"\s*:/g)].map(([, key = '']) => key));
  for (const call of text.matchAll(/\bjsonb_build_object\(/g)) {
    const open = call.index + call[0].length - 1;
    const parts = partsOf(text.slice(open + 1, closingOf(text, open)));
    for (const [index, part] of parts.entries())
      if (index % 2 === 0) keys.add(part.trim().replaceAll("'", ''));
  }
  return keys;
}

/** The parts between commas that are outside brackets and quotes. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let begun = 0;
  walk(text, 0, ({ at, depth }) => {
    if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(begun, at));
      begun = at + 1;
    }
    return 'on';
  });
  const last = text.slice(begun);
  return last.trim() === '' ? parts : [...parts, last];
}

/** The position at which the bracket opened at `open` is closed. */
function closingOf(text: string, open: number): number {
  let closing = text.length;
  walk(text, open, ({ at, depth }) => {
    if (depth > 0) return 'on';
    closing = at;
    return 'stop';
  });
  return closing;
}

type Step = Readonly<{ at: number; depth: number }>;

/** Visits each character with the number of open brackets; quoted text is skipped. */
function walk(text: string, from: number, visit: (step: Step) => 'on' | 'stop'): void {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === "'") {
      at = text.indexOf("'", at + 1);
      if (at === -1) return;
      continue;
    }
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (visit({ at, depth }) === 'stop') return;
  }
}
