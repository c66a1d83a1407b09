/** What a command is. Each lies in a file of its own in commands/ and is loaded only when it is asked for. */
export interface Command {
  /** @returns exit code */
  readonly run: (args: readonly string[]) => Promise<number>;
}
