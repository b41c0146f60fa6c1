import type { CSSProperties, ReactNode } from 'react';
import { avatarLook } from './avatar-look.ts';
import { nameOf, type Person } from './people.ts';

/** A person as letters in a shape of a colour; the name beside it, or on hovering, is for the place that shows it. */
export const Avatar = (props: {
  readonly person: Pick<Person, 'name' | 'client'>;
  readonly title?: string;
}): ReactNode => {
  const { name, client } = props.person;
  const look = avatarLook(name === 'local user' ? undefined : name, client);
  return (
    <span
      className={`avatar avatar-${look.shape}`}
      style={{ '--avatar': look.colour } as CSSProperties}
      title={props.title ?? nameOf(props.person)}
      aria-hidden="true"
    >
      {look.letters}
    </span>
  );
};
