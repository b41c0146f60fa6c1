import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useActor } from '../../api/use-actor.ts';
import { useMutation } from '../../api/use-mutation.ts';
import type { ApiResult } from '../../api/failure.ts';
import { DecideClaimDocument, SubmitClaimDocument, WithdrawClaimDocument } from './documents.ts';
import { isOpen, type ClaimData } from './story-data.ts';

/** What can be done with a claim now: submit it, decide it as a second person, supersede or withdraw it. */
export const ClaimSteps = (props: {
  readonly claim: ClaimData;
  readonly onChanged: (words: string) => void;
  readonly onSupersede: () => void;
}): ReactNode => {
  const { claim, onChanged } = props;
  const submit = useMutation(SubmitClaimDocument);
  const withdraw = useMutation(WithdrawClaimDocument);
  const [trouble, setTrouble] = useState<string>();
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, revision: expectedRevision } = claim;
  const tell = (message: string | undefined, words: string): void => {
    setTrouble(message);
    if (message === undefined) setWithdrawing(false);
    onChanged(message === undefined ? words : '');
  };
  return (
    <div className="claim-steps">
      <div className="row">
        {isOpen(claim) ? (
          <button
            type="button"
            className="button"
            disabled={submit.running}
            onClick={async () => {
              const result = await submit.run({ id, expectedRevision });
              tell(
                messageOf(result, (data) => data.submitClaim.error),
                'Submitted.',
              );
            }}
          >
            Submit for a decision
          </button>
        ) : null}
        {claim.status === 'APPROVED' ? (
          <button type="button" className="button" onClick={props.onSupersede}>
            Claim anew in its place
          </button>
        ) : null}
        <button
          type="button"
          className="button"
          aria-expanded={withdrawing}
          onClick={() => setWithdrawing(!withdrawing)}
        >
          Withdraw
        </button>
      </div>
      {claim.status === 'SUBMITTED' ? <Decide claim={claim} onDone={tell} /> : null}
      {withdrawing ? (
        <form
          className="stacked"
          aria-label="Withdraw the claim"
          onSubmit={async (event) => {
            event.preventDefault();
            const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
            const result = await withdraw.run({ id, expectedRevision, reason });
            tell(
              messageOf(result, (data) => data.withdrawClaim.error),
              'Withdrawn.',
            );
          }}
        >
          <label>
            Why it is withdrawn
            <textarea name="reason" rows={2} required />
          </label>
          <button type="submit" className="button" disabled={withdraw.running}>
            Withdraw the claim
          </button>
        </form>
      ) : null}
      {trouble === undefined ? null : (
        <p className="form-trouble" role="alert">
          {trouble}
        </p>
      )}
    </div>
  );
};

/** What a second person says. Who had a part in the claim is told that somebody else has to decide. */
const Decide = (props: {
  readonly claim: ClaimData;
  readonly onDone: (message: string | undefined, words: string) => void;
}): ReactNode => {
  const { claim, onDone } = props;
  const id = useId();
  const actor = useActor();
  const decide = useMutation(DecideClaimDocument);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    const decision = pressed?.value === 'RETURN' ? ('RETURN' as const) : ('APPROVE' as const);
    const data = new FormData(event.currentTarget);
    const reviewBy = String(data.get('reviewBy') ?? '');
    const result = await decide.run({
      input: {
        id: claim.id,
        expectedRevision: claim.revision,
        decision,
        reason: String(data.get('reason') ?? ''),
        reviewBy: reviewBy === '' ? null : reviewBy,
      },
    });
    const words = decision === 'APPROVE' ? 'Approved.' : 'Returned.';
    onDone(
      messageOf(result, (payload) => payload.decideClaim.error),
      words,
    );
  };
  return (
    <form className="stacked decide" aria-label="Decide the claim" onSubmit={(event) => void submit(event)}>
      <p>
        A second person decides: somebody who neither claimed, answered nor submitted it.{' '}
        {actor === undefined ? 'Say who you are in the bar on top first.' : `You are ${actor}.`}
      </p>
      <label htmlFor={`${id}-reason`}>Reason</label>
      <textarea id={`${id}-reason`} name="reason" rows={2} required />
      <label htmlFor={`${id}-review`}>Review by</label>
      <input id={`${id}-review`} name="reviewBy" type="date" defaultValue={claim.reviewBy ?? ''} />
      <div className="row">
        <button type="submit" className="button primary" value="APPROVE" disabled={decide.running}>
          Approve
        </button>
        <button type="submit" className="button" value="RETURN" disabled={decide.running}>
          Return
        </button>
      </div>
    </form>
  );
};

const messageOf = <T,>(
  result: ApiResult<T>,
  errorOf: (data: T) => { readonly message: string } | null | undefined,
): string | undefined => (result.ok ? errorOf(result.value)?.message : result.error.message);
