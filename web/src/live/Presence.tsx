import { useId, useMemo, useRef, type ReactNode } from 'react';
import { useCommands, type Command } from '../ui/commands.ts';
import { Link } from '../ui/Link.tsx';
import { useLightDismiss } from '../ui/use-light-dismiss.ts';
import { useView } from '../view/use-view.ts';
import { Avatar } from './Avatar.tsx';
import { follow, stopFollowing, useFollowing } from './following.ts';
import { followAddress } from './follow-address.ts';
import { liveWords } from './live-words.ts';
import { setLive, useLive } from './live-state.ts';
import { ownClient, tell } from './own-state.ts';
import { followsBack, nameOf, presenterOf, type People, type Person } from './people.ts';
import { showPointer, usePointerShown } from './pointer-shown.ts';
import { commonRoom } from './room-name.ts';

/** How many of the others are shown in the bar; the list has all. */
const shownAtOnce = 4;

/** Who else is here, in the bar on top: opened, the list with where each is, and how this page is connected. */
export const Presence = (props: { readonly people: People; readonly room: string }): ReactNode => {
  const { people, room } = props;
  const live = useLive();
  const { following } = useFollowing();
  const popup = useRef<HTMLDetailsElement>(null);
  const pointer = usePointerShown();
  const id = useId();
  useLightDismiss(popup);
  const own = people.get(ownClient);
  const others = [...people.values()].filter(({ client }) => client !== ownClient);
  const presents = own?.presentingSince !== null && own?.presentingSince !== undefined;
  const followers = others.filter((person) => person.following === ownClient).length;
  useCommands(useMemo(() => [presentCommand(presents)], [presents]));
  const words = liveWords(live);
  const count =
    others.length === 0
      ? 'Nobody else is here'
      : `${others.length} ${others.length === 1 ? 'other is' : 'others are'} here`;
  return (
    <details ref={popup} className="presence" data-live={live.phase}>
      <summary title={`${count}. ${words.long}`}>
        <span className="unseen">
          {count}. {words.long}
        </span>
        <span className="presence-avatars" aria-hidden="true">
          {others.slice(0, shownAtOnce).map((person) => (
            <Avatar key={person.client} person={person} />
          ))}
          {others.length > shownAtOnce ? <span className="presence-more">+{others.length - shownAtOnce}</span> : null}
        </span>
        <span className={`live-sign live-${live.phase}`} aria-hidden="true">
          <span className="live-dot" />
          {words.short}
        </span>
      </summary>
      <div className="presence-list" role="group" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{room === commonRoom ? 'Who is here' : 'Who is in this workshop'}</h2>
        <p className="quiet">{words.long}</p>
        {live.restored ? (
          <p className="presence-note">
            The inventory was restored to an earlier state. Everything on this page was fetched anew.{' '}
            <button type="button" className="button" onClick={() => setLive({ restored: false })}>
              Understood
            </button>
          </p>
        ) : null}
        {others.length === 0 ? (
          <p className="quiet">Nobody else. Whoever opens this address elsewhere is shown here.</p>
        ) : (
          <ul className="plain">
            {others.map((person) => (
              <OtherRow
                key={person.client}
                person={person}
                followed={following?.client === person.client}
                followsBack={followsBack(people, person.client, ownClient)}
              />
            ))}
          </ul>
        )}
        <div className="row">
          <button
            type="button"
            className="button"
            aria-pressed={presents}
            onClick={() => tell({ presenting: !presents })}
          >
            {presents ? 'Stop presenting' : 'Present to the others'}
          </button>
          {presents ? (
            <span className="quiet">{followers === 1 ? '1 follows you' : `${followers} follow you`}</span>
          ) : presenterOf(people) === undefined ? null : (
            <span className="quiet">Takes over from {nameOf(presenterOf(people) as Person)}.</span>
          )}
        </div>
        <label className="presence-pointer">
          <input type="checkbox" checked={pointer} onChange={(event) => showPointer(event.target.checked)} />
          <span>Others see my pointer on pictures</span>
        </label>
      </div>
    </details>
  );
};

const OtherRow = (props: {
  readonly person: Person;
  readonly followed: boolean;
  readonly followsBack: boolean;
}): ReactNode => {
  const { person, followed } = props;
  const name = nameOf(person);
  // What a screen is called names what it shows.
  const { namesHidden } = useView();
  return (
    <li className="presence-row">
      <Avatar person={person} />
      <span className="presence-words">
        <span className="presence-name">
          {name}
          {person.presentingSince ? <span className="presence-role"> presents</span> : null}
          {person.following === ownClient ? <span className="presence-role"> follows you</span> : null}
          {person.editing ? <span className="presence-role"> edits</span> : null}
        </span>
        <span className="quiet">
          {namesHidden ? person.address.split('?', 1)[0] : (person.title ?? person.address)}
        </span>
      </span>
      <Link className="button" href={followAddress(person.address)} aria-label={`Go there, where ${name} is`}>
        Go there
      </Link>
      {props.followsBack && !followed ? null : (
        <button
          type="button"
          className="button"
          aria-pressed={followed}
          aria-label={followed ? `Stop following ${name}` : `Follow ${name}`}
          onClick={() => (followed ? stopFollowing() : follow(person.client, name))}
        >
          {followed ? 'Stop' : 'Follow'}
        </button>
      )}
    </li>
  );
};

const presentCommand = (presents: boolean): Command => ({
  id: 'present to others',
  group: 'Everywhere',
  title: presents ? 'Stop presenting to the others' : 'Present to the others',
  words: 'they can follow you share room',
  run: () => tell({ presenting: !presents }),
});
