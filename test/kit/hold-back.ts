import type { Page, Request, Route } from 'playwright-core';

/** What a page asked of the API. */
export interface Sent {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request to the API asks. */
export const sentBy = (request: Request): Sent => request.postDataJSON() as Sent;

/** Holds back the requests that `held` picks until `go` is called; then lets all pass. */
export const holdBack = async (
  page: Page,
  held: (sent: Sent) => boolean,
): Promise<{ readonly go: () => Promise<void> }> => {
  const waiting: Route[] = [];
  let open = false;
  await page.route('**/graphql', async (route) => {
    if (!open && held(sentBy(route.request()))) waiting.push(route);
    else await route.continue();
  });
  return {
    go: async () => {
      open = true;
      await Promise.all(waiting.map((route) => route.continue()));
    },
  };
};
