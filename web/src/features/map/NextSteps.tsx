import type { ReactNode } from 'react';
import { thingOf } from '../../graph-model/map/map-picture.ts';
import type { MapBox } from '../../graph-model/map/map-view.ts';
import { WhatIfLinks } from '../../editing/WhatIfLinks.tsx';
import { Link } from '../../ui/Link.tsx';
import type { InspectorProps } from './MapInspector.tsx';

/** What can be done next with the boxes that are selected: each is a key, too. */
export const NextSteps = (props: InspectorProps & { readonly boxes: readonly MapBox[] }): ReactNode => {
  const { boxes, actions, params } = props;
  const ids = boxes.map((box) => box.id);
  const [first] = boxes;
  const one = boxes.length === 1 ? first : undefined;
  const thing = one === undefined ? undefined : thingOf(one.id);
  const pinned = ids.length > 0 && ids.every((id) => props.pins.has(id));
  return (
    <section>
      <h3>Next</h3>
      <p className="button-row">
        {thing === undefined ? null : (
          <Link className="button" href={`/record?concept=${thing.concept}&id=${encodeURIComponent(thing.id)}`}>
            Record
          </Link>
        )}
        {one === undefined || params.dataClass === undefined ? null : (
          <Link
            className="button"
            href={`/trace?class=${encodeURIComponent(params.dataClass)}&sel=${encodeURIComponent(one.id)}`}
          >
            Trace the class
          </Link>
        )}
        <button type="button" className="button" onClick={() => actions.centreOn(ids)}>
          Centre here
        </button>
        {thing?.concept === 'SYSTEM' && one !== undefined ? (
          <button type="button" className="button" onClick={() => props.onWays({ from: one.id })}>
            Ways from here
          </button>
        ) : null}
        {thing !== undefined && one !== undefined ? (
          <button type="button" className="button" onClick={() => props.onWays({ to: one.id })}>
            Ways to here
          </button>
        ) : null}
        <button type="button" className="button" aria-pressed={pinned} onClick={() => props.onPin(ids)}>
          {pinned ? 'Pinned' : 'Pin'}
        </button>
        <button type="button" className="button" onClick={() => actions.hide(ids)}>
          Take out
        </button>
      </p>
      {thing === undefined ? null : <WhatIfLinks concept={thing.concept} id={thing.id} />}
    </section>
  );
};
