import { useWorkshopId } from '../live/room-name.ts';
import { setPresented, usePresented, type Presented, type TopicTimer } from './presented.ts';
import { startedTimer } from './timer.ts';

/** What is spoken of: the title of a topic, its id where it is on the agenda of the workshop one is in, and its clock. */
export interface Spoken {
  readonly topic: string | undefined;
  readonly id: string | undefined;
  readonly timer: TopicTimer | undefined;
}

/** A topic of an agenda, as far as coming to it needs it. */
export interface ComingTopic {
  readonly id: string;
  readonly title: string;
  readonly minutes?: number | null;
}

const nothing: Spoken = { topic: undefined, id: undefined, timer: undefined };

/** What is spoken of in a workshop, or in none: a topic of another agenda, or of one's own list while one is in a workshop, is not. Pure. */
export const spokenIn = ({ topic, agenda, timer }: Presented, workshop: string | undefined): Spoken =>
  agenda?.workshop === workshop ? { topic, id: agenda?.topic, timer } : nothing;

/** What is spoken of where this page is. It is the same for the workshop's screen, the line at the foot and the presenter. */
export const useSpoken = (): Spoken => spokenIn(usePresented(), useWorkshopId());

/** Comes to a topic of a workshop's agenda: its clock begins, or goes on as `timer` has it. */
export const comeTo = (workshop: string, topic: ComingTopic, timer?: TopicTimer): void =>
  setPresented({
    topic: topic.title,
    agenda: { workshop, topic: topic.id },
    timer: timer ?? startedTimer(topic.minutes ?? undefined, Date.now()),
  });

/** Speaks of no topic any more: its clock stops. */
export const endTopic = (): void => setPresented({ topic: undefined, agenda: undefined, timer: undefined });
