/** The HTTP server around the provider: its protocol, the page on which one chooses a person, and the fonts of that page. */
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type Provider from 'oidc-provider';
import { demoPerson } from '../demo/people.ts';
import { loopback } from '../stack/ports.ts';
import { errorPage, signInPage } from './pages.ts';
import { createProvider, type ProviderOptions } from './provider.ts';

export interface RunningProvider { readonly issuer: string; readonly close: () => Promise<void> }
export interface ServeOptions extends Omit<ProviderOptions, 'issuer'> { readonly port: number }

const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));

/** @param options.port 0 takes a free one */
export async function serveProvider({ port, ...options }: ServeOptions): Promise<RunningProvider> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, loopback, resolve));
  const address = server.address();
  const issuer = `http://${loopback}:${typeof address === 'object' && address ? address.port : port}`;
  const provider = createProvider({ ...options, issuer });
  const protocol = provider.callback();
  const home = options.consoleOrigins[0] ?? '/';
  server.on('request', (request, response) => {
    answer(request, response, provider, protocol, home).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      if (!response.headersSent) html(response, 500, errorPage('internal', home));
    });
  });
  return { issuer, close: () => close(server, options.state.flush) };
}

type Protocol = ReturnType<Provider['callback']>;

async function answer(request: IncomingMessage, response: ServerResponse, provider: Provider, protocol: Protocol, home: string): Promise<void> {
  // A page of another site that made its name point here would carry that name.
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) return html(response, 421, errorPage('wrong host', home));
  const path = new URL(request.url ?? '/', 'http://local').pathname;
  if (path === '/healthz') return void response.setHeader('content-type', 'application/json').end('{"status":"ok"}');
  if (path.startsWith('/fonts/')) return font(path.slice('/fonts/'.length), response);
  const uid = /^\/sign-in\/([\w-]+)$/.exec(path)?.[1];
  if (uid === undefined) return void (await protocol(request, response));
  return signIn(request, response, provider, uid, home);
}

async function signIn(request: IncomingMessage, response: ServerResponse, provider: Provider, uid: string, home: string): Promise<void> {
  try {
    // Bound to the browser by a cookie: another site cannot choose for it.
    await provider.interactionDetails(request, response);
  } catch {
    return html(response, 400, errorPage('登录已过期 this sign-in is over', home));
  }
  if (request.method !== 'POST') return html(response, 200, signInPage(uid));
  const person = demoPerson(new URLSearchParams(await bodyOf(request)).get('person') ?? '');
  if (!person) return html(response, 422, signInPage(uid));
  await provider.interactionFinished(request, response, { login: { accountId: person.id } }, { mergeWithLastSubmission: false });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) if ((body += String(chunk)).length > 1_000) return '';
  return body;
}

function html(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/html; charset=utf-8').setHeader('cache-control', 'no-store').setHeader('x-frame-options', 'DENY').end(body);
}

function font(name: string, response: ServerResponse): void {
  const match = /^(?:(\d00\.css)|(files\/[\w-]+\.woff2))$/.exec(name);
  if (!match) return void response.writeHead(404).end();
  response.setHeader('content-type', match[1] ? 'text/css' : 'font/woff2').setHeader('cache-control', 'public, max-age=86400');
  createReadStream(join(fonts, name)).once('error', () => response.writeHead(404).end()).pipe(response);
}

function close(server: Server, flush: () => void): Promise<void> {
  flush();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
