import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition, end, flow, start } from '../../test/engine/models.ts';
import { payloadCodec } from './codec.ts';

const key = randomBytes(32);
const keys = { current: '1', keys: { '1': key } };
const model = definition([start, end()], [flow('start', 'end')]);
const client = payloadCodec({ keys });
let lookUps = 0;
const worker = payloadCodec({ keys, definition: async () => (lookUps++, model) });
const through = async (codec: ReturnType<typeof payloadCodec>, ...payloads: Payload[]): Promise<Payload[]> => codec.encode(payloads);
const value = (payload: Payload | undefined): unknown => defaultPayloadConverter.fromPayload(payload!);

describe('the payload codec', () => {
  it('gives back what went in, and shows nothing of it on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const [sealed] = await through(client, defaultPayloadConverter.toPayload({ secret: '梁雪 13800000000', json })!);
        expect(Buffer.from(sealed!.data!).includes('梁雪')).toBe(false);
        expect(value((await client.decode([sealed!]))[0])).toEqual(JSON.parse(JSON.stringify({ secret: '梁雪 13800000000', json })));
      }),
      { numRuns: 50 },
    );
  });

  it('puts the model in for the worker, once per hash, and takes it out again for the history', async () => {
    const [reference] = await through(client, defaultPayloadConverter.toPayload({ $definition: 'abc' })!);
    const [first] = await worker.decode([reference!]);
    await worker.decode([reference!]);
    expect(value(first)).toEqual({ $definition: 'abc', model });
    expect(lookUps).toBe(1);
    const [back] = await through(worker, first!);
    expect(value((await client.decode([back!]))[0])).toEqual({ $definition: 'abc' });
  });

  it('does the same for a calendar, whose numbers are those of one database', async () => {
    const tables = (version: string) => ({ version, years: {} });
    const [here, there] = ['here', 'there'].map((version) => payloadCodec({ keys, calendar: async (no) => tables(`${version} ${no}`) }));
    const [reference] = await through(client, defaultPayloadConverter.toPayload({ $calendar: '7' })!);
    const [first] = await here!.decode([reference!]);
    expect(value(first)).toEqual({ $calendar: '7', calendar: tables('here 7') });
    expect(value((await there!.decode([reference!]))[0])).toEqual({ $calendar: '7', calendar: tables('there 7') });
    const [back] = await through(here!, first!);
    expect(value((await client.decode([back!]))[0])).toEqual({ $calendar: '7' });
  });

  it('takes a payload without data, as an activity that returns nothing gives it', async () => {
    const [sealed] = await through(client, defaultPayloadConverter.toPayload(undefined)!);
    expect(value((await worker.decode([sealed!]))[0])).toBeUndefined();
  });

  it('refuses a payload that was changed, or sealed with a key it does not have', async () => {
    const [sealed] = await through(client, defaultPayloadConverter.toPayload({ a: 1 })!);
    const changed = { ...sealed!, data: Buffer.from(sealed!.data!) };
    changed.data[changed.data.length - 1]! ^= 1;
    await expect(client.decode([changed])).rejects.toThrow();
    await expect(payloadCodec({ keys: { current: '2', keys: { '2': randomBytes(32) } } }).decode([sealed!])).rejects.toThrow('payload key 1 is not configured');
  });
});
