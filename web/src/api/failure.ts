/**
 * Why an answer did not come. `code` is the API's permanent code, or NETWORK when nothing answered and UNREADABLE when what answered is not the API.
 * `message` says what happened and how to mend it; `requestId` is what an operator looks for in the log.
 */
export interface ApiFailure {
  readonly type: 'ApiFailure';
  readonly code: string;
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId?: string;
  readonly field?: string;
  /** What there is to choose from instead, to be shown as a list. */
  readonly choices?: readonly string[];
}

/** What came of a request. */
export type ApiResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ApiFailure };

/** The failure for a server that does not answer at all. */
export const networkFailure: ApiFailure = {
  type: 'ApiFailure',
  code: 'NETWORK',
  message: 'The server does not answer. Check that EHI Atlas is running and that this computer can reach it.',
  retryable: true,
};

/** The failure for an answer that is not the API's. */
export const unreadableFailure = (status: number): ApiFailure => ({
  type: 'ApiFailure',
  code: 'UNREADABLE',
  message: `The server answered with status ${status} and no readable data. Reload the page; if it stays, the server or something before it is at fault.`,
  retryable: status >= 500,
});
