import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi, loadTypeDefs, type ApiServices, type ViewServices } from '../api/index.ts';
import { createApplyChangeSet } from '../app/apply-change-set.ts';
import { createAttachEvidence } from '../app/attach-evidence.ts';
import { createClaimBasis } from '../app/claim-basis.ts';
import { createClaimSteps } from '../app/claim-steps.ts';
import { createDecideObservations } from '../app/decide-observations.ts';
import { createImportJobs } from '../app/import-jobs.ts';
import { createFindingChanges } from '../app/finding-changes.ts';
import { createReviewFindings } from '../app/review-finding.ts';
import { createUndoImport } from '../app/undo-import.ts';
import { createUploads, type Uploads } from '../app/uploads.ts';
import { createChangeFeed } from '../app/change-feed.ts';
import { createSharedRevision, withSharedRevision } from '../app/shared-revision.ts';
import { createCurrentGraph } from '../app/current-graph.ts';
import { createEndEntity } from '../app/end-entity.ts';
import { integrationKindsOf } from '../app/integration-kinds.ts';
import { importArtefact } from '../app/import-artefact.ts';
import { loadRulePacks, type RulePacks } from '../app/load-rule-packs.ts';
import { createRooms } from '../app/rooms/create-rooms.ts';
import { createProposeLine } from '../app/propose-line.ts';
import { createSearchInventory } from '../app/search-inventory.ts';
import { createWriteScenario } from '../app/write-scenario.ts';
import { createTakeBack } from '../app/take-back.ts';
import { createTurns } from '../app/turns.ts';
import { createViews, type View } from '../app/views.ts';
import { createWriteEntity } from '../app/write-entity.ts';
import { createAcceptProposal } from '../app/accept-proposal.ts';
import { createCaptureLine } from '../app/capture-line.ts';
import { createWriteMinutes } from '../app/minutes-of.ts';
import { createSaveWalkthrough } from '../app/save-walkthrough.ts';
import { createWriteWorkshop } from '../app/write-workshop.ts';
import { createWriteWorkshopItem } from '../app/write-workshop-item.ts';
import { defaults, projectFolder, type ServeConfig } from '../config.ts';
import type { CatalogueInvalid } from '../domain/catalogue/index.ts';
import { oncePer } from '../domain/once.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isLoopback } from '../http/allowed-host.ts';
import { createHttpServer } from '../http/create-server.ts';
import { searchCurrent } from '../store/index.ts';
import type { CliError, PortTaken } from './cli-error.ts';
import { openWorkspace, schemaFolder, type Workspace } from './open-workspace.ts';
import { loadSeed } from './load-seed.ts';
import { servicesOfView, type ViewServicesDeps } from './services-of-view.ts';
import type { Output } from './output.ts';

/** A server that answers. `stop` lets running requests end for a moment, then closes the store. */
export interface RunningServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** How long running requests may take to end once a stop is asked for, in milliseconds. */
const grace = 1_000;

/** Returns the server, listening, with its store open and, if that is asked for, an empty inventory filled. Nothing is left open on an error. */
export const startServer = async (config: ServeConfig, output: Output): Promise<Result<RunningServer, CliError>> => {
  const workspace = await openWorkspace(config.store, { create: true });
  if (!workspace.ok) return workspace;
  const seeded = await loadSeed(workspace.value, config.seed, output);
  const started = seeded.ok ? await serveWorkspace(workspace.value, config, output) : seeded;
  if (!started.ok) await workspace.value.close();
  return started;
};

/** Where a server listens, the names it answers to beside its own, and the folder of the built interface; the project's own when absent. */
export interface ServerPlace {
  readonly host: string;
  readonly port: number;
  readonly allowedHosts?: readonly string[];
  readonly maxUploadMib?: number;
  readonly webFolder?: string;
}

/** Returns the server over a store that is open already; `stop` closes it. */
export const serveWorkspace = async (
  workspace: Workspace,
  place: ServerPlace,
  output: Output,
): Promise<Result<RunningServer, PortTaken | CatalogueInvalid>> => {
  const { store } = workspace;
  const {
    host,
    port,
    allowedHosts = [],
    maxUploadMib = defaults.maxUploadMib,
    webFolder = join(projectFolder, 'web', 'dist'),
  } = place;
  const report = (requestId: string, cause: unknown): void =>
    output.err(
      `request ${requestId} failed: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`,
    );
  const packs = await loadRulePacks(schemaFolder, workspace.catalogues);
  if (!packs.ok) return packs;
  const uploads = createUploads({
    folder: await mkdtemp(join(tmpdir(), 'ehi-atlas-imports-')),
    maxBytes: maxUploadMib * 1_024 * 1_024,
  });
  const services = servicesOf(workspace, packs.value, uploads, (cause) => report('import', cause));
  const api = await createApi({
    typeDefs: await loadTypeDefs(schemaFolder),
    services,
    viewServices: viewServicesOf({ services, files: workspace.files }),
    report,
  });
  const { server, closeSockets } = createHttpServer({
    api,
    store,
    files: workspace.files,
    writeMinutes: services.writeMinutes,
    uploads,
    webFolder,
    host,
    allowedHosts,
    report,
  });
  const listening = await listen(server, host, port);
  if (!listening.ok) {
    await uploads.clear();
    await api.stop();
    return listening;
  }
  if (!isLoopback(host)) output.err(warnOfReach(host));
  // The first who asks should not wait for the inventory to be read. Where that fails now, they are told why.
  void services.currentGraph
    .get()
    .then((read) => read.ok && read.value.index)
    .catch((cause: unknown) => report('start', cause));
  const stop = async (): Promise<void> => {
    await closeSockets();
    await closeServer(server);
    await uploads.clear();
    await api.stop();
    await workspace.close();
  };
  return ok({ url: urlOf(host, listening.value), stop });
};

