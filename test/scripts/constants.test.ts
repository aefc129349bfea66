import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync, type Expression, type ModuleItem, type VariableDeclarator } from '@swc/core';
import { rooms } from '../../scripts/imports.js';
import { root } from '../../scripts/setup/paths.mjs';
import { sourcesBelow } from '../../scripts/sources.js';

const UPPER_CASE = /^[A-Z][A-Z0-9_]*$/;

const LITERALS = [
  'NumericLiteral',
  'StringLiteral',
  'BigIntLiteral',
  'BooleanLiteral',
  'RegExpLiteral',
];

/** CONTRIBUTING: what is fixed in the source is UPPER_CASE, what a call builds is camelCase. */
describe('the constants at the top of a file', () => {
  const constants = Object.keys(rooms)
    .flatMap((room) => sourcesBelow(join(root, room)))
    .flatMap((path) =>
      constantsIn(path).map((found) => ({ path: relative(root, path), ...found })),
    );

  it('are UPPER_CASE where their value stands in the source', () => {
    const small = constants.filter(({ name, isFixed }) => isFixed && !UPPER_CASE.test(name));
    expect(small.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  it('are camelCase where they are functions', () => {
    const loud = constants.filter(({ name, isFunction }) => isFunction && UPPER_CASE.test(name));
    expect(loud.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
  });

  it('are found', () => {
    expect(constants).toContainEqual({
      path: 'prisma/database.ts',
      name: 'DEFAULT_POOL_SIZE',
      isFixed: true,
      isFunction: false,
    });
    expect(constants.length).toBeGreaterThan(1_000);
  });
});

type Found = Readonly<{ name: string; isFixed: boolean; isFunction: boolean }>;

function constantsIn(path: string): Found[] {
  const { body } = parseSync(readFileSync(path, 'utf8'), {
    syntax: 'typescript',
    target: 'es2022',
  });
  return body.flatMap(declarationsOf).flatMap(({ id, init }) => {
    if (id.type !== 'Identifier' || init === undefined) return [];
    const isFunction = ['ArrowFunctionExpression', 'FunctionExpression'].includes(init.type);
    return [{ name: id.value, isFixed: isFixed(init), isFunction }];
  });
}

function declarationsOf(item: ModuleItem): VariableDeclarator[] {
  const statement = item.type === 'ExportDeclaration' ? item.declaration : item;
  return statement.type === 'VariableDeclaration' && statement.kind === 'const'
    ? statement.declarations
    : [];
}

/** A number, a text or a pattern, or a list, a set or a map of them. A table may be a part that others are built from. */
function isFixed(expression: Expression): boolean {
  if (LITERALS.includes(expression.type)) return true;
  switch (expression.type) {
    case 'UnaryExpression':
      return isFixed(expression.argument);
    case 'BinaryExpression':
      return isFixed(expression.left) && isFixed(expression.right);
    case 'TsAsExpression':
    case 'TsConstAssertion':
    case 'TsSatisfiesExpression':
    case 'ParenthesisExpression':
      return isFixed(expression.expression);
    case 'ArrayExpression':
      return isFull(expression.elements.map((element) => element?.expression));
    case 'NewExpression':
      return isFull((expression.arguments ?? []).map((argument) => argument.expression));
    default:
      return false;
  }
}

function isFull(values: readonly (Expression | undefined)[]): boolean {
  return values.length > 0 && values.every((value) => value !== undefined && isFixed(value));
}
