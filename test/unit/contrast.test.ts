import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';

/** What text needs against its background. */
const LEAST = 4.5;

/** Colours of VS Code's own themes that the heat map is made of. */
const THEMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Light Modern': {
    'editor-foreground': '#3b3b3b',
    'editor-background': '#ffffff',
    'editorWarning-foreground': '#bf8803',
    'charts-green': '#388a34',
    'charts-yellow': '#bf8803',
  },
  'Dark Modern': {
    'editor-foreground': '#cccccc',
    'editor-background': '#1f1f1f',
    'editorWarning-foreground': '#cca700',
    'charts-green': '#89d185',
    'charts-yellow': '#cca700',
  },
};

type Color = readonly number[];

function color(hex: string): Color {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(full.slice(at, at + 2), 16));
}

function mixed(top: Color, share: number, below: Color): Color {
  return top.map((value, index) => value * share + (below[index] ?? 0) * (1 - share));
}

function luminance(of: Color): number {
  const [red = 0, green = 0, blue = 0] = of.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('our own colours', () => {
  const css = readFileSync('media/heatMap/heatMap.css', 'utf8');
  const mixes = [...css.matchAll(/color-mix\(in srgb, var\(--vscode-([\w-]+)\) (\d+)%/g)];

  it('are the theme’s, or mixed of them', () => {
    assert.equal(mixes.length, 3);
    assert.doesNotMatch(css, /#[0-9a-f]{3}|rgba?\(|hsl/i);
  });

  for (const [name, theme] of Object.entries(THEMES)) {
    const of = (key: string): Color => color(theme[key] ?? assert.fail(key));
    for (const [, key = '', percent] of mixes) {
      it(`keep text legible on ${key} in ${name}`, () => {
        const background = mixed(of(key), Number(percent) / 100, of('editor-background'));
        const ratio = contrast(of('editor-foreground'), background);
        assert.ok(ratio >= LEAST, `${ratio.toFixed(2)} : 1`);
      });
    }
  }

  it('of the walkthrough keep text legible where a theme names none', () => {
    const folder = 'media/walkthrough';
    for (const file of readdirSync(folder).filter((one) => one.endsWith('.svg'))) {
      const svg = readFileSync(join(folder, file), 'utf8');
      for (const [, key, fallback = ''] of svg.matchAll(/var\(--vscode-(\w*[fF]oreground), (#[0-9a-f]{3,6})\)/g)) {
        const grounds = key === 'button-foreground' ? ['#005fb8'] : ['#ffffff', '#f8f8f8'];
        const worst = Math.min(...grounds.map((ground) => contrast(color(fallback), color(ground))));
        assert.ok(worst >= LEAST, `${file}: ${key} ${fallback}, ${worst.toFixed(2)} : 1`);
      }
    }
  });
});
