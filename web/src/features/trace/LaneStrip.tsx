import type { ReactNode } from 'react';
import type { Scene } from '../../graph-canvas/scene.ts';
import type { ShownPart } from '../../graph-canvas/shown-part.ts';

/** The titles of the lanes at the top of the picture, each over its lane, once those drawn in it are out of sight above. Decoration: the outline says the same. */
export const LaneStrip = ({ scene, shown }: { readonly scene: Scene; readonly shown: ShownPart }): ReactNode => {
  if (shown.top <= 0) return null;
  return (
    <div className="lane-strip" aria-hidden="true">
      {scene.lanes.map((lane) => (
        <span
          key={lane.id}
          style={{
            left: `${((lane.x - lane.width / 2 - shown.left) / shown.width) * 100}%`,
            width: `${(lane.width / shown.width) * 100}%`,
          }}
        >
          {lane.title}
        </span>
      ))}
    </div>
  );
};
