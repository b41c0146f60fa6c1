import type { ReactNode } from 'react';
import { comeTo } from '../present/spoken.ts';
import { usePeople } from './room-store.ts';
import { otherSpeaking } from './told-topic.ts';

/**
 * What whom one follows, or who presents, speaks of: that it is one's own topic as well, or the way to come to it. `topics` are those of the agenda, `own` is the topic
 * here by id.
 */
export const OthersTopic = (props: {
  readonly workshop: string;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly own: string | undefined;
}): ReactNode => {
  const other = otherSpeaking(usePeople());
  const topic = props.topics.find(({ id }) => id === other?.topic.id);
  if (other === undefined || topic === undefined) return null;
  if (topic.id === props.own)
    return (
      <span className="others-topic">
        {topic.title}: {other.name} speaks of it{other.isFollowed ? ', whom you follow' : ''}
      </span>
    );
  return (
    <span className="others-topic">
      {other.name} speaks of {topic.title}{' '}
      <button type="button" className="text-button" onClick={() => comeTo(props.workshop, topic, other.topic.timer)}>
        Take that topic
      </button>
    </span>
  );
};
