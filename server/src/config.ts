import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCalendarDate } from './domain/model/entity.ts';
import { err, ok, type Result } from './domain/result.ts';

/** Which database serves the inventory, where the files of evidence are kept beside it, and which days are no business days beside the federal ones. */
export type StoreConfig = { readonly evidenceFolder: string; readonly holidays: readonly string[] } & (
  | { readonly kind: 'embedded'; readonly directory: string }
  | {
      readonly kind: 'neo4j';
      readonly uri: string;
      readonly user: string;
      readonly password: string;
      readonly database?: string;
    }
);

/** What serving needs to know. `seed` absent: an empty inventory stays empty. */
export interface ServeConfig {
  readonly store: StoreConfig;
  readonly host: string;
  readonly port: number;
  /** Names beside those of this computer and `host` that requests may be sent to. */
  readonly allowedHosts: readonly string[];
  /** How long a file may be that is sent to be imported, in MiB. */
  readonly maxUploadMib: number;
  readonly seed?: string;
}

/** The command line or the environment says something that cannot be meant; the message says what and how to mend it. */
export interface UsageInvalid {
  readonly type: 'UsageInvalid';
  readonly message: string;
}

/** The environment, as text. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Options as a command line gives them; each absent when it was not said. */
export interface ServeOptions {
  readonly data?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
  readonly seed?: string | undefined;
}

/** The defaults, as they are printed in the help. `data` is below the project's folder, from wherever it is started. */
export const defaults = {
  data: 'data/embedded',
  evidence: 'data/evidence',
  host: '127.0.0.1',
  port: 4400,
  seed: 'regional-hospital',
  maxUploadMib: 1_024,
} as const;

/** The environment and the arguments of this process: the one place that reads them. */
export const readProcess = (): { readonly environment: Environment; readonly argv: readonly string[] } => ({
  environment: process.env,
  argv: process.argv,
});

/** The top folder of the project: two above this file, whether it runs from `src` or from `dist`. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Returns which database is meant: Neo4j when NEO4J_URI is set, else the embedded one in a folder. Error: `UsageInvalid`. */
export const storeConfigOf = (
  environment: Environment,
  options: { readonly data?: string | undefined } = {},
): Result<StoreConfig, UsageInvalid> => {
  const uri = present(environment['NEO4J_URI']);
  const holidays = (environment['EHI_HOLIDAYS'] ?? '').split(/[\s,]+/).filter((day) => day !== '');
  const noDay = holidays.find((day) => !isCalendarDate(day));
  if (noDay !== undefined) {
    return err(usage(`EHI_HOLIDAYS has "${noDay}"; give days like 2026-12-24, separated by commas.`));
  }
  if (uri === undefined) {
    const directory = present(options.data) ?? present(environment['EHI_DATA']) ?? join(projectFolder, defaults.data);
    return ok({
      kind: 'embedded',
      directory,
      evidenceFolder: present(environment['EHI_EVIDENCE']) ?? join(directory, 'evidence'),
      holidays,
    });
  }
  if (!/^(neo4j|bolt)(\+s|\+ssc)?:\/\/./.test(uri)) {
    return err(usage(`NEO4J_URI is "${uri}"; it must look like neo4j://HOST:7687 or bolt://HOST:7687.`));
  }
  const password = environment['NEO4J_PASSWORD'];
  if (password === undefined) return err(usage('NEO4J_URI is set and NEO4J_PASSWORD is not. Set both, or neither.'));
  const database = present(environment['NEO4J_DATABASE']);
  return ok({
    kind: 'neo4j',
    evidenceFolder: present(environment['EHI_EVIDENCE']) ?? join(projectFolder, defaults.evidence),
    holidays,
    uri,
    user: present(environment['NEO4J_USER']) ?? 'neo4j',
    password,
    ...(database === undefined ? {} : { database }),
  });
};

/** Returns what serving needs, options before environment before defaults. Error: `UsageInvalid`. */
export const serveConfigOf = (environment: Environment, options: ServeOptions): Result<ServeConfig, UsageInvalid> => {
  const store = storeConfigOf(environment, options);
  if (!store.ok) return store;
  const port = present(options.port) ?? present(environment['PORT']) ?? String(defaults.port);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return err(usage(`${port} is not a port. Give a number from 0 to 65535; 0 takes any free one.`));
  }
  const seed = present(options.seed) ?? present(environment['EHI_SEED']) ?? defaults.seed;
  if (seed !== 'none' && !/^[a-z0-9][a-z0-9-]*$/.test(seed)) {
    return err(
      usage(`"${seed}" is not the name of an example inventory. Give the name of a folder under seeds/, or none.`),
    );
  }
  const allowedHosts = (environment['EHI_ALLOWED_HOSTS'] ?? '').split(/[\s,]+/).filter((name) => name !== '');
  const wrong = allowedHosts.find((name) => !/^([a-z0-9-]+(\.[a-z0-9-]+)*\.?|\[?[0-9a-f:.]+\]?)$/i.test(name));
  if (wrong !== undefined) {
    return err(usage(`EHI_ALLOWED_HOSTS has "${wrong}"; give names or addresses without port, separated by commas.`));
  }
  const maxUpload = present(environment['EHI_MAX_UPLOAD_MIB']) ?? String(defaults.maxUploadMib);
  if (!/^[1-9]\d{0,5}$/.test(maxUpload)) {
    return err(
      usage(`EHI_MAX_UPLOAD_MIB is "${maxUpload}"; give a whole number of MiB, such as ${defaults.maxUploadMib}.`),
    );
  }
  return ok({
    store: store.value,
    maxUploadMib: Number(maxUpload),
    allowedHosts,
    host: present(options.host) ?? defaults.host,
    port: Number(port),
    ...(seed === 'none' ? {} : { seed }),
  });
};

const present = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.trim();

const usage = (message: string): UsageInvalid => ({ type: 'UsageInvalid', message });
