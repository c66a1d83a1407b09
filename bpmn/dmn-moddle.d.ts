/** The package has no types. */
declare module 'dmn-moddle' {
  export class DmnModdle {}
}
