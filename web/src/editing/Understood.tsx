import { useId, type ReactNode } from 'react';
import type { ProposalQuery } from '../gql/graphql.ts';
import { sentenceCase } from '../graph-model/words.ts';

type Proposal = ProposalQuery['proposal'];

/** What a name in the line is taken for, where it is not what the API takes it for by itself; null: something new. */
export interface Chosen {
  readonly words: string;
  readonly id: string | null;
}

/** What a line was understood as: its sentence, and what each name in it stands for, to be chosen where that is not certain. */
export const Understood = (props: {
  readonly proposal: Proposal;
  readonly chosen: readonly Chosen[];
  readonly onChoose: (chosen: readonly Chosen[]) => void;
}): ReactNode => {
  const { proposal, chosen } = props;
  if (!proposal.understood) return <p>{proposal.sentence}</p>;
  return (
    <>
      <p>{proposal.sentence}</p>
      <ul className="plain names">
        {proposal.names.map((name) => (
          <Name
            key={`${name.role} ${name.words}`}
            name={name}
            chosen={chosen.find(({ words }) => words === name.words)}
            onChoose={(choice) => props.onChoose([...chosen.filter(({ words }) => words !== choice.words), choice])}
          />
        ))}
      </ul>
      {proposal.certain ? null : (
        <p className="uncertain">Choose what each marked name stands for. Nothing is written before.</p>
      )}
      {proposal.rest ? <p className="quiet">Not understood, kept in words: “{proposal.rest}”.</p> : null}
      {proposal.already ? <p>The inventory says so already. There is nothing to write.</p> : null}
    </>
  );
};

const something = '\u0000new';

/** What a name is taken for; where it may be several things, or something new, that can be chosen. */
const Name = (props: {
  readonly name: Proposal['names'][number];
  readonly chosen: Chosen | undefined;
  readonly onChoose: (chosen: Chosen) => void;
}): ReactNode => {
  const { name, chosen } = props;
  const id = useId();
  const kind = name.concept.toLowerCase().replaceAll('_', ' ');
  const [first] = name.matches;
  const open = !name.isCertain && chosen === undefined;
  if (first === undefined)
    return (
      <li>
        <span className="quiet">{sentenceCase(name.role)}:</span> “{name.words}”, a new {kind}
        {name.newKind && !name.isKindGuessed ? ' of no certain kind: choose one afterwards' : ''}
      </li>
    );
  return (
    <li>
      <label htmlFor={id} className={open ? 'uncertain' : 'quiet'}>
        {sentenceCase(name.role)} “{name.words}”{open ? ': which one?' : ''}
      </label>{' '}
      <select
        id={id}
        aria-invalid={open ? true : undefined}
        value={open ? '' : chosen === undefined ? first.id : (chosen.id ?? something)}
        onChange={(event) =>
          props.onChoose({ words: name.words, id: event.target.value === something ? null : event.target.value })
        }
      >
        {open ? <option value="">Choose one</option> : null}
        {name.matches.map((match) => (
          <option key={match.id} value={match.id}>
            {match.name} (by {match.matched})
          </option>
        ))}
        <option value={something}>
          a new {kind} “{name.words}”
        </option>
      </select>
    </li>
  );
};
