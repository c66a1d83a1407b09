/** The packages have types of the elements, none of themselves. */
declare module 'bpmn-moddle' {
  import type { Moddle } from './moddle.ts';

  export const BpmnModdle: new (packages: Readonly<Record<string, unknown>>) => Moddle;
}
declare module 'moddle-xml' {
  import type { Element } from './moddle.ts';

  export class Reader {
    constructor(options: { readonly model: object; readonly lax: boolean });
    handler(type: string): object;
    fromXML(xml: string, handler: object): Promise<{ readonly rootElement: Element }>;
  }
}
