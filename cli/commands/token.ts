/** `banjie token <user>`: a bearer token of a demo person, from the provider of the running stack, alone on standard output. */
import type { Command } from '../command.ts';
import { demoPerson } from '../demo/people.ts';
import { demoToken } from '../oidc/demo-token.ts';
import { StackFault } from '../stack/fault.ts';
import { banjieHome } from '../stack/places.ts';
import { homeFiles } from '../stack/home.ts';
import { isRunning } from '../stack/process-identity.ts';
import { readRunRecord } from '../stack/run-record.ts';
import { readSecrets } from '../stack/secrets.ts';
import { listOfPeople } from './people.ts';

export const token: Command = {
  run: async ([person]) => {
    if (!person || !demoPerson(person)) {
      process.stderr.write(`${person ? `There is no demo person "${person}".` : 'Whose token? Usage: banjie token <user>'}\n\n${listOfPeople()}\n`);
      return 2;
    }
    const home = banjieHome(process.env);
    const files = homeFiles(home);
    const run = readRunRecord(files.run);
    const secrets = readSecrets(files.secrets);
    if (!run?.addresses || !secrets || !isRunning(run.supervisor)) throw new StackFault(`The stack at ${home} does not run; start it with "npm start" (BANJIE_HOME chooses another).`);
    const { issuer, localProvider } = run.addresses;
    if (!localProvider) throw new StackFault(`This stack signs people in with ${issuer}; only the local provider has demo people.`);
    const bearer = await demoToken(issuer, secrets.provider.toolSecret, person).catch((error: unknown) => {
      if (error instanceof TypeError) throw new StackFault(`The sign-in service at ${issuer} does not answer; see ${files.log('oidc')}.`);
      throw error;
    });
    process.stdout.write(`${bearer}\n`);
    return 0;
  },
};
