import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openImports } from './import-kit.ts';

const folder = fileURLToPath(new URL('../../../shared/samples/capability/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const unread = files.length === 0 ? ` (skipped: there is no folder of them at ${folder})` : '';

/** What is known about the statements from reading them by hand. */
const facts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'acme-r4-minimal.json': { release: 'R4', resourceTypes: 2 },
  'acme-r4-minimal-extensions.json': { release: 'R4', resourceTypes: 2 },
  'allscripts-dstu2-sandbox.json': { release: 'DSTU2', resourceTypes: 14, truncated: false, platformDefault: false },
  'azure-api-for-fhir-r4-truncated.json': { release: 'R4', resourceTypes: 39, truncated: true, platformDefault: true },
  'cerner-dstu2-2018.json': { release: 'DSTU2', resourceTypes: 27, truncated: false },
  'cerner-dstu2-2018-extensions.json': { release: 'DSTU2', resourceTypes: 27 },
  'epic-dstu2-sandbox-may2019.json': { release: 'DSTU2', resourceTypes: 17 },
  'epic-stu3-sandbox-feb2019.json': { release: 'STU3', resourceTypes: 22 },
  'no-vendor-dstu2.json': { release: 'DSTU2', resourceTypes: 27 },
  'nuts-mcsd-update-r4.json': { nature: 'REQUIREMENTS', resourceTypes: 7 },
  'nuts-medicatieoverdracht-r4.json': { nature: 'REQUIREMENTS', resourceTypes: 2 },
  'nuts-pip-r4.json': { nature: 'REQUIREMENTS', resourceTypes: 2 },
  'us-core-client-9.0.0.json': { nature: 'REQUIREMENTS', sides: 'client', resourceTypes: 31 },
  'us-core-server-9.0.0.json': { nature: 'REQUIREMENTS', sides: 'server', resourceTypes: 31 },
};

describe.skipIf(files.length === 0)(`real statements${unread}`, () => {
  it.each(files)('%s is read as what it is', async (name) => {
    const { read, graph } = await openImports();
    const report = await read(name, { bytes: readFileSync(join(folder, name)) });
    expect(report.artefact).toMatchObject(facts[name] ?? { truncated: false });
    const after = await graph();
    if (report.artefact['nature'] === 'REQUIREMENTS') {
      expect(report.expected).toHaveLength(Number(report.artefact['resourceTypes']));
      expect([after.System.size, after.AccessChannel.size, after.DataClass.size]).toStrictEqual([0, 0, 0]);
    } else {
      expect(after.System.size).toBe(1);
      const channel = after.AccessChannel.get(report.channel ?? '');
      expect(channel?.releases.map(({ dataClass }) => dataClass)).toStrictEqual(
        report.exposed.map(({ dataClass }) => dataClass).toSorted(),
      );
      expect(channel?.releases.every(({ grade }) => grade === 'ADVERTISED')).toBe(true);
    }
  });

  it('the same server read from two statements is one system with one channel', async () => {
    const { read, graph } = await openImports();
    for (const name of ['cerner-dstu2-2018.json', 'cerner-dstu2-2018-extensions.json', 'no-vendor-dstu2.json'])
      await read(name, { bytes: readFileSync(join(folder, name)) });
    const after = await graph();
    expect([after.System.size, after.AccessChannel.size, after.ImportRun.size]).toStrictEqual([1, 1, 3]);
  });
});
