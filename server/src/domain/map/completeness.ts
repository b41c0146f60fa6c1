import { counted, listedWords } from './words.ts';
import type { Chosen } from './choose.ts';
import type { MapDay } from './map-day.ts';
import type { MapQuestion } from './map-question.ts';

/** How much of what was asked for is in a picture. */
export interface MapCompleteness {
  readonly whole: boolean;
  readonly shown: number;
  readonly asked: number;
  /** How many systems and channels there are that day. */
  readonly live: number;
  /** How many more would be shown, were nothing hidden. */
  readonly hidden: number;
  /** How many things were named to be seen that are not there that day. `whole` does not speak of them. */
  readonly notThere: number;
  readonly sentence: string;
}

/** How much of what a question asks for is shown, in numbers and in a sentence or two. */
export const completenessOf = (
  { asOf, things }: MapDay,
  question: MapQuestion,
  { shown, asked, hidden, notThere }: Chosen,
): MapCompleteness => {
  const live = things.length;
  const whole = shown.length === asked;
  const left = whole
    ? ''
    : ` ${counted(asked - shown.length, 'more was', 'more were')} asked for and left out: a picture of ${question.most.toLocaleString('en-US')} at most was asked for.`;
  const byHand = hidden === 0 ? '' : ` ${counted(hidden, 'is', 'are')} hidden by hand.`;
  const missing =
    notThere === 0
      ? ''
      : ` ${counted(notThere, 'thing that was asked for is', 'things that were asked for are')} not there that day.`;
  return {
    whole,
    shown: shown.length,
    asked,
    live,
    hidden,
    notThere,
    sentence: `${shownWords(shown.length, live, asOf)}${scopeWords(question)}.${byHand}${left}${missing}`,
  };
};

const shownWords = (shown: number, live: number, asOf: string): string => {
  const things = counted(live, 'system or channel', 'systems and channels');
  if (live === 0) return `There are no systems and channels on ${asOf}`;
  if (shown === live)
    return live === 1 ? `The only system or channel of ${asOf} is shown` : `All ${things} of ${asOf} are shown`;
  return `${shown.toLocaleString('en-US')} of the ${things} of ${asOf} ${shown === 1 ? 'is' : 'are'} shown`;
};

/** What was asked for, where that is not everything. */
const scopeWords = ({ around, hops, expand, show }: MapQuestion): string => {
  if (around.length === 0) return '';
  const near = hops === 0 ? 'what is in the middle' : `what is within ${counted(hops, 'step', 'steps')} of the middle`;
  const more = [
    ...(expand.length === 0 ? [] : ['what was unfolded']),
    ...(show.length === 0 ? [] : ['what was added']),
  ];
  return `: ${listedWords([near, ...more])}`;
};
