/** The workflow bundle: everything that runs inside Temporal's isolate, in one file. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type BundleOptions } from '@temporalio/worker';

const path = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url));
export const workflowsPath = path('workflows/index.ts');

type WebpackHook = NonNullable<BundleOptions['webpackConfigHook']>;

/** The SDK has TypeScript compiled down to ES2017, where every object spread is a call of a helper; the engine lives by spreads. */
const asWritten: WebpackHook = (config) => ({
  ...config,
  module: {
    ...config.module,
    rules: (config.module?.rules ?? []).map((rule) => {
      const use = typeof rule === 'object' && rule ? rule.use : undefined;
      if (typeof use !== 'object' || !('options' in use) || typeof use.options !== 'object' || !('jsc' in use.options)) return rule;
      const jsc: object = use.options['jsc'];
      return { ...(rule as object), use: { ...use, options: { ...use.options, jsc: { ...jsc, target: 'es2022' } } } };
    }),
  },
});

/**
 * The pure engine is loaded once per worker, not once per case: each case would otherwise build the tables of the expression parser and of the
 * calendar anew (milliseconds). It keeps nothing of a case, and the SDK freezes what is shared; what it imports comes along.
 */
const shared = ['engine/decide', 'engine/due', 'engine/evolve', 'engine/between/owes', 'engine/change/recompute', 'engine/state-size', 'calendar/work-calendar', 'record/append', 'record/open-tasks', 'record/project', 'record/unseen'];

export const bundlerOptions = { webpackConfigHook: asWritten, preloadModules: shared.map((module) => path(`domain/${module}.ts`)) } satisfies Partial<BundleOptions>;

/** Builds the bundle into `outFile`; takes seconds, so the stack keeps it as long as its sources are unchanged. */
export async function buildWorkflowBundle(outFile: string): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet, ...bundlerOptions });
  await writeFile(outFile, code);
}

const nothing = (): void => undefined;
/** webpack's notes on sizes are no news to anybody who starts a stack. */
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: (message: string) => void process.stderr.write(`${message}\n`) };
