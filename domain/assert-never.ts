/** Makes the compiler refuse a switch that forgets a member of a closed union. @throws always: reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
