import { useCallback, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { readStored, store } from './stored.ts';

/** A size that is remembered, in pixels, and the way to change it. */
export const usePanelSize = (
  name: string,
  normal: number,
  range: readonly [number, number],
): readonly [number, (size: number) => void] => {
  const [size, setSize] = useState(() => clamp(Number(readStored(`panel.${name}`) ?? normal) || normal, range));
  const [least, most] = range;
  const change = useCallback(
    (next: number) => {
      const clamped = clamp(next, [least, most]);
      setSize(clamped);
      store(`panel.${name}`, String(clamped));
    },
    [name, least, most],
  );
  return [size, change];
};

const clamp = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** The bar between two panels: drag it, or focus it and use the arrow keys; double click or Enter folds the panel away and back. `grows` says which way makes the panel larger. */
export const Splitter = (props: {
  readonly label: string;
  readonly grows: 'right' | 'left' | 'up';
  readonly size: number;
  readonly normal: number;
  readonly range: readonly [number, number];
  readonly onSize: (size: number) => void;
}): ReactNode => {
  const vertical = props.grows !== 'up';
  const sign = props.grows === 'right' ? 1 : -1;
  const [drag, setDrag] = useState<{ readonly at: number; readonly size: number }>();
  const place = (event: PointerEvent): number => (vertical ? event.clientX : event.clientY);
  const toggle = (): void => props.onSize(props.size <= props.range[0] ? props.normal : props.range[0]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') toggle();
    const step = { ArrowRight: 16, ArrowLeft: -16, ArrowDown: 16, ArrowUp: -16 }[event.key];
    if (step === undefined || vertical !== (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) return;
    event.preventDefault();
    props.onSize(props.size + sign * step);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuenow={props.size}
      aria-valuemin={props.range[0]}
      aria-valuemax={props.range[1]}
      className={`splitter ${vertical ? 'splitter-vertical' : 'splitter-horizontal'}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ at: place(event), size: props.size });
      }}
      onPointerMove={(event) => {
        if (drag !== undefined) props.onSize(drag.size + sign * (place(event) - drag.at));
      }}
      onDoubleClick={toggle}
      onPointerUp={() => setDrag(undefined)}
      onPointerCancel={() => setDrag(undefined)}
    />
  );
};
