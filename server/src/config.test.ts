import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder, serveConfigOf, storeConfigOf } from './config.ts';

describe('serveConfigOf', () => {
  it('has the defaults where nothing is said', () => {
    expect(serveConfigOf({}, {})).toEqual({
      ok: true,
      value: {
        store: {
          kind: 'embedded',
          directory: join(projectFolder, 'data', 'embedded'),
          evidenceFolder: join(projectFolder, 'data', 'embedded', 'evidence'),
          holidays: [],
        },
        host: '127.0.0.1',
        port: 4400,
        allowedHosts: [],
        maxUploadMib: 1_024,
        seed: 'regional-hospital',
      },
    });
  });

  it('takes the command line before the environment', () => {
    const environment = { PORT: '5000', EHI_DATA: '/env', EHI_SEED: 'clinic' };
    const fromEnvironment = serveConfigOf(environment, {});
    expect(fromEnvironment).toMatchObject({ value: { port: 5000, store: { directory: '/env' }, seed: 'clinic' } });
    const said = serveConfigOf(environment, { port: '0', data: '/said', seed: 'none', host: '::1' });
    expect(said).toEqual({
      ok: true,
      value: {
        store: { kind: 'embedded', directory: '/said', evidenceFolder: join('/said', 'evidence'), holidays: [] },
        host: '::1',
        port: 0,
        allowedHosts: [],
        maxUploadMib: 1_024,
      },
    });
  });

  it.each(['-1', '65536', '80.5', 'http', '123456'])('refuses the port %s', (port) => {
    expect(serveConfigOf({}, { port })).toMatchObject({ ok: false, error: { type: 'UsageInvalid' } });
  });

  it.each(['../clinic', 'a/b', '.', '-x'])('refuses the example %s: a name, never a path', (seed) => {
    expect(serveConfigOf({}, { seed })).toMatchObject({ ok: false, error: { type: 'UsageInvalid' } });
  });
});

describe('how long a file may be that is sent', () => {
  it('comes from the environment, in MiB', () => {
    expect(serveConfigOf({ EHI_MAX_UPLOAD_MIB: '20' }, {})).toMatchObject({ value: { maxUploadMib: 20 } });
  });

  it.each(['0', '-1', 'much', '1.5'])('is refused when it is no whole number: %s', (said) => {
    expect(serveConfigOf({ EHI_MAX_UPLOAD_MIB: said }, {})).toMatchObject({ error: { type: 'UsageInvalid' } });
  });
});

describe('the names a server answers to', () => {
  it('come from the environment', () => {
    const names = 'atlas.example.org, 10.1.2.3,[fd00::1]';
    expect(serveConfigOf({ EHI_ALLOWED_HOSTS: names }, {})).toMatchObject({
      value: { allowedHosts: ['atlas.example.org', '10.1.2.3', '[fd00::1]'] },
    });
  });

  it.each(['http://atlas', 'atlas:4400', '*', 'a b!'])('are refused when one is no name: %s', (names) => {
    expect(serveConfigOf({ EHI_ALLOWED_HOSTS: names }, {})).toMatchObject({ error: { type: 'UsageInvalid' } });
  });
});

describe('what is kept beside the database', () => {
  it('are the files of evidence and further holidays, from the environment', () => {
    const environment = { EHI_EVIDENCE: '/kept', EHI_HOLIDAYS: '2026-12-24, 2026-12-26' };
    expect(storeConfigOf(environment)).toMatchObject({
      value: { evidenceFolder: '/kept', holidays: ['2026-12-24', '2026-12-26'] },
    });
    expect(storeConfigOf({ EHI_HOLIDAYS: '24 December' })).toMatchObject({ error: { type: 'UsageInvalid' } });
  });
});

describe('storeConfigOf', () => {
  const neo4j = { NEO4J_URI: 'neo4j://db:7687', NEO4J_PASSWORD: 'secret' };

  it('takes Neo4j when its address is set, whatever --data says', () => {
    expect(storeConfigOf(neo4j, { data: '/said' })).toEqual({
      ok: true,
      value: {
        kind: 'neo4j',
        uri: 'neo4j://db:7687',
        user: 'neo4j',
        password: 'secret',
        evidenceFolder: join(projectFolder, 'data', 'evidence'),
        holidays: [],
      },
    });
    const named = storeConfigOf({ ...neo4j, NEO4J_USER: 'atlas', NEO4J_DATABASE: 'ehi' });
    expect(named).toMatchObject({ value: { user: 'atlas', database: 'ehi' } });
  });

  it.each([
    { NEO4J_URI: 'neo4j://db:7687' },
    { NEO4J_URI: 'http://db', NEO4J_PASSWORD: 'x' },
    { NEO4J_URI: 'bolt://', NEO4J_PASSWORD: 'x' },
  ])('refuses half an address: %j', (environment) => {
    expect(storeConfigOf(environment)).toMatchObject({ ok: false, error: { type: 'UsageInvalid' } });
  });
});
