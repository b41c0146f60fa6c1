import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { ReportData } from './import-entry.ts';
import { reconcileHref } from './words.ts';

/** Says that the very same file was imported before, and offers to do it again. */
export const SameFile = (props: {
  readonly run: string;
  readonly report: ReportData;
  readonly isReady: boolean;
  readonly onAgain: () => void;
}): ReactNode => {
  const compare = reconcileHref(props.report.kind, props.run);
  return (
    <div className="notice notice-partial">
      <div>
        <p className="notice-title">This very file was imported before. Importing it now changes nothing.</p>
        <div className="notice-body">
          {props.report.title ? `${props.report.title}. ` : ''}
          {compare === undefined ? null : (
            <>
              <Link href={compare}>See what that import saw</Link>.{' '}
            </>
          )}
          If it should be read once more, for example after the reading of such files got better, import it again.
        </div>
        <button
          type="button"
          className="button"
          aria-disabled={!props.isReady}
          onClick={() => {
            if (props.isReady) props.onAgain();
          }}
        >
          Import it again
        </button>
      </div>
    </div>
  );
};
