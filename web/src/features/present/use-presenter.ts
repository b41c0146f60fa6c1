import { useCallback, useEffect, useRef, useState } from 'react';
import { setPresented, usePresented } from '../../present/presented.ts';
import { useWalk, type Walk } from '../../present/walk.ts';
import { announce } from '../../ui/live.ts';
import { moveIn, type Level } from './presenter-moves.ts';

/** The walk as it stands, and the ways to go on in it. */
export interface Presenter {
  readonly walk: Walk | undefined;
  readonly level: Level;
  /** The step that is spoken of, from 0, undefined while all of it is. */
  readonly step: number | undefined;
  readonly sentence: string | undefined;
  /** Said when a press led nowhere; undefined after one that did. */
  readonly told: string | undefined;
  readonly spotlit: boolean;
  readonly move: (by: 1 | -1) => void;
  readonly deeper: () => void;
  readonly outwards: () => void;
  readonly toggleSpotlight: () => void;
}

/** Stops to go along instead of what the screen offers, e.g. those of a walkthrough. `go` answers what is said where there is no further one. */
export interface Stops {
  readonly go: (by: 1 | -1) => string | undefined;
}

/** Ties the keys of a walk to what the screen offers and to what is presented. */
export const usePresenter = (stops: Stops | undefined): Presenter => {
  const walk = useWalk();
  const presented = usePresented();
  const [wanted, setLevel] = useState<Level>();
  const [told, tell] = useState<string>();
  const level = wanted === undefined || (wanted === 'stop' && stops === undefined) ? (stops ? 'stop' : 'item') : wanted;
  const step = walk?.at === undefined || presented.step === undefined ? undefined : presented.step;
  const current = step === undefined ? undefined : walk?.steps[step];
  const spoken = current?.spotlight ?? walk?.spotlight ?? nothing;
  const spotlit = presented.spotlight.length > 0;
  const sentence = current?.sentence ?? walk?.sentence;

  // The light goes along with what is spoken of. While a screen is still fetching what that is, e.g. anew with other names, the light stays where it was.
  const spokenKey = spoken.join('\n');
  const isComing = walk === undefined || (spokenKey === '' && walk.isComing);
  useEffect(() => {
    if (spotlit && !isComing) setPresented({ spotlight: spokenKey === '' ? [] : spokenKey.split('\n') });
  }, [spotlit, spokenKey, isComing]);
  const position = walk?.position;
  useEffect(() => {
    if (position !== undefined && sentence !== undefined) announce(`${position}. ${sentence}`);
  }, [position, sentence]);

  // Where further ones had to be fetched first, the press goes on when they are there.
  const waiting = useRef<number>(undefined);
  const go = useCallback((to: Walk, at: number, at2: number | undefined): void => {
    tell(undefined);
    setPresented({ step: at2 });
    if (at !== to.at) to.go(at);
  }, []);
  useEffect(() => {
    if (walk === undefined || waiting.current === undefined || walk.ready <= waiting.current) return;
    const next = waiting.current;
    waiting.current = undefined;
    go(walk, next, level === 'step' ? 0 : undefined);
  }, [walk, level, go]);

  const move = useCallback(
    (by: 1 | -1): void => {
      if (level === 'stop' && stops !== undefined) {
        tell(stops.go(by));
        return;
      }
      waiting.current = undefined;
      if (walk === undefined) {
        tell('There is nothing to walk through on this screen.');
        return;
      }
      const next = moveIn(walk, { at: walk.at, step }, by, level);
      if (next.kind === 'end') tell(next.words);
      else if (next.kind === 'go') go(walk, next.at, next.step);
      else {
        waiting.current = walk.ready;
        // Before the first are there, they are on their way already.
        if (walk.ready > 0) walk.more?.();
      }
    },
    [level, stops, walk, step, go],
  );
  const deeper = useCallback((): void => {
    if (walk === undefined || walk.ready === 0) {
      // Pressed before the screen has what it offers: gone to as soon as it has.
      if (level === 'stop') setLevel('item');
      waiting.current = 0;
      return;
    }
    if (level === 'stop' || walk.at === undefined) {
      setLevel('item');
      if (walk.at === undefined) go(walk, 0, undefined);
    } else if (walk.steps.length > 0) {
      setLevel('step');
      go(walk, walk.at, step ?? 0);
    } else tell(`This ${walk.item} has no steps.`);
  }, [walk, level, step, go]);
  const outwards = useCallback((): void => {
    tell(undefined);
    if (level === 'step') {
      setLevel('item');
      setPresented({ step: undefined });
    } else if (level === 'item' && stops !== undefined) setLevel('stop');
  }, [level, stops]);
  const toggleSpotlight = useCallback((): void => {
    if (spotlit) setPresented({ spotlight: [] });
    else if (spokenKey === '') tell('Nothing is spoken of yet: go to a path, or select something.');
    else {
      tell(undefined);
      setPresented({ spotlight: spokenKey.split('\n') });
    }
  }, [spotlit, spokenKey]);
  return { walk, level, step, sentence, told, spotlit, move, deeper, outwards, toggleSpotlight };
};

const nothing: readonly string[] = [];
