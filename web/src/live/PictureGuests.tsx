import { useCallback, useMemo, type ReactNode, type RefObject } from 'react';
import { PeopleLayer, type PlaceByBox } from '../graph-canvas/PeopleLayer.tsx';
import type { ShownPart } from '../graph-canvas/shown-part.ts';
import type { Box } from '../graph-canvas/scene.ts';
import { guestsOf, writePicture } from './guests.ts';
import { ownClient, tell } from './own-state.ts';
import { isPointerShown } from './pointer-shown.ts';
import { usePeople } from './room-store.ts';

/**
 * The others over a picture, and the own pointer told to them. `picture` names what is drawn: who looks at a picture of the same name sees this page's pointer, at the
 * same box even where it is laid out otherwise.
 */
export const PictureGuests = (props: {
  readonly picture: string;
  readonly boxes: readonly (Box & { readonly id: string })[];
  readonly placeOf: (id: string) => Box | undefined;
  readonly frame: RefObject<((shown: ShownPart) => void) | undefined>;
  readonly shown: () => ShownPart | undefined;
}): ReactNode => {
  const { picture, ...layer } = props;
  const people = usePeople();
  const guests = useMemo(() => guestsOf(people, ownClient, picture), [people, picture]);
  const onPointer = useCallback(
    (place: PlaceByBox | undefined) =>
      tell({
        pointer:
          place === undefined || !isPointerShown()
            ? null
            : { picture: writePicture(picture, place.anchor), x: place.x, y: place.y },
      }),
    [picture],
  );
  return <PeopleLayer {...layer} people={guests} onPointer={onPointer} />;
};
