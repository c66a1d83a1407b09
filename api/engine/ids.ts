/** Names that follow from what a person sent: the same request sent again gets the same names. */
import { createHash, randomUUID } from 'node:crypto';
import type { Json } from '../../domain/json.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Command id: of the person and their Idempotency-Key; by chance where there is none. A person cannot hit upon another's. */
export const commandId = (person: string, key: string | null): string =>
  key === null ? randomUUID() : sha256(`command\n${person}\n${key}`).toString('base64url');

/** Case id of a start command, a UUID version 8 (RFC 9562 §5.8): a start that is repeated finds the case it has started. */
export function startedCaseId(command: string): string {
  const bytes = sha256(`case\n${command}`).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Digest of what was asked: the same key with another content is noticed by it. */
export const contentDigest = (content: Json): string => sha256(canonicalJson(content)).toString('hex');
