/**
 * The fonts of PDF documents: Noto Serif SC, and what it lacks (fonts/README.md). DOCX carries no fonts: Word and WPS have 仿宋 and 小标宋, or
 * what stands beside them in the font table of the file.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

export type FontName = 'regular' | 'bold' | 'rare';

const require = createRequire(import.meta.url);
const sources: Readonly<Record<FontName, () => string | URL>> = {
  regular: () => require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  bold: () => require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  rare: () => new URL('./fonts/rare-han.ttf', import.meta.url),
};

interface Face { readonly bytes: Buffer; readonly font: Font; readonly advances: Map<string, number> }
const faces = new Map<FontName, Face>();

/** Read once per process: 15 MB each. */
export function face(name: FontName): Face {
  let known = faces.get(name);
  if (!known) {
    const bytes = readFileSync(sources[name]());
    known = { bytes, font: create(bytes) as Font, advances: new Map() };
    faces.set(name, known);
  }
  return known;
}

/** 〓 (U+3013), printers' mark for a character that no font at hand has. */
const missing = '〓';

export interface Glyphs { readonly font: FontName; readonly text: string }

/** In which font a character is printed, and as what. */
export function printed(char: string, weight: 'regular' | 'bold'): Glyphs {
  const code = char.codePointAt(0) ?? 0;
  if (face(weight).font.hasGlyphForCodePoint(code)) return { font: weight, text: char };
  return face('rare').font.hasGlyphForCodePoint(code) ? { font: 'rare', text: char } : { font: weight, text: missing };
}

/** Width in ems. */
export function advance({ font: name, text }: Glyphs): number {
  const { font, advances } = face(name);
  let known = advances.get(text);
  if (known === undefined) {
    known = font.glyphForCodePoint(text.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
    advances.set(text, known);
  }
  return known;
}
