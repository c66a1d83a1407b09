/**
 * Loaded by every thread of the worker process (`--import`). In the threads that run workflows the SDK notes a stack trace for every promise, so that
 * the query __stack_trace can say where an execution stands; it costs a quarter of their time. A case stands where its record says, and
 * its workflow has one loop: the query says instead that it is switched off, as the SDK provides for where Node has no promise hooks.
 */
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  const { createHook } = v8.promiseHooks;
  v8.promiseHooks.createHook = (hooks) => {
    // Node's own, for AsyncLocalStorage, which the SDK needs, follows promises before and after they run as well.
    if (hooks.before || hooks.after) return createHook(hooks);
    throw new Error('stack traces of promises are switched off');
  };
}
