import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../neo4j/', import.meta.url));
const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'ehi-atlas');

/** What it takes to start Neo4j, or the sentence that says what is missing. */
export type Java = { readonly java: string; readonly classpath: string } | { readonly missing: string };

/** A Java that Neo4j 5.26 supports, with Neo4j's jars: from the cache, else from Maven, whose progress is shown. */
export const findJava = async (): Promise<Java> => {
  const java = await findRuntime();
  if (java === undefined) return { missing: 'no Java 17 or 21 (JAVA_HOME, PATH, /usr/lib/jvm)' };
  const found = await findJars('neo4j', 'pom.xml');
  return 'missing' in found ? found : { java, classpath: found.jars.join(delimiter) };
};

/** Jars as paths, or the sentence that says what is missing. */
export type Jars = { readonly jars: readonly string[] } | { readonly missing: string };

/** The jars of APOC's core and of what it needs, found as Neo4j's own are. Only the benchmark wants them. */
export const findApoc = (): Promise<Jars> => findJars('apoc', 'apoc.pom.xml');

const findJars = async (name: string, pomFile: string): Promise<Jars> => {
  const pom = join(folder, pomFile);
  const version = createHash('sha256')
    .update(await readFile(pom))
    .digest('hex')
    .slice(0, 12);
  const file = join(cache, `${name}-${version}.classpath`);
  const cached = existsSync(file) ? (await readFile(file, 'utf8')).trim() : '';
  if (cached !== '' && cached.split(delimiter).every((jar) => existsSync(jar)))
    return { jars: cached.split(delimiter) };

  if (spawnSync('mvn', ['-v'], { stdio: 'ignore' }).status !== 0)
    return { missing: `no Maven (mvn) to fetch ${name} with` };
  await mkdir(cache, { recursive: true });
  const failure = await runMaven(name, [
    '-B',
    '-f',
    pom,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${file}.part`,
  ]);
  if (failure !== undefined) return { missing: failure };
  const classpath = (await readFile(`${file}.part`, 'utf8')).trim();
  await writeFile(file, classpath);
  return { jars: classpath.split(delimiter) };
};

const isSupported = (java: string): boolean => {
  const { stderr } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return /version "(?:17|21)\./.test(stderr ?? '');
};

const findRuntime = async (): Promise<string | undefined> => {
  const home = process.env['JAVA_HOME'];
  const installed = '/usr/lib/jvm';
  const others = existsSync(installed) ? (await readdir(installed)).toSorted() : [];
  const candidates = [
    ...(home === undefined ? [] : [join(home, 'bin', 'java')]),
    'java',
    ...others.map((name) => join(installed, name, 'bin', 'java')),
  ];
  return candidates.find(isSupported);
};

/** Runs Maven with its output shown; resolves to what went wrong, or `undefined`. */
const runMaven = (name: string, args: readonly string[]): Promise<string | undefined> =>
  new Promise((resolve) => {
    process.stderr.write(`Fetching ${name}: mvn ${args.join(' ')}\n`);
    const maven = spawn('mvn', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let last = '';
    const show = (chunk: Buffer) => {
      last = (last + chunk.toString()).slice(-2_000);
      process.stderr.write(chunk);
    };
    maven.stdout.on('data', show);
    maven.stderr.on('data', show);
    maven.on('error', (error) => resolve(`Maven did not run: ${error.message}`));
    maven.on('close', (code) => resolve(code === 0 ? undefined : `Maven failed (exit ${code}):\n${last}`));
  });
