import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../support/source-files.js';

const css = readFileSync(join(root, 'apps/console/src/tokens.css'), 'utf8');

type Colours = ReadonlyMap<string, string>;

/** The colours that a block of the sheet names. */
const coloursOf = (selector: string): Colours => {
  const [block = ''] = css.slice(css.indexOf(`${selector} {`)).split('}');
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
};

const light = coloursOf(':root');
const dark: Colours = new Map([...light, ...coloursOf(":root[data-theme='dark']")]);

/** WCAG 2.2, relative luminance. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, contrast ratio. */
const contrast = (colours: Colours, text: string, ground: string): number => {
  const [darker = 0, lighter = 0] = [text, ground]
    .map((name) => luminance(colours.get(name) ?? ''))
    .sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** What is read, and the grounds that it stands on. */
const READ: Readonly<Record<string, readonly string[]>> = {
  ink: ['sheet', 'paper', 'well', 'hover'],
  'ink-2': ['sheet', 'paper', 'well', 'hover'],
  'ink-3': ['sheet', 'paper', 'well', 'hover', 'cinnabar-tint', 'ochre-tint', 'indigo-tint', 'malachite-tint'],
  indigo: ['sheet', 'paper', 'well', 'hover', 'indigo-tint'],
  'on-indigo': ['indigo'],
  cinnabar: ['sheet', 'paper', 'well', 'hover', 'cinnabar-tint'],
  ochre: ['sheet', 'paper', 'well', 'hover', 'ochre-tint'],
  malachite: ['sheet', 'paper', 'well', 'hover', 'malachite-tint'],
};
const LIMIT = 4.5;
/** WCAG 1.4.11: the borders of what can be pressed or filled in. */
const BORDER_LIMIT = 3;

const short = (colours: Colours, pairs: readonly (readonly [string, string])[], limit: number) =>
  pairs
    .map(([text, ground]) => [`${text} on ${ground}`, contrast(colours, text, ground)] as const)
    .filter(([, ratio]) => !(ratio >= limit));

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the console, %s', (_, colours) => {
  it('are read on every ground that they stand on', () => {
    const pairs = Object.entries(READ).flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const));
    expect(short(colours, pairs, LIMIT)).toEqual([]);
  });

  it('show where something can be filled in', () => {
    const pairs = ['sheet', 'paper', 'hover'].map((ground) => ['ctl', ground] as const);
    expect(short(colours, pairs, BORDER_LIMIT)).toEqual([]);
  });
});
