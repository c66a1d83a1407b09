/** Tokens of demo people without a browser, from the running provider: the API checks them like any other. */
import { z } from 'zod';
import { demoPersonGrant, toolClient } from './names.ts';

const answerSchema = z.object({ access_token: z.string() });

/** @throws TypeError where the provider does not answer, Error where it refuses */
export async function demoToken(issuer: string, toolSecret: string, person: string): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${toolClient}:${toolSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: demoPersonGrant, person }),
  });
  if (!response.ok) throw new Error(`the provider refused: ${await response.text()}`);
  return answerSchema.parse(await response.json()).access_token;
}
