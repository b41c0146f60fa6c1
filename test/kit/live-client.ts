import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** A change as the tests read it. */
export interface LiveChange {
  readonly revision: number;
  readonly actor: string;
  readonly concept: string;
  readonly entity: string;
}

/** A subscription to changes that collects what comes. */
export interface Follower {
  readonly changes: readonly LiveChange[];
  /** What ended it, if something did. */
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  /** Resolves when so many changes came, fails after ten seconds. */
  readonly until: (count: number) => Promise<void>;
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

const document = 'subscription ($after: Int) { changed(after: $after) { revision actor concept entity } }';

/** Follows the changes at a server, as a client does; it does not connect again by itself. */
export const followChanges = (url: string, after?: number): Follower => {
  const client: Client = createClient({
    url: new URL('/graphql', url.replace(/^http/, 'ws')).href,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    lazyCloseTimeout: 0,
  });
  const changes: LiveChange[] = [];
  const errors: { message: string; code: unknown }[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const check of waiting) check();
  };
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = client.subscribe<{ changed: LiveChange }>(
    { query: document, variables: { after } },
    {
      next: ({ data, errors: failed }) => {
        if (data?.changed !== undefined && data.changed !== null) changes.push(data.changed);
        for (const { message, extensions } of failed ?? []) errors.push({ message, code: extensions?.['code'] });
        wake();
      },
      error: (cause) => {
        const list = Array.isArray(cause) ? cause : [cause];
        for (const each of list as { message?: string; reason?: string; extensions?: { code?: unknown } }[])
          errors.push({ message: each.message ?? each.reason ?? String(each), code: each.extensions?.code });
        wake();
        end();
      },
      complete: () => end(),
    },
  );
  return {
    changes,
    errors,
    ended,
    until: (count) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`${changes.length} of ${count} changes came; ${JSON.stringify(errors)}`)),
          10_000,
        );
        const check = (): void => {
          if (changes.length < count) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    stop: () => {
      stop();
      void client.dispose();
    },
  };
};
