/** Standard output of whatever length: a command's end exits the process, and what a pipe has not taken by then would be cut off. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())));
