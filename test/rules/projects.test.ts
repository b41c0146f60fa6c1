import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, projectRoot } from './project-files.ts';

interface Listed {
  readonly file: string;
  readonly projectName: string;
}

/** Every test file that vitest would run, with its project; paths from the root. */
const listed = (): readonly Listed[] => {
  const { stdout } = spawnSync(
    process.execPath,
    [join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'), 'list', '--filesOnly', '--json'],
    { cwd: projectRoot, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  );
  return (JSON.parse(stdout) as readonly Listed[]).map(({ file, projectName }) => ({
    file: file.slice(projectRoot.length + 1).replaceAll('\\', '/'),
    projectName,
  }));
};

const testFiles = ['server/src', 'web/src', 'test', 'schema', 'seeds'].flatMap((folder) =>
  projectFiles(folder, (path) => /\.(test|spec)\.tsx?$/.test(path)),
);

it('runs every test file of the repository, in exactly one test project', () => {
  expect(testFiles.length).toBeGreaterThan(10);
  expect(
    listed()
      .map(({ file }) => file)
      .toSorted(),
  ).toEqual(testFiles.map(({ path }) => path).toSorted());
});

it('keeps the files that share the one Neo4j apart from each other', () => {
  const users = testFiles.filter(({ content }) => /from '[^']*\/kit\/neo4j\.ts'/.test(content)).map(({ path }) => path);
  const alone = listed().filter(({ projectName }) => projectName === 'neo4j');
  expect(alone.map(({ file }) => file).toSorted()).toEqual(users.toSorted());
});
