import { useRef, type ReactNode } from 'react';
import { newLink, type ClassLink } from './form-values.ts';
import { keepFocus } from './use-panel-focus.ts';
import { ThingPicker } from './ThingPicker.tsx';

const roles: readonly (readonly [string, string])[] = [
  ['ORIGIN', 'begins here'],
  ['COPY', 'a copy'],
  ['TRANSIT', 'passes through'],
];

/**
 * The data classes that a thing holds, carries or releases. One that is recorded already is ended, since nothing is deleted; one that was only
 * just put in can be taken out.
 */
export const ClassesField = (props: {
  readonly id: string;
  readonly label: string;
  readonly roles: boolean;
  readonly links: readonly ClassLink[];
  readonly today: string;
  readonly describedBy?: string | undefined;
  readonly onChange: (links: readonly ClassLink[]) => void;
}): ReactNode => {
  const { links, onChange } = props;
  const field = useRef<HTMLDivElement>(null);
  const put = (at: number, change: Partial<ClassLink>): void =>
    onChange(links.map((link, place) => (place === at ? { ...link, ...change } : link)));
  return (
    <div className="things-field" ref={field}>
      {links.length === 0 ? null : (
        <ul className="plain class-links">
          {links.map((link, at) => (
            <li key={`${link.id} ${at}`} className={link.endedOn === '' ? undefined : 'ended'}>
              <span className="class-name">
                {link.name}
                {link.endedOn === '' ? null : <span className="quiet"> ended {link.endedOn}</span>}
              </span>
              {link.endedOn === '' ? null : (
                <input
                  aria-label={`Why ${link.name} ended`}
                  placeholder="why"
                  value={link.endReason}
                  onChange={(event) => put(at, { endReason: event.target.value })}
                />
              )}
              {props.roles ? (
                <select
                  aria-label={`Role of ${link.name}`}
                  value={link.role}
                  onChange={(event) => put(at, { role: event.target.value })}
                >
                  {roles.map(([role, words]) => (
                    <option key={role} value={role}>
                      {words}
                    </option>
                  ))}
                </select>
              ) : null}
              {link.recorded ? (
                <button
                  type="button"
                  className="text-button"
                  aria-label={link.endedOn === '' ? `End ${link.name}` : `Take ${link.name} in again`}
                  onClick={() => put(at, { endedOn: link.endedOn === '' ? props.today : '', endReason: '' })}
                >
                  {link.endedOn === '' ? 'End' : 'Again'}
                </button>
              ) : (
                <button
                  type="button"
                  className="text-button"
                  aria-label={`Take ${link.name} out`}
                  onClick={() => {
                    onChange(links.filter((_, place) => place !== at));
                    requestAnimationFrame(() => keepFocus(field.current));
                  }}
                >
                  ×
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ThingPicker
        id={props.id}
        concepts={['DATA_CLASS']}
        taken={links.filter(({ endedOn }) => endedOn === '').map(({ id }) => id)}
        describedBy={props.describedBy}
        onPick={(thing) => onChange([...links, newLink(thing, props.roles ? 'COPY' : '')])}
      />
    </div>
  );
};
