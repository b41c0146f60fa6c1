import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import { FileReport } from './FileReport.tsx';
import type { ReportData } from './import-entry.ts';
import { reconcileHref } from './words.ts';

/** What an import did, with the ways on from there. */
export const ImportResult = (props: { readonly job: string; readonly report: ReportData }): ReactNode => {
  const compare = reconcileHref(props.report.kind, props.report.run);
  return (
    <>
      <FileReport job={props.job} report={props.report} isDryRun={false} />
      <p className="row next">
        {compare === undefined ? null : <Link href={compare}>Compare what it saw with the inventory</Link>}
        <Link href="/findings?rule=uninventoried">Findings: seen, but not in the inventory</Link>
        <Link href="/findings?rule=silent-filter">Findings: held back without a record</Link>
      </p>
    </>
  );
};
