/** The package has no types. */
declare module 'dmn-moddle' {
  import type { Element } from './moddle.ts';

  export class DmnModdle {
    fromXML(xml: string, type: string): Promise<{ readonly rootElement: Element; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
