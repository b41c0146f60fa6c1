import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { TraceData } from './trace-data.ts';

/** What is traced: the classes above it, its name, its USCDI version and whether it is in the designated record set. */
export const TraceTitle = ({
  trace,
  part,
}: {
  readonly trace: TraceData;
  readonly part: string | undefined;
}): ReactNode => {
  const { dataClass } = trace;
  const facts = [dataClass.uscdi ? `USCDI ${dataClass.uscdi}` : 'not in USCDI', drsWords(dataClass.drsStatus)];
  const words = [...facts, `as of ${trace.asOf}`, ...(part === undefined ? [] : [part])].join(' · ');
  return (
    <div className="title">
      <h1>
        {dataClass.partOf ? (
          <>
            <Link href={`/trace?class=${encodeURIComponent(dataClass.partOf.id)}`}>{dataClass.partOf.name}</Link>
            <span aria-hidden="true"> › </span>
          </>
        ) : null}
        {dataClass.name}
      </h1>
      <span className="quiet" title={words}>
        {words}
      </span>
    </div>
  );
};

const drsByStatus: Readonly<Record<string, string>> = {
  YES: 'in the designated record set',
  USUALLY: 'usually in the designated record set',
  DEPENDS: 'in the designated record set, depending on use',
  NO: 'not in the designated record set',
  EXCLUDED: 'excluded from the designated record set',
  UNDECIDED: 'designated record set undecided',
};

/** Whether a class is in the designated record set (45 CFR 164.501), in words. */
export const drsWords = (status: string): string => drsByStatus[status] ?? status;