const warnOfReach = (host: string): string =>
  `Warning: it listens on ${host}, beyond this computer, and there is no sign-in: whoever reaches it can read and change the inventory. Put it behind a proxy that signs people in, and set EHI_ALLOWED_HOSTS to the names people use for it.`;

/** How often a database that others can write to is asked whether they did, while somebody follows: milliseconds. */
const pollMs = 250;

const servicesOf = (
  opened: Workspace,
  rulePacks: RulePacks,
  uploads: Uploads,
  report: (cause: unknown) => void,
): ApiServices => {
  const revision = createSharedRevision(opened.store);
  const workspace = { ...opened, store: withSharedRevision(opened.store, revision) };
  const runImport = importArtefact(workspace);
  const { store, catalogues, clock, calendar, files } = workspace;
  const currentGraph = createCurrentGraph({ store, integrationKinds: integrationKindsOf(catalogues) });
  const inTurn = createTurns();
  const search = createSearchInventory({ store, catalogues, currentGraph });
  const searchNames = createSearchInventory({ store: searchCurrent(currentGraph), catalogues, currentGraph });
  const proposeLine = createProposeLine({ catalogues, currentGraph, search: searchNames, now: clock.now });
  const workshops = { store, currentGraph, now: clock.now };
  return {
    store,
    catalogues,
    rulePacks,
    currentGraph,
    revision,
    changeFeed: createChangeFeed({ store, revision, pollMs }),
    rooms: createRooms({ now: clock.now, processes: store.processes }),
    calendar,
    now: clock.now,
    claimBasis: createClaimBasis({ store, catalogues, rulePacks, now: clock.now }),
    claimSteps: createClaimSteps({ store, rulePacks, now: clock.now }),
    attachEvidence: createAttachEvidence({ store, files, now: clock.now }),
    writeEntity: createWriteEntity({ store, catalogues, currentGraph, now: clock.now, inTurn }),
    reviewFindings: createReviewFindings({ store, catalogues, currentGraph, now: clock.now }),
    findingChanges: createFindingChanges({ store, catalogues }),
    endEntity: createEndEntity({ store }),
    applyChangeSet: createApplyChangeSet({ store, catalogues, currentGraph, now: clock.now, inTurn }),
    takeBack: createTakeBack({ store, currentGraph, now: clock.now, inTurn }),
    proposeLine,
    writeWorkshop: createWriteWorkshop({ ...workshops, catalogues }),
    writeWorkshopItem: createWriteWorkshopItem(workshops),
    captureLine: createCaptureLine({ ...workshops, proposeLine }),
    acceptProposal: createAcceptProposal({ ...workshops, catalogues, proposeLine, inTurn }),
    saveWalkthrough: createSaveWalkthrough(workshops),
    writeMinutes: createWriteMinutes({ ...workshops, files, catalogues }),
    importArtefact: runImport,
    importJobs: createImportJobs({ run: runImport, now: clock.now, report }),
    uploads,
    undoImport: createUndoImport({ store, now: clock.now }),
    decideObservations: createDecideObservations({ store, catalogues, now: clock.now }),
    search,
    writeScenario: createWriteScenario({ store, catalogues, currentGraph, now: clock.now, inTurn }),
  };
};

/** What opens views of the inventory, each with its own services for as long as it is kept. */
const viewServicesOf = (deps: ViewServicesDeps): ViewServices => {
  const open = createViews(deps.services);
  const servicesOf = oncePer((view: View) => servicesOfView(deps, view));
  return async (request) => {
    const view = await open(request);
    return view.ok ? ok(servicesOf(view.value)) : view;
  };
};

const listen = (server: Server, host: string, port: number): Promise<Result<number, PortTaken>> =>
  new Promise((resolve) => {
    server.once('error', (cause: NodeJS.ErrnoException) => resolve(err(explain(cause, host, port))));
    server.listen(port, host, () => resolve(ok((server.address() as AddressInfo).port)));
  });

const explain = (cause: NodeJS.ErrnoException, host: string, port: number): PortTaken => {
  const message =
    cause.code === 'EADDRINUSE'
      ? `Port ${port} on ${host} is taken by another program. Stop that one, or give another port: --port ${port + 1}.`
      : cause.code === 'EACCES'
        ? `Port ${port} may not be used by this user. Give one above 1023: --port 4400.`
        : `It is not possible to listen on ${host}, port ${port}: ${cause.message}.`;
  return { type: 'PortTaken', port, message };
};

const closeServer = async (server: Server): Promise<void> => {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  const last = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(last);
};

const urlOf = (host: string, port: number): string => {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
};
