/** What the provider and the tools that ask it call each other by. */
export const toolClient = 'banjie-cli';
export const demoPersonGrant = 'urn:banjie:demo-person';
