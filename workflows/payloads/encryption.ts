/** AES-256-GCM over whole payloads: case data never stands in Temporal in the clear. Node side only; never part of the workflow bundle. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { METADATA_ENCODING_KEY, type Payload } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding.js';
import proto from '@temporalio/proto';

const { Payload: PayloadProto } = proto.temporal.api.common.v1;
const encoding = encode('binary/encrypted');
const keyIdName = 'banjie-key';
const ivLength = 12;
const tagLength = 16;

export interface PayloadKeys {
  /** Name of the key that encrypts. */
  readonly current: string;
  /** All keys by name, 32 bytes each: old ones decrypt what they once encrypted. */
  readonly keys: Readonly<Record<string, Buffer>>;
}

/** Layout of the data: 12 bytes IV, 16 bytes tag, cipher text of the serialised payload. */
export function encryptPayload(payload: Payload, { current, keys }: PayloadKeys): Payload {
  const key = keys[current];
  if (!key) throw new Error(`payload key ${current} is not configured`);
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const sealed = Buffer.concat([cipher.update(PayloadProto.encode(payload).finish()), cipher.final()]);
  return {
    metadata: { [METADATA_ENCODING_KEY]: encoding, [keyIdName]: encode(current) },
    data: Buffer.concat([iv, cipher.getAuthTag(), sealed]),
  };
}

/** @throws Error where the key is unknown or the payload was changed. Payloads that are not encrypted pass as they are. */
export function decryptPayload(payload: Payload, { keys }: PayloadKeys): Payload {
  const kind = payload.metadata?.[METADATA_ENCODING_KEY];
  if (!kind || decode(kind) !== 'binary/encrypted') return payload;
  const name = payload.metadata?.[keyIdName];
  const id = name ? decode(name) : '';
  const key = keys[id];
  const data = payload.data;
  if (!key || !data) throw new Error(`payload key ${id} is not configured`);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, ivLength));
  decipher.setAuthTag(data.subarray(ivLength, ivLength + tagLength));
  const open = Buffer.concat([decipher.update(data.subarray(ivLength + tagLength)), decipher.final()]);
  return PayloadProto.decode(open);
}
