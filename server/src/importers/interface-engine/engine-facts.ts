import { addNote, addSignals, scopeOf, type EngineFacts } from './collection.ts';
import { connectorFacts } from './connector-facts.ts';
import type { EngineChannel } from './model.ts';

/** Adds what one channel shows (mutates the collection). */
export const addChannel = (facts: EngineFacts, channel: EngineChannel): void => {
  connectorFacts(facts, channel, channel.source, 'IN');
  for (const destination of channel.destinations) connectorFacts(facts, channel, destination, 'OUT');
  const scope = scopeOf(channel);
  for (const script of channel.scripts)
    addSignals(facts, { script }, { scope, key: `${channel.id}/${script.place}`, name: channel.name });
  if (channel.storage !== '')
    addNote(facts, {
      key: `${channel.id}/storage`,
      scope,
      name: `${channel.name} keeps messages`,
      pointer: `line ${channel.line}`,
      description: `Message storage: ${channel.storage}. What it keeps holds what the messages hold.`,
      code: 'message-storage',
    });
};
