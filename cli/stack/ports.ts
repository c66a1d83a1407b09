/** TCP ports of this machine. Everything the stack starts listens on the loopback address. */
import { createServer } from 'node:net';
import { errnoOf, StackFault } from './fault.ts';

export const loopback = '127.0.0.1';

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> => listenBriefly(0);

/** @throws StackFault that names the port and the variable by which another is chosen */
export async function requireFree(port: number, what: string, variable: string, host = loopback): Promise<void> {
  try {
    await listenBriefly(port, host);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'EADDRINUSE') throw new StackFault(`Port ${port}, wanted for ${what}, is taken by another program; choose a free one with ${variable}=<port>.`);
    if (code === 'EACCES') throw new StackFault(`Port ${port}, wanted for ${what}, may not be used by this user; choose one above 1023 with ${variable}=<port>.`);
    if (code === 'EADDRNOTAVAIL') throw new StackFault(`HOST=${host} is no address of this machine; ${what} cannot listen on it.`);
    throw error;
  }
}

function listenBriefly(port: number, host = loopback): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}
