import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import type { TraceData } from './trace-data.ts';

/** For audiences that get nothing of the class: the way to ask which changes would release it to them. `only` is one audience, by id. */
export const HowReleased = (props: { readonly trace: TraceData; readonly only?: string }): ReactNode => {
  const { trace } = props;
  const served = new Set(
    trace.outcomes
      .filter(({ outcome }) => outcome === 'RELEASED' || outcome === 'LIMITED' || outcome === 'PARTIAL')
      .map(({ audience }) => audience.id),
  );
  const without = trace.audiences.filter(({ id }) => !served.has(id) && (props.only === undefined || id === props.only));
  if (without.length === 0) return null;
  return (
    <section>
      <h3>{props.only === undefined ? 'Who gets nothing of it' : 'Nothing of it is released here'}</h3>
      <ul className="plain">
        {without.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/what-if?page=release&class=${encodeURIComponent(trace.dataClass.id)}&audience=${encodeURIComponent(id)}`}
            >
              How could it be released to {name}?
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
