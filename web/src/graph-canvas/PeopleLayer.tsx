import { useEffect, useRef, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { nearestBox } from './nearest-box.ts';
import type { Box, Point } from './scene.ts';
import type { ShownPart } from './shown-part.ts';
import './people.css';

/** Somebody else who looks at the inventory. `pointer` is where theirs is on this picture, told from the middle of a box. */
export interface LayerPerson {
  readonly client: string;
  readonly name: string;
  readonly letters: string;
  readonly colour: string;
  readonly selection: readonly string[];
  readonly pointer: { readonly anchor: string; readonly x: number; readonly y: number } | undefined;
}

/** A place on the picture, told from the middle of the box that is nearest to it. */
export interface PlaceByBox {
  readonly anchor: string;
  readonly x: number;
  readonly y: number;
}

/**
 * Others over a picture: a name tag on what each has selected, and their pointers. It takes no clicks and is hidden from assistive technology: the list of who is here and the
 * outline say the same. Where the own pointer goes is told by `onPointer`; undefined: off the picture.
 */
export const PeopleLayer = (props: {
  readonly people: readonly LayerPerson[];
  readonly boxes: readonly (Box & { readonly id: string })[];
  /** Where a thing is drawn: its box, that of its group, or the middle of its line. */
  readonly placeOf: (id: string) => Box | undefined;
  readonly frame: RefObject<((shown: ShownPart) => void) | undefined>;
  readonly shown: () => ShownPart | undefined;
  readonly onPointer: (place: PlaceByBox | undefined) => void;
}): ReactNode => {
  const { people, boxes, placeOf, frame, shown } = props;
  const layer = useRef<HTMLDivElement>(null);
  const plane = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const place = (now: ShownPart): void => {
      if (plane.current === null || layer.current === null || now.width === 0) return;
      const zoom = layer.current.clientWidth / now.width;
      plane.current.style.setProperty('--zoom', String(zoom));
      plane.current.style.transform = `translate(${-now.left * zoom}px, ${-now.top * zoom}px)`;
    };
    frame.current = place;
    const now = shown();
    if (now !== undefined) place(now);
    return () => void (frame.current = undefined);
  }, [frame, shown]);

  useEffect(() => {
    const picture = layer.current?.parentElement;
    if (picture === null || picture === undefined) return undefined;
    const onMove = (event: PointerEvent): void => {
      const now = latest.current.shown();
      const rect = layer.current?.getBoundingClientRect();
      if (now === undefined || rect === undefined || rect.width === 0 || event.pointerType === 'touch') return;
      const scale = now.width / rect.width;
      const point = {
        x: now.left + (event.clientX - rect.left) * scale,
        y: now.top + (event.clientY - rect.top) * scale,
      };
      const box = nearestBox(latest.current.boxes, point);
      latest.current.onPointer(
        box === undefined
          ? undefined
          : { anchor: box.id, x: Math.round(point.x - box.x), y: Math.round(point.y - box.y) },
      );
    };
    const onLeave = (): void => latest.current.onPointer(undefined);
    picture.addEventListener('pointermove', onMove, { passive: true });
    picture.addEventListener('pointerleave', onLeave);
    return () => {
      picture.removeEventListener('pointermove', onMove);
      picture.removeEventListener('pointerleave', onLeave);
      onLeave();
    };
  }, []);

  return (
    <div ref={layer} className="people-layer" aria-hidden="true">
      <div ref={plane} className="people-plane">
        {[...tagged(people, placeOf)].map(([id, { box, by }]) => (
          <div key={id} className="people-box" style={{ ...boxStyle(box), '--person': by[0]?.colour } as CSSProperties}>
            <span className="people-tags">
              {by.map(({ client, name, colour }) => (
                <span key={client} className="people-tag" style={{ '--person': colour } as CSSProperties}>
                  {name}
                </span>
              ))}
            </span>
          </div>
        ))}
        {people.flatMap(({ client, name, colour, pointer }) => {
          const place = pointer === undefined ? undefined : pointerPlace(pointer, boxes, placeOf);
          if (place === undefined) return [];
          const style = { ...pointStyle(place.x, place.y), '--person': colour } as CSSProperties;
          return [
            <div key={client} className="people-pointer" data-person={name} style={style}>
              <svg width="16" height="18" viewBox="0 0 16 18">
                <path d="M1 1l13 8-6 1.4L5 17Z" />
              </svg>
              <span className="people-tag">{name}</span>
            </div>,
          ];
        })}
      </div>
    </div>
  );
};

/** What is selected by others and drawn, with where it is and by whom. */
const tagged = (
  people: readonly LayerPerson[],
  placeOf: (id: string) => Box | undefined,
): ReadonlyMap<string, { readonly box: Box; readonly by: readonly LayerPerson[] }> => {
  const found = new Map<string, { box: Box; by: LayerPerson[] }>();
  for (const person of people)
    for (const id of person.selection) {
      const box = placeOf(id);
      if (box === undefined) continue;
      const key = `${box.x} ${box.y}`;
      const there = found.get(key) ?? { box, by: [] };
      if (!there.by.includes(person)) there.by.push(person);
      found.set(key, there);
    }
  return found;
};

/** Where a pointer is on this picture: beside its box, or within that of the group the box is folded into here. */
const pointerPlace = (
  { anchor, x, y }: PlaceByBox,
  boxes: readonly (Box & { readonly id: string })[],
  placeOf: (id: string) => Box | undefined,
): Point | undefined => {
  const box = boxes.find(({ id }) => id === anchor);
  if (box !== undefined) return { x: box.x + x, y: box.y + y };
  const group = placeOf(anchor);
  if (group === undefined) return undefined;
  const within = (offset: number, size: number): number => Math.max(-size / 2, Math.min(size / 2, offset));
  return { x: group.x + within(x, group.width), y: group.y + within(y, group.height) };
};

/** Places follow the zoom; sizes of tags and pointers do not. */
const pointStyle = (x: number, y: number): CSSProperties => ({
  left: `calc(${x}px * var(--zoom))`,
  top: `calc(${y}px * var(--zoom))`,
});
const boxStyle = ({ x, y, width, height }: Box): CSSProperties => ({
  ...pointStyle(x - width / 2, y - height / 2),
  width: `calc(${width}px * var(--zoom))`,
  height: `calc(${height}px * var(--zoom))`,
});
