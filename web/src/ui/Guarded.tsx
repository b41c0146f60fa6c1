import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

/** Something beside the screen that comes after it. Where it cannot be shown, `what` cannot, a line says so and why, and the rest of the page goes on. */
export const Guarded = (props: { readonly what: string; readonly children: ReactNode }): ReactNode => (
  <ErrorBoundary instead={lineFor(props.what)}>
    <Suspense fallback={null}>{props.children}</Suspense>
  </ErrorBoundary>
);

const lineFor =
  (what: string) =>
  (message: string, retry: () => void): ReactNode => (
    <span className="guarded" role="alert" title={message}>
      {what} cannot be shown.{' '}
      <span className="unseen">{message} The rest of the page goes on. Loading the page anew may help.</span>
      <button type="button" className="link-button" onClick={retry}>
        Try again
      </button>
    </span>
  );
