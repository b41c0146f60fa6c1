import { useEffect, useState, type ReactNode } from 'react';
import { usePresented } from '../present/presented.ts';
import { spokenSentence, useWalk } from '../present/walk.ts';
import { useView } from '../view/use-view.ts';
import { Avatar } from './Avatar.tsx';
import { follow, followedName, forgetLeft, stopFollowing, useFollowing } from './following.ts';
import { ownClient, tell } from './own-state.ts';
import { followsBack, nameOf, presenterOf, type People, type Person } from './people.ts';

/** What is said below the bar on top: whom one follows, that somebody presents whom one could follow, that one presents oneself. */
export const FollowBar = (props: { readonly people: People }): ReactNode => {
  const { people } = props;
  const { following, left } = useFollowing();
  const { namesHidden } = useView();
  const presenter = presenterOf(people);
  const hasEnded = useEndedPresenting(people.get(following?.client ?? ''));
  /** The presenter one has said not to follow, by when they began: another beginning is offered anew. */
  const [declined, setDeclined] = useState<string>();
  if (following !== undefined) {
    const person = people.get(following.client);
    const name = followedName(following, people, namesHidden);
    return (
      <Bar>
        {person === undefined ? null : <Avatar person={person} />}
        <span>
          {following.gone
            ? `${name} has left. You stay where you are, and follow again should they come back.`
            : followsBack(people, following.client, ownClient)
              ? `You and ${name} follow each other, so neither goes anywhere by that. Stop following to lead.`
              : hasEnded
                ? `${name} no longer presents. You still follow.`
                : `You follow ${name}.`}
        </span>
        {person === undefined || following.gone ? null : <Spoken />}
        <button type="button" className="button" onClick={() => stopFollowing()}>
          Stop following
        </button>
      </Bar>
    );
  }
  if (left !== undefined) {
    return (
      <Bar>
        <span>You went elsewhere, so you no longer follow {followedName(left, people, namesHidden)}.</span>
        <button type="button" className="button" onClick={forgetLeft}>
          Close
        </button>
      </Bar>
    );
  }
  if (presenter === undefined) return null;
  if (presenter.client === ownClient) {
    const followers = [...people.values()].filter((person) => person.following === ownClient);
    return (
      <Bar>
        <span>
          You present.{' '}
          {followers.length === 0
            ? 'Nobody follows yet.'
            : `${followers.map(nameOf).join(', ')} ${followers.length === 1 ? 'follows' : 'follow'}.`}
        </span>
        <button type="button" className="button" onClick={() => tell({ presenting: false })}>
          Stop presenting
        </button>
      </Bar>
    );
  }
  const key = `${presenter.client} ${presenter.presentingSince}`;
  if (declined === key) return null;
  const name = nameOf(presenter);
  return (
    <Bar>
      <Avatar person={presenter} />
      <span>{name} presents.</span>
      {followsBack(people, presenter.client, ownClient) ? null : (
        <button type="button" className="button primary" onClick={() => follow(presenter.client, name)}>
          Follow {name}
        </button>
      )}
      <button type="button" className="button" onClick={() => setDeclined(key)}>
        Not now
      </button>
    </Bar>
  );
};

/** Whether somebody presented as long as this page knows them, and does no more. */
const useEndedPresenting = (person: Person | undefined): boolean => {
  const [presented, setPresented] = useState<string>();
  const client = person?.client;
  const presents = typeof person?.presentingSince === 'string';
  useEffect(() => {
    if (presents) setPresented(client);
  }, [presents, client]);
  return client !== undefined && !presents && presented === client;
};

/** What the one who is followed has come to, in the sentence they say. */
const Spoken = (): ReactNode => {
  const { path, step, finding } = usePresented();
  const sentence = spokenSentence(useWalk(), step);
  if (sentence === undefined || (path ?? finding) === undefined) return null;
  return <span className="follow-said">{sentence}</span>;
};

const Bar = (props: { readonly children: ReactNode }): ReactNode => (
  <div className="follow-bar" role="status">
    {props.children}
  </div>
);
