/** What a worker runs. Every case is served by the default export, whatever its process; each other workflow by its name. */
export { default } from './case-workflow.ts';
export { caseWalk } from './case-walk.ts';
