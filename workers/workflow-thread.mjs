/**
 * Loaded by every thread of the worker process (`--import`). In the threads that run workflows the SDK notes a stack trace for every promise, so that
 * the query __stack_trace can say where an execution stands; it costs a quarter of their time. A case stands where its record says, and
 * its workflow has one loop: the query says instead that it is switched off, as the SDK provides for where Node has no promise hooks.
 */
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  v8.promiseHooks.createHook = () => {
    throw new Error('stack traces of promises are switched off');
  };
}
