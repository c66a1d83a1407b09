/** Headers that keep a browser from doing with the console what nobody meant. Answers that carry their own (the API's pages) keep them. */
import type { FastifyInstance } from 'fastify';

export function installSecurityHeaders(app: FastifyInstance, issuer: string): void {
  const provider = new URL(issuer).origin;
  const policy = [
    `default-src 'self'`, `connect-src 'self' ${provider}`, `form-action 'self' ${provider}`, `img-src 'self' data:`, `font-src 'self' data:`,
    `base-uri 'none'`, `object-src 'none'`, `frame-ancestors 'none'`,
  ].join('; ');
  app.addHook('onSend', async (_, reply) => {
    const unlessSet = (name: string, value: string): void => {
      if (!reply.hasHeader(name)) reply.header(name, value);
    };
    unlessSet('content-security-policy', policy);
    unlessSet('x-content-type-options', 'nosniff');
    unlessSet('referrer-policy', 'no-referrer');
    unlessSet('x-frame-options', 'DENY');
    unlessSet('cross-origin-opener-policy', 'same-origin');
    unlessSet('permissions-policy', 'camera=(), geolocation=(), microphone=()');
    // Case data must not stay in caches that others may look into; the files of the console say otherwise for themselves.
    unlessSet('cache-control', 'no-store');
  });
}
