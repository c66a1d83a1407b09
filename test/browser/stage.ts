/** What a file of browser tests plays on: the whole stack and a browser, there before its first test and gone after its last. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, onTestFailed } from 'vitest';
import { demoToken } from '../../cli/oidc/demo-token.ts';
import { readSecrets } from '../../cli/stack/secrets.ts';
import { launchBrowser } from '../../web/browser.ts';
import { startWholeStack, type WholeStack } from '../support/whole-stack.ts';

export interface Stage extends Pick<WholeStack, 'url' | 'databaseUrl'> {
  readonly browser: Browser;
  /** Asks the API as a demo person, without a browser. */
  readonly call: <T>(path: string, as: string, body?: unknown) => Promise<{ readonly status: number; readonly body: T }>;
}

/** @param prepare what stands in the system before anybody sits down */
export function openStage(prepare?: (stage: Stage) => Promise<void>): Stage {
  let stack: WholeStack | undefined;
  let browser: Browser | undefined;
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage is not set before the first test');
    return thing;
  };
  const stage: Stage = {
    get url() { return there(stack).url; },
    get databaseUrl() { return there(stack).databaseUrl; },
    get browser() { return there(browser); },
    call: async <T>(path: string, as: string, body?: unknown) => {
      const { issuer } = (await (await fetch(`${stage.url}/api/v1/sign-in`)).json()) as { issuer: string };
      const token = await demoToken(issuer, there(readSecrets(there(stack).files.secrets) ?? undefined).provider.toolSecret, as);
      const answer = await fetch(`${stage.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as T };
    },
  };
  beforeAll(async () => {
    [stack, browser] = await Promise.all([startWholeStack(), launchBrowser()]);
    await prepare?.(stage);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  }, 60_000);
  return stage;
}

/** The tests of a file are chapters that follow from each other: after one has failed, the next would only fail for its sake. */
export function inChapters(): void {
  let failed = false;
  beforeEach(({ skip }) => {
    skip(failed, 'an earlier chapter failed');
    onTestFailed(() => { failed = true; });
  });
}
