import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';

interface TroubleProps {
  readonly title?: string;
  /** What went wrong, as a sentence. */
  readonly message: ReactNode;
  readonly onRetry: () => void;
}

const retryAction = ({ onRetry }: TroubleProps) => ({ label: 'Try again', onClick: onRetry });

/** Something could not be fetched: what, why, and the way to try again. */
export const FailedNotice = (props: TroubleProps & { readonly title: string }): ReactNode => (
  <Notice kind="failed" title={props.title} action={retryAction(props)}>
    {props.message}
  </Notice>
);

/** What is shown is there, and could not be brought up to date. */
export const StaleNotice = (props: TroubleProps): ReactNode => (
  <Notice kind="partial" title={props.title ?? 'This is the last state that arrived.'} action={retryAction(props)}>
    {props.message}
  </Notice>
);

/** A page that has a notice and nothing else. */
export const LonePage = (props: { readonly children: ReactNode }): ReactNode => (
  <main className="lone" id="main">
    <h1 className="unseen">EHI Atlas</h1>
    {props.children}
  </main>
);
