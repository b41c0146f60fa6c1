import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';
import neo4j from 'neo4j-driver';

/** A server of our own: where its data is, on which port it listens, and the process that runs now. */
export interface OwnServer {
  readonly home: string;
  readonly port: number;
  readonly pid: number;
}

/** The test run's main process: workers come and go with their files, the server stays as long as this does. */
const owner = isMainThread ? process.ppid : process.pid;
const stateFile = join(tmpdir(), `ehi-atlas-neo4j-${owner}.json`);

/** Stops the server and removes its data once the test run is over, however it ended. */
const watcher = `
  const { existsSync, readFileSync, rmSync } = require('node:fs');
  const [owner, stateFile] = process.argv.slice(1);
  const alive = (pid) => { try { process.kill(pid, 0); return true; } catch { return false; } };
  const tick = () => {
    if (alive(Number(owner)) && existsSync(stateFile)) return;
    clearInterval(timer);
    const { pid, home } = JSON.parse(readFileSync(stateFile, 'utf8'));
    if (alive(pid)) process.kill(pid, 'SIGKILL');
    setTimeout(() => { rmSync(home, { recursive: true, force: true }); rmSync(stateFile, { force: true }); }, 1000);
  };
  const timer = setInterval(tick, 500);
`;

/** The bolt address of a server of ours. */
export const addressOf = (server: OwnServer): string => `bolt://127.0.0.1:${server.port}`;

/** The server that this test run started before, if any. */
export const runningServer = async (): Promise<OwnServer | undefined> =>
  existsSync(stateFile) ? (JSON.parse(await readFile(stateFile, 'utf8')) as OwnServer) : undefined;

/** What a server has beyond what the tests need: plugins as jars, the memory of its heap, lines of its configuration. */
export interface ServerExtras {
  readonly plugins?: readonly string[];
  readonly heap?: string;
  readonly settings?: readonly string[];
}

/** Starts a new server with an empty database on a free loopback port; resolves when it answers. */
export const createNeo4jServer = async (
  java: string,
  classpath: string,
  { plugins = [], heap = '1g', settings = [] }: ServerExtras = {},
): Promise<OwnServer> => {
  const home = await mkdtemp(join(tmpdir(), 'ehi-atlas-neo4j-'));
  const port = await freePort();
  await mkdir(join(home, 'conf'));
  await writeFile(join(home, 'conf', 'neo4j.conf'), configuration(port, settings));
  // Procedures are looked for in the folder, what starts with the server on the class path.
  await mkdir(join(home, 'plugins'));
  for (const jar of plugins) await copyFile(jar, join(home, 'plugins', basename(jar)));
  const command = { java, classpath: [classpath, ...plugins].join(delimiter), heap };
  await writeFile(join(home, 'command.json'), JSON.stringify(command));
  const server = await launch({ home, port, pid: 0 });
  spawn(process.execPath, ['-e', watcher, String(owner), stateFile], { detached: true, stdio: 'ignore' }).unref();
  await untilItAnswers(server);
  return server;
};

/** Ends the server's process and waits until it is gone; its data stays. */
export const stopNeo4jServer = async ({ pid }: OwnServer): Promise<void> => {
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid) && waited < 60_000; waited += 100) await sleep(100);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
};

/** Starts a stopped server again with its data, on its port; resolves when it answers. */
export const restartNeo4jServer = async (stopped: OwnServer): Promise<OwnServer> => {
  const server = await launch(stopped);
  await untilItAnswers(server);
  return server;
};

const configuration = (port: number, settings: readonly string[]): string =>
  [
    'server.bolt.enabled=true',
    `server.bolt.listen_address=127.0.0.1:${port}`,
    `server.bolt.advertised_address=127.0.0.1:${port}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=128m',
    ...settings,
    '',
  ].join('\n');

const launch = async ({ home, port }: OwnServer): Promise<OwnServer> => {
  const { java, classpath, heap } = JSON.parse(await readFile(join(home, 'command.json'), 'utf8')) as Record<
    string,
    string
  >;
  const opened = ['java.nio', 'java.io', 'java.util.concurrent', 'sun.nio.ch'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  const log = openSync(join(home, 'console.log'), 'a');
  const command = [
    '-Xms256m',
    `-Xmx${heap}`,
    ...opened,
    '-cp',
    classpath ?? '',
    'org.neo4j.server.CommunityEntryPoint',
  ];
  const child = spawn(java ?? 'java', [...command, `--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`], {
    cwd: home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  closeSync(log);
  const server = { home, port, pid: child.pid ?? 0 };
  await writeFile(stateFile, JSON.stringify(server));
  return server;
};

const untilItAnswers = async (server: OwnServer): Promise<void> => {
  const driver = neo4j.driver(addressOf(server), neo4j.auth.basic('neo4j', ''), { connectionTimeout: 2_000 });
  try {
    for (let waited = 0; waited < 120_000; waited += 250) {
      if (!isAlive(server.pid)) break;
      const answers = await driver.verifyConnectivity().then(
        () => true,
        () => false,
      );
      if (answers) return;
      await sleep(250);
    }
  } finally {
    await driver.close();
  }
  const log = await readFile(join(server.home, 'console.log'), 'utf8');
  await rm(stateFile, { force: true });
  throw new Error(`Neo4j did not start:\n${log.slice(-2_000)}`);
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return pid !== 0;
  } catch {
    return false;
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
