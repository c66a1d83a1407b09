/** What this start is to run, and where: from the environment, with the defaults of a local stack. */
import { EnvironmentError, readEnvironment, type Environment } from '../../config/environment.ts';
import { consoleFolder, workflowBundle } from './builds.ts';
import { StackFault } from './fault.ts';
import { loopback } from './ports.ts';

export interface Plan {
  readonly environment: Environment;
  /** Ports of the services that the stack itself runs; null where an address of another was given. */
  readonly postgresPort: number | null;
  readonly temporalPort: number | null;
  readonly temporalUiPort: number | null;
  readonly providerPort: number | null;
  /** Where people reach the API and the console. */
  readonly url: string;
  readonly consoleOrigins: readonly string[];
}

type Variables = Readonly<Record<string, string | undefined>>;

const defaultPorts = { BANJIE_OIDC_PORT: 3002, BANJIE_PG_PORT: 25432, BANJIE_TEMPORAL_PORT: 27233 } as const;

/** @param secrets of this home; a PAYLOAD_KEY in the environment goes before. @throws StackFault */
export function planStack(variables: Variables, secrets: { readonly payloadKey: string; readonly databaseUrl: (port: number) => string }): Plan {
  const postgresPort = variables.DATABASE_URL ? null : portOf(variables, 'BANJIE_PG_PORT');
  const temporalPort = variables.TEMPORAL_ADDRESS ? null : portOf(variables, 'BANJIE_TEMPORAL_PORT');
  const providerPort = variables.OIDC_ISSUER ? null : portOf(variables, 'BANJIE_OIDC_PORT');
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const environment = read({
    ...given,
    ...(postgresPort === null ? {} : { DATABASE_URL: secrets.databaseUrl(postgresPort) }),
    ...(temporalPort === null ? {} : { TEMPORAL_ADDRESS: `${loopback}:${temporalPort}` }),
    ...(providerPort === null ? {} : { OIDC_ISSUER: `http://${loopback}:${providerPort}` }),
    PAYLOAD_KEY: variables.PAYLOAD_KEY || secrets.payloadKey,
    CONSOLE_DIR: variables.CONSOLE_DIR || consoleFolder,
    WORKFLOW_BUNDLE: variables.WORKFLOW_BUNDLE || workflowBundle,
  });
  const { HOST, PORT } = environment;
  const host = HOST === '0.0.0.0' || HOST === '::' ? loopback : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
  return {
    environment, postgresPort, temporalPort, providerPort, url,
    temporalUiPort: variables.BANJIE_TEMPORAL_UI_PORT ? portNumber('BANJIE_TEMPORAL_UI_PORT', variables.BANJIE_TEMPORAL_UI_PORT) : null,
    consoleOrigins: [...new Set([url, `http://${loopback}:${PORT}`, `http://localhost:${PORT}`])],
  };
}

function portOf(variables: Variables, name: keyof typeof defaultPorts): number {
  const text = variables[name];
  return text ? portNumber(name, text) : defaultPorts[name];
}

function portNumber(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StackFault(`${name}=${text} is no port; it takes a number from 1 to 65535.`);
}

function read(variables: Variables): Environment {
  try {
    return readEnvironment(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) throw new StackFault(error.message);
    throw error;
  }
}
