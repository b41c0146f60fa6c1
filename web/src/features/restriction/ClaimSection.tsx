import { useCallback, useState, type ReactNode } from 'react';
import { OnlyNow } from '../../view/OnlyNow.tsx';
import { documentationWords, sentenceCase } from '../../graph-model/words.ts';
import { Checklist } from './Checklist.tsx';
import { ClaimSteps } from './ClaimSteps.tsx';
import { audienceWords, classWords } from './part-words.ts';
import {
  isOver,
  type ClaimData,
  type GroundData,
  type NameOf,
  type PackData,
  type PartData,
  type VerdictData,
} from './story-data.ts';
import { Thresholds } from './Thresholds.tsx';
import { ToReach } from './ToReach.tsx';
import { useAnswer } from './use-answer.ts';
import { timeWords } from '../../ui/time-words.ts';
import { statusWords, verdictNames } from './words.ts';

/** One claim: its ground, who did what when, the checklist of its conditions, what is missing, and the next steps. */
export const ClaimSection = (props: {
  readonly claim: ClaimData;
  readonly verdict: VerdictData;
  readonly packs: readonly PackData[];
  readonly nameOf: NameOf;
  readonly open: boolean;
  readonly onChanged: (words: string) => void;
  readonly onSupersede: (claim: ClaimData) => void;
}): ReactNode => {
  const { claim, nameOf } = props;
  const title = claim.exception ? nameOf(claim.exception) : (claim.lawCitation ?? claim.name);
  return (
    <details className="claim" id={`claim-${claim.id}`} open={props.open}>
      <summary>
        <h3>{title}</h3>
        <span className="quiet">{sentenceCase(statusWords[claim.status])}</span>
      </summary>
      <Standing claim={claim} nameOf={nameOf} />
      {isOver(claim) ? null : (
        <OnlyNow>
          <ClaimSteps claim={claim} onChanged={props.onChanged} onSupersede={() => props.onSupersede(claim)} />
        </OnlyNow>
      )}
      <ClaimConditions {...props} />
    </details>
  );
};

const Standing = ({ claim, nameOf }: { readonly claim: ClaimData; readonly nameOf: NameOf }): ReactNode => (
  <dl className="facts">
    {claim.exception ? (
      <>
        <dt>Exception</dt>
        <dd>{nameOf(claim.exception)}</dd>
      </>
    ) : null}
    {claim.lawCitation ? (
      <>
        <dt>Law</dt>
        <dd>{claim.lawCitation}</dd>
      </>
    ) : null}
    <dt>Claimed</dt>
    <dd>
      {claim.source}, {timeWords(claim.claimedAt)}
    </dd>
    {claim.submittedBy && claim.submittedAt ? (
      <>
        <dt>Submitted</dt>
        <dd>
          {claim.submittedBy}, {timeWords(claim.submittedAt)}
        </dd>
      </>
    ) : null}
    {claim.decidedBy && claim.decidedAt ? (
      <>
        <dt>{claim.status === 'RETURNED' ? 'Returned' : 'Decided'}</dt>
        <dd>
          {claim.decidedBy}, {timeWords(claim.decidedAt)}
          {claim.decisionReason ? `: ${claim.decisionReason}` : ''}
        </dd>
      </>
    ) : null}
    <dt>Review by</dt>
    <dd>{claim.reviewBy ?? 'no day is set'}</dd>
    <dt>Rule pack</dt>
    <dd>{claim.rulePack ?? 'none named'}</dd>
    {claim.supersedes ? (
      <>
        <dt>Takes the place of</dt>
        <dd>{claim.supersedes.name}</dd>
      </>
    ) : null}
    {claim.endedOn ? (
      <>
        <dt>Ended</dt>
        <dd>
          {claim.endedOn}
          {claim.endReason ? `: ${claim.endReason}` : ''}
        </dd>
      </>
    ) : null}
  </dl>
);

interface Judged {
  readonly part: PartData;
  readonly ground: GroundData;
}

const ClaimConditions = (props: Parameters<typeof ClaimSection>[0]): ReactNode => {
  const { claim, verdict, packs, nameOf, onChanged } = props;
  const onSaved = useCallback((condition: string) => onChanged(`${condition} saved.`), [onChanged]);
  const answering = useAnswer(claim, onSaved);
  const judged = groundsOf(verdict, claim.id);
  const [chosen, setChosen] = useState(0);
  const now = judged[Math.min(chosen, judged.length - 1)];
  if (now === undefined) {
    return (
      <p className="quiet">
        {isOver(claim) ? 'It counts no longer.' : 'It bears on no part of this restriction on this day.'}
      </p>
    );
  }
  const { ground, part } = now;
  const pack = packs.find(({ id }) => id === verdict.rulePack);
  const exception = pack?.exceptions.find(({ id }) => id === ground.ground);
  const goTo = (condition: string): void =>
    document
      .querySelector<HTMLElement>(`#claim-${CSS.escape(claim.id)} [data-condition="${CSS.escape(condition)}"]`)
      ?.focus();
  return (
    <>
      {judged.length > 1 ? (
        <label className="ground-choice">
          Judged for{' '}
          <select
            value={Math.min(chosen, judged.length - 1)}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {judged.map((each, index) => (
              <option key={`${each.ground.ground} ${partLabel(each.part, verdict.parts.length)}`} value={index}>
                {nameOf(each.ground.ground)}: {partLabel(each.part, verdict.parts.length)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p>
        <strong>{verdictNames[ground.verdict]}.</strong> {ground.reason}{' '}
        {sentenceCase(documentationWords(ground.documentation))}.{' '}
        <span className="quiet">{ground.cite.join(', ')}</span>
        {ground.unverified ? (
          <strong className="unverified"> Part of the text of this exception is not yet verified.</strong>
        ) : null}
      </p>
      {exception?.whoMayRely ? <p className="quiet">Who may rely on it: {exception.whoMayRely}</p> : null}
      <div className="checklist-and-missing">
        <Checklist
          claim={claim}
          ground={ground}
          pack={pack}
          answering={answering}
          onEvidence={() => onChanged('Evidence recorded.')}
        />
        <aside>
          <ToReach ground={ground} onGo={goTo} />
          <p className="quiet keys">
            Keys on a condition: <kbd>↓</kbd> <kbd>↑</kbd> move, <kbd>Y</kbd> yes, <kbd>N</kbd> no, <kbd>U</kbd> not
            known, <kbd>R</kbd> reason, <kbd>E</kbd> evidence, <kbd>Esc</kbd> back, <kbd>Ctrl</kbd>+<kbd>Enter</kbd>{' '}
            save the reason.
          </p>
        </aside>
      </div>
      {pack === undefined ? null : (
        <Thresholds
          claim={claim}
          pack={pack}
          told={ground.conditions.map(({ condition }) => condition)}
          answering={answering}
          onEvidence={() => onChanged('Evidence recorded.')}
        />
      )}
      <p className="quiet">{partLabel(part, verdict.parts.length)}.</p>
    </>
  );
};

const partLabel = (part: PartData, parts: number): string =>
  `${classWords(part, parts)}, ${audienceWords(part, parts)}`;

/** The grounds of one claim over the parts of the verdict; parts in which it is judged alike stand for one another. */
const groundsOf = (verdict: VerdictData, claim: string): readonly Judged[] => {
  const seen = new Set<string>();
  return verdict.parts.flatMap((part) =>
    part.grounds
      .filter((ground) => ground.claim.id === claim)
      .filter((ground) => {
        const key = JSON.stringify([ground.ground, ground.verdict, ground.conditions]);
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      })
      .map((ground) => ({ part, ground })),
  );
};
