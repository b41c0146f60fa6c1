import { useState, type ReactNode } from 'react';

/** Who you are, for the log of what you change. It is a statement, not a sign-in. */
export const ActorField = (props: {
  readonly name: string | undefined;
  readonly onName: (name: string) => void;
}): ReactNode => {
  const [text, setText] = useState(props.name ?? '');
  return (
    <label className="actor">
      <span>You are</span>
      <input
        aria-label="You are"
        value={text}
        maxLength={120}
        placeholder="your name"
        autoComplete="name"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => props.onName(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') props.onName(text);
        }}
      />
    </label>
  );
};
