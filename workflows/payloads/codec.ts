/**
 * The payload codec of workers and clients. Two things happen to a payload on its way to the server:
 * a pinned definition is replaced by its hash (on the worker's way back in, the model is put in again: a claim check, so that
 * histories stay small and the isolate still gets the model), and everything is encrypted.
 */
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { decryptPayload, encryptPayload, type PayloadKeys } from './encryption.ts';

export interface CodecOptions {
  readonly keys: PayloadKeys;
  /** Given to workers only: finds a registered definition. @throws where there is none */
  readonly definition?: (hash: string) => Promise<ProcessDefinition>;
}

const prefix = Buffer.from('{"$definition":"');
/** Data that is empty may be a plain array: protobuf's default, e.g. what an activity that returns nothing gives. */
const isPinned = ({ data }: Payload): boolean => data != null && data.length > prefix.length && prefix.equals(data.subarray(0, prefix.length));

export function payloadCodec({ keys, definition }: CodecOptions): PayloadCodec {
  return {
    encode: async (payloads) => payloads.map((p) => encryptPayload(isPinned(p) ? contract(p) : p, keys)),
    decode: async (payloads) =>
      Promise.all(
        payloads.map(async (p) => {
          const open = decryptPayload(p, keys);
          return definition && isPinned(open) ? expand(open, definition) : open;
        }),
      ),
  };
}

export const dataConverter = (options: CodecOptions): DataConverter => ({ payloadCodecs: [payloadCodec(options)] });

export function payloadKeys(hexKey: string, id: string): PayloadKeys {
  return { current: id, keys: { [id]: Buffer.from(hexKey, 'hex') } };
}

const hashOf = (payload: Payload): string => {
  const start = prefix.length;
  const text = Buffer.from(payload.data ?? []);
  return text.toString('utf8', start, text.indexOf('"', start));
};

const contract = (payload: Payload): Payload => ({ ...payload, data: Buffer.from(JSON.stringify({ $definition: hashOf(payload) })) });

/** The expansion of a definition is the same for ever; making it once per hash keeps 40 KB of JSON off the path of every case. */
const expansions = new Map<string, Buffer>();

async function expand(payload: Payload, definition: (hash: string) => Promise<ProcessDefinition>): Promise<Payload> {
  const hash = hashOf(payload);
  let data = expansions.get(hash);
  if (!data) {
    data = Buffer.from(JSON.stringify({ $definition: hash, model: await definition(hash) }));
    expansions.set(hash, data);
  }
  return { ...payload, data };
}
export type { PayloadKeys } from './encryption.ts';
