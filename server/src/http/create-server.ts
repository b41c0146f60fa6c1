import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Api } from '../api/index.ts';
import type { EvidenceFiles } from '../app/evidence-files.ts';
import type { WriteMinutes } from '../app/minutes-of.ts';
import type { Uploads } from '../app/uploads.ts';
import type { GraphStore } from '../store/port.ts';
import { createHostCheck } from './allowed-host.ts';
import { handOutEvidence } from './evidence-route.ts';
import { answerGraphQL, failure } from './graphql-route.ts';
import { live, ready } from './health.ts';
import { addLiveSocket } from './live-socket.ts';
import { takeUpload } from './import-route.ts';
import { handOutMinutes, minutesAsked } from './minutes-route.ts';
import { respond, type Reply } from './respond.ts';
import { securityHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';

export interface HttpServerOptions {
  readonly api: Api;
  readonly store: GraphStore;
  /** The files of evidence, handed out as downloads. */
  readonly files: EvidenceFiles;
  /** The minutes of workshops, handed out as downloads. */
  readonly writeMinutes: WriteMinutes;
  /** The files that were sent to be imported. */
  readonly uploads: Uploads;
  /** The built interface; where it is not built, `/` says so. */
  readonly webFolder: string;
  readonly host: string;
  /** Names beside those of this computer and `host` that requests may be sent to. */
  readonly allowedHosts?: readonly string[];
  readonly report: (requestId: string, cause: unknown) => void;
}

/** The server, and what ends its WebSocket connections, which a server does not end by itself. */
export interface HttpServer {
  readonly server: Server;
  readonly closeSockets: () => Promise<void>;
}

/** Returns the HTTP server, not yet listening: `/graphql` (POST and WebSocket), `/health/live`, `/health/ready`, `/evidence/ID`, `/workshops/ID/minutes.md` (`.html`, `.csv`), `POST /imports` and the interface at `/`. */
export const createHttpServer = (options: HttpServerOptions): HttpServer => {
  const { api, store, files, writeMinutes, uploads, webFolder, host, allowedHosts, report } = options;
  const staticFiles = createStaticFiles(webFolder);
  const isAllowedHost = createHostCheck(host, allowedHosts);

  const answer = async (request: IncomingMessage, requestId: string): Promise<Reply> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!isAllowedHost(request)) {
      return failure(
        421,
        'WRONG_HOST',
        'This server does not answer to that name. Use localhost, or start it with EHI_ALLOWED_HOSTS set to the names people use for it, separated by commas.',
        requestId,
      );
    }
    if (path === '/graphql') return answerGraphQL(api, request, requestId);
    if (path === '/imports' && request.method === 'POST') return takeUpload(uploads, request, requestId);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return failure(405, 'METHOD_NOT_ALLOWED', 'Only GET and HEAD are answered here.', requestId, {
        allow: 'GET, HEAD',
      });
    }
    if (path === '/health/live') return live();
    if (path === '/health/ready') return ready(store);
    if (path.startsWith('/evidence/')) return handOutEvidence(store, files, request, path, requestId);
    const minutes = minutesAsked(path);
    if (minutes !== undefined) return handOutMinutes(writeMinutes, request, minutes, requestId);
    return (await staticFiles(path, request.headers['if-none-match'])) ?? notFound(path, requestId);
  };

  const server = createServer({ requestTimeout: 600_000, headersTimeout: 20_000 }, (request, response) => {
    const requestId = randomUUID();
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader('x-request-id', requestId);
    answer(request, requestId)
      .catch((cause: unknown) => {
        report(requestId, cause);
        return failure(
          500,
          'INTERNAL_SERVER_ERROR',
          'Something went wrong inside the server; the log has the cause.',
          requestId,
        );
      })
      .then((reply) => respond(request, response, reply))
      .catch((cause: unknown) => {
        report(requestId, cause);
        response.destroy();
      });
  });
  return { server, closeSockets: addLiveSocket({ server, api, isAllowedHost }) };
};

const notFound = (path: string, requestId: string): Reply =>
  path === '/'
    ? {
        status: 503,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        body: 'The interface is not built. Run "npm start" at the top of the project, which builds it, or "npm run build". The API is at /graphql.\n',
      }
    : failure(
        404,
        'NOT_FOUND',
        `There is nothing at this address. The API is at /graphql, the interface at /.`,
        requestId,
      );
