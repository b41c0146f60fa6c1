import { useEffect, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { usePresenting } from '../present/presenting.ts';
import { announce } from '../ui/live.ts';
import { learn, ownClient, ownState, tell } from './own-state.ts';
import { nameOf, presenterOf, type People } from './people.ts';
import { Presence } from './Presence.tsx';
import { FollowBar } from './FollowBar.tsx';
import { GoingOnBar } from './GoingOnBar.tsx';
import { commonRoom, useRoomName } from './room-name.ts';
import { usePeople } from './room-store.ts';
import type { Session } from './session.ts';
import { startLive } from './start.ts';
import { useFollow } from './use-follow.ts';
import { usePresentedLink } from './use-presented-link.ts';
import { useToldState } from './use-told-state.ts';
import './live.css';

/**
 * Connects the page for as long as it is shown, and shows who is here in the bar on top; what is said of presenting and following stands below it, in `below`.
 */
export const LiveBar = (props: { readonly below: HTMLElement | null }): ReactNode => {
  const room = useRoomName();
  const session = useRef<Session>(undefined);
  const first = useRef(room);
  const people = usePeople();
  useToldState();
  useFollow(people);
  usePresentedLink(people);
  useTakenOver(people);
  useEndedMode();
  useEffect(() => {
    const started = startLive(first.current);
    session.current = started;
    return () => {
      session.current = undefined;
      started.stop();
    };
  }, []);
  useEffect(() => {
    first.current = room;
    session.current?.enter(room);
  }, [room]);
  return (
    <>
      <Presence people={people} room={room} />
      {props.below === null
        ? null
        : createPortal(
            <>
              <FollowBar people={people} />
              {room === commonRoom ? <GoingOnBar /> : null}
            </>,
            props.below,
          )}
    </>
  );
};

/** When somebody else begins to present, this page does so no more, and says so. */
const useTakenOver = (people: People): void => {
  const presenter = presenterOf(people);
  useEffect(() => {
    if (ownState().presenting !== true || presenter === undefined || presenter.client === ownClient) return;
    learn({ presenting: false });
    announce(`${nameOf(presenter)} presents now; you no longer do.`);
  }, [presenter]);
};

/** Who leaves presenter mode presents to nobody any more: the others are told. */
const useEndedMode = (): void => {
  const isOn = usePresenting();
  const wasOn = useRef(isOn);
  useEffect(() => {
    if (wasOn.current && !isOn && ownState().presenting === true) {
      tell({ presenting: false });
      announce('You left presenter mode, and no longer present to the others.');
    }
    wasOn.current = isOn;
  }, [isOn]);
};
