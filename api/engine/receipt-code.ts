/** 查询码 of an objection without an account. Only its hash is kept; a request that is repeated after a lost answer gets the same code, from its Idempotency-Key. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { codeFrom } from '../../domain/notices/receipt.ts';

const hashOf = (code: string): Buffer => createHash('sha256').update(`objection code\n${code}`).digest();

/** The salt is the server's own: a key that is easily guessed gives no code away. */
export const codeOf = (secret: string, salt: string): string => codeFrom(createHmac('sha256', salt).update(secret).digest());

export interface NewCode { readonly secret: string; readonly codeSalt: string; readonly codeHash: string }
export function newCode(key: string | null): NewCode {
  const secret = key ?? randomBytes(32).toString('hex');
  const codeSalt = randomBytes(32).toString('hex');
  return { secret, codeSalt, codeHash: hashOf(codeOf(secret, codeSalt)).toString('hex') };
}

/** Takes as long whether there is such an objection or not, and wherever the codes differ. @param codeHash null where there is none */
export function codeFits(code: string, codeHash: string | null): boolean {
  const same = timingSafeEqual(hashOf(code), codeHash === null ? Buffer.alloc(32) : Buffer.from(codeHash, 'hex'));
  return same && codeHash !== null;
}
