/** One JSON log line per event (pino). No personal data: callers name cases by id and people not at all. */
import { pino, type Logger } from 'pino';

export type Log = Logger;

export const createLog = (level: string, service: string): Log =>
  pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: ['req.headers.authorization', 'headers.authorization'], remove: true } });
