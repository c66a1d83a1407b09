/**
 * The payload codec of workers and clients. Two things happen to a payload on its way to the server:
 * a pinned definition is replaced by its hash and a pinned calendar by its number (on the worker's way back in, the model or the tables are put
 * in again: a claim check, so that histories stay small and the isolate still gets them), and everything is encrypted.
 */
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { decryptPayload, encryptPayload, type PayloadKeys } from './encryption.ts';

export interface CodecOptions {
  readonly keys: PayloadKeys;
  /** Given to workers only: finds a registered definition. @throws where there is none */
  readonly definition?: (hash: string) => Promise<ProcessDefinition>;
  /** Likewise: finds the calendar of a publication by its number. */
  readonly calendar?: (no: number) => Promise<WorkCalendar>;
}

/** What is kept elsewhere, under a name for ever the same: the member that holds the name, and the one that holds the content. */
const kinds = [
  { name: '$definition', content: 'model', find: ({ definition }: CodecOptions) => definition },
  { name: '$calendar', content: 'calendar', find: ({ calendar }: CodecOptions) => calendar && ((no: string) => calendar(Number(no))) },
] as const;
type Kind = (typeof kinds)[number];
const prefixes = kinds.map((kind) => ({ kind, prefix: Buffer.from(`{"${kind.name}":"`) }));

interface Pin { readonly kind: Kind; readonly id: string }

/** Data that is empty may be a plain array: protobuf's default, e.g. what an activity that returns nothing gives. */
function pinOf({ data }: Payload): Pin | null {
  if (data == null) return null;
  const found = prefixes.find(({ prefix }) => data.length > prefix.length && prefix.equals(data.subarray(0, prefix.length)));
  if (!found) return null;
  const text = Buffer.from(data);
  return { kind: found.kind, id: text.toString('utf8', found.prefix.length, text.indexOf('"', found.prefix.length)) };
}

export function payloadCodec(options: CodecOptions): PayloadCodec {
  const { keys } = options;
  return {
    encode: async (payloads) => payloads.map((p) => encryptPayload(contract(p), keys)),
    decode: async (payloads) => Promise.all(payloads.map(async (p) => expand(decryptPayload(p, keys), options))),
  };
}

export const dataConverter = (options: CodecOptions): DataConverter => ({ payloadCodecs: [payloadCodec(options)] });

export function payloadKeys(hexKey: string, id: string): PayloadKeys {
  return { current: id, keys: { [id]: Buffer.from(hexKey, 'hex') } };
}

function contract(payload: Payload): Payload {
  const pin = pinOf(payload);
  return pin ? { ...payload, data: Buffer.from(JSON.stringify({ [pin.kind.name]: pin.id })) } : payload;
}

/** An expansion is the same for ever; making it once keeps 40 KB of JSON off the path of every case. */
const expansions = new Map<string, Buffer>();

async function expand(payload: Payload, options: CodecOptions): Promise<Payload> {
  const pin = pinOf(payload);
  const find = pin?.kind.find(options);
  if (!pin || !find) return payload;
  const { kind, id } = pin;
  // Numbers of calendars are those of one database; definitions are named by their content.
  const cache = kind.name === '$definition' ? expansions : expansionsOf(options);
  let data = cache.get(id);
  if (!data) {
    data = Buffer.from(JSON.stringify({ [kind.name]: id, [kind.content]: await find(id) }));
    cache.set(id, data);
  }
  return { ...payload, data };
}

const calendars = new WeakMap<CodecOptions, Map<string, Buffer>>();
function expansionsOf(options: CodecOptions): Map<string, Buffer> {
  let found = calendars.get(options);
  if (!found) calendars.set(options, (found = new Map()));
  return found;
}
export type { PayloadKeys } from './encryption.ts';
