/** The package has types of the elements, none of itself. */
declare module 'bpmn-moddle' {
  import type { Moddle } from './moddle.ts';

  export const BpmnModdle: new (packages: Readonly<Record<string, unknown>>) => Moddle;
}
