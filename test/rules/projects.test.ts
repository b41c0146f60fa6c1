import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, projectRoot } from './project-files.ts';

it('runs every test file of the repository, in exactly one test project', () => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'), 'list', '--filesOnly', '--json'],
    { cwd: projectRoot, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  const listed = (JSON.parse(stdout) as readonly { readonly file: string }[]).map(({ file }) =>
    file.slice(projectRoot.length + 1).replaceAll('\\', '/'),
  );
  const present = ['server/src', 'web/src', 'test', 'schema', 'seeds'].flatMap((folder) =>
    projectFiles(folder, (path) => /\.(test|spec)\.tsx?$/.test(path)).map(({ path }) => path),
  );
  expect(present.length).toBeGreaterThan(10);
  expect(listed.toSorted()).toEqual(present.toSorted());
});
