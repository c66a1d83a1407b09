#!/usr/bin/env node
// Plain JavaScript that old Nodes can read too: it has to be able to say that they are too old.
const [major, minor] = process.versions.node.split('.').map(Number);
const say = (sentence) => {
  process.stderr.write(sentence + '\n');
  process.exit(1);
};

if (major < 20 || (major === 20 && minor < 19)) say('Banjie needs Node 20.19 or later; this is ' + process.version + '.');

let tsx;
try {
  tsx = await import('tsx/esm/api');
} catch {
  say('The dependencies are not installed; run "npm ci" in the folder of the project first.');
}
tsx.register();
await import('./main.ts');
