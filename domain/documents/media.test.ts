import { expect, it } from 'vitest';
import { mediaOf, safeName } from './media.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0)));
const zip = (...names: string[]): Uint8Array => bytes(`PK\u0003\u0004....${names.join('....')}`);

it.each([
  ['%PDF-1.7 …', 'application/pdf'], ['\u0089PNG\r\n\u001a\n…', 'image/png'], ['\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'], ['RIFF....WAVEfmt', 'audio/wav'], ['....ftypisom', 'video/mp4'], ['ID3\u0004', 'audio/mpeg'],
  ['MZ\u0090\u0000', null], ['\u007fELF', null], ['PK\u0003\u0004any', null], ['\u0000', null],
])('%j is %s, whatever it is called', (text, media) => expect(mediaOf(bytes(text))).toBe(media));
it('tells office files by their parts, and takes none with macros', () => {
  expect(mediaOf(zip('[Content_Types].xml', 'word/document.xml'))).toContain('wordprocessingml');
  expect(mediaOf(zip('[Content_Types].xml', 'xl/workbook.xml'))).toContain('spreadsheetml');
  expect(mediaOf(zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'))).toBeNull();
  expect(mediaOf(zip('evil.exe'))).toBeNull();
});
it('takes text, but no page in disguise', () => {
  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(mediaOf(utf8('现场笔录\n第一页'))).toBe('text/plain');
  for (const page of ['<!DOCTYPE html>', ' <svg onload=x>', '<script>', '<?xml version="1.0"?>']) expect(mediaOf(utf8(page)), page).toBeNull();
  expect(mediaOf(Uint8Array.from([0xd6, 0xd0]))).toBeNull();
});
it.each([['../../etc/passwd', 'passwd'], ['C:\\照片\\现场.png', '现场.png'], ['a\u202eb\u0000.png', 'ab.png'], ['...', 'file'], ['.bashrc', 'bashrc'], ['', 'file'], ['长'.repeat(300), '长'.repeat(200)]])('the name %j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));
