import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import { HeldClassesDocument } from './documents.ts';

/** Says that ways without a class are connections only, and offers the classes that the start holds. */
export const WaysClasses = (props: {
  /** The view id of the start; empty while none is chosen. */
  readonly from: string;
  readonly onClass: (dataClass: string) => void;
}): ReactNode => {
  const start = thingOf(props.from);
  const query = useQuery(HeldClassesDocument, start === undefined ? undefined : { system: start.id }, { keep: true });
  const node = query.phase === 'ready' ? query.data.node : undefined;
  const held = node?.__typename === 'System' ? node.holds.map(({ dataClass }) => dataClass) : [];
  return (
    <p className="ways-classes">
      <span>No class chosen: these are connections. Choose a class to see what travels.</span>
      {start === undefined || held.length === 0 ? null : (
        <label>
          What the start holds{' '}
          <select value="" onChange={(event) => props.onClass(event.target.value)}>
            <option value="">choose</option>
            {held.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </p>
  );
};
