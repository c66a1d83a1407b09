/** What a file is, by its first bytes and not by its name. Anything that a browser would run, and anything with macros, is not accepted. */
const starts = (bytes: Uint8Array, signature: readonly (number | null)[], at = 0): boolean => signature.every((b, i) => b === null || bytes[at + i] === b);
const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

function includes(bytes: Uint8Array, text: string): boolean {
  const wanted = ascii(text);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (starts(bytes, wanted, at)) return true;
  return false;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** @returns the media type; null where it is none of those accepted */
export function mediaOf(bytes: Uint8Array): string | null {
  if (starts(bytes, ascii('%PDF-'))) return 'application/pdf';
  if (starts(bytes, [0x89, ...ascii('PNG'), 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (starts(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (starts(bytes, ascii('RIFF')) && starts(bytes, ascii('WAVE'), 8)) return 'audio/wav';
  if (starts(bytes, ascii('ftyp'), 4)) return 'video/mp4';
  if (starts(bytes, ascii('ID3')) || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg';
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeOf(bytes);
  return isText(bytes) ? 'text/plain' : null;
}

/** Names of parts stand in a ZIP as they are. */
function officeOf(bytes: Uint8Array): string | null {
  if (!includes(bytes, '[Content_Types].xml') || includes(bytes, 'vbaProject.bin')) return null;
  if (includes(bytes, 'word/document.xml')) return `${office}.wordprocessingml.document`;
  return includes(bytes, 'xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : null;
}

/** UTF-8 without control characters, and no markup: a page named .txt stays a page. */
function isText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) && !/^\s*<(!doctype|html|svg|script|\?xml)/i.test(text);
}

/** A name as it may stand in a header and on any disk: no folders, no control characters. */
export const safeName = (name: string): string => {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').replace(/^\.+/, '').trim().slice(0, 200) || 'file';
};
