import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from '../../api/use-mutation.ts';
import { ClaimBasisDocument } from './documents.ts';
import type { ClaimData } from './story-data.ts';

/** One exception to choose; `plausible` for those worth testing for the practice. */
export interface ExceptionChoice {
  readonly id: string;
  readonly name: string;
  readonly plausible: boolean;
}

/** Claims a basis for a restriction: an exception, a law, or both. It begins as a draft. */
export const ClaimForm = (props: {
  readonly restriction: string;
  readonly rulePack: string;
  readonly choices: readonly ExceptionChoice[];
  /** The claim it shall take the place of, if any. */
  readonly supersedes: ClaimData | undefined;
  readonly onClaimed: (id: string) => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const id = useId();
  const { run, running } = useMutation(ClaimBasisDocument);
  const [trouble, setTrouble] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string): string | null => {
      const value = String(data.get(name) ?? '').trim();
      return value === '' ? null : value;
    };
    const result = await run({
      input: {
        restriction: props.restriction,
        exception: text('exception'),
        lawCitation: text('law'),
        reviewBy: text('reviewBy'),
        rulePack: props.rulePack,
        supersedes: props.supersedes?.id ?? null,
      },
    });
    const message = result.ok ? result.value.claimBasis.error?.message : result.error.message;
    const claim = result.ok ? result.value.claimBasis.basisClaim?.id : undefined;
    if (claim === undefined) setTrouble(message ?? 'The claim was not written.');
    else props.onClaimed(claim);
  };
  const plausible = props.choices.filter((choice) => choice.plausible);
  const others = props.choices.filter((choice) => !choice.plausible);
  return (
    <form className="stacked claim-form" aria-label="Claim a basis" onSubmit={(event) => void submit(event)}>
      <p>
        {props.supersedes === undefined
          ? 'On what ground does this restriction rest? A claim begins as a draft; nothing is decided by it.'
          : `This claim takes the place of “${props.supersedes.name}” once a second person approves it. With the same exception its answers are taken over.`}
      </p>
      <label htmlFor={`${id}-exception`}>Exception of 45 CFR Part 171</label>
      <select id={`${id}-exception`} name="exception" defaultValue={props.supersedes?.exception ?? ''}>
        <option value="">None: a law requires it</option>
        {plausible.length === 0 ? null : (
          <optgroup label="Worth testing for this practice; never presumed">
            {plausible.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.name}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={plausible.length === 0 ? 'All' : 'Others'}>
          {others.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </optgroup>
      </select>
      <label htmlFor={`${id}-law`}>Law, with its section</label>
      <input id={`${id}-law`} name="law" defaultValue={props.supersedes?.lawCitation ?? ''} placeholder="42 CFR 2.13" />
      <label htmlFor={`${id}-review`}>Review by</label>
      <input id={`${id}-review`} name="reviewBy" type="date" />
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="row">
        <button type="submit" className="button primary" disabled={running}>
          Claim this basis
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
};
