/** The shared Postgres and Temporal server, for one test file: a database and a task queue of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { inject } from 'vitest';
import { temporalBinary, temporalTestServer } from '../../cli/stack/temporal-binary.ts';
import { onFileDone } from './cleanup.ts';

export interface TestDatabase { readonly url: string; readonly name: string }

/** A migrated, empty database that only the caller knows. It ends with the run. */
export const freshDatabase = (): Promise<TestDatabase> => createDatabase(inject('stack').template);

/** A database without the schema. */
export const emptyDatabase = (): Promise<TestDatabase> => createDatabase('template1');

async function createDatabase(template: string): Promise<TestDatabase> {
  const { adminUrl } = inject('stack');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, name };
}

export const temporalAddress = (): string => inject('stack').temporalAddress;

/** A client's connection to the shared Temporal server, closed when the file is done. */
export async function temporalConnection(): Promise<Connection> {
  const connection = await Connection.connect({ address: temporalAddress() });
  onFileDone(() => connection.close());
  return connection;
}

/** A worker's connection to the shared Temporal server, closed when the file is done: shut the workers down before. */
export async function nativeConnection(): Promise<NativeConnection> {
  const connection = await NativeConnection.connect({ address: temporalAddress() });
  onFileDone(() => connection.close());
  return connection;
}

export const freshTaskQueue = (): string => `test-${randomUUID()}`;

/** A key for the payload codec, as PAYLOAD_KEY wants it. */
export const freshPayloadKey = (): string => randomBytes(32).toString('hex');

/** A Temporal server of its own whose clock jumps to the next timer whenever somebody waits for a result. Ended when the file is done. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = await temporalBinary(temporalTestServer, { env: process.env, report: () => undefined });
  const environment = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  onFileDone(() => environment.teardown());
  return environment;
}
