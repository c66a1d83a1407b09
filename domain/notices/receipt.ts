/** 异议回执: a number that anybody may know, and a code that only the objector has. Pure: what is thrown by chance is passed in. */
import type { Day } from '../calendar/types.ts';

/** Crockford's base 32: no letter looks like a figure. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits. */
const codeLength = 12;

export const objectionNumber = (day: Day, serial: number): string => `YY${day.replaceAll('-', '')}-${String(serial).padStart(5, '0')}`;

/** @param bytes at least twelve */
export const codeFrom = (bytes: Uint8Array): string => Array.from(bytes.subarray(0, codeLength), (byte) => alphabet.charAt(byte & 31)).join('');

/** In groups of four, as it is read out and typed. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** Full-width letters and figures, as a Chinese input method types them, are the same ones. */
const plain = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/\s/g, '');
export const readNumber = (typed: string): string => plain(typed);
export const readCode = (typed: string): string => plain(typed).replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1');
