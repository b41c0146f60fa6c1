import type { PathStatus } from './answer.ts';
import { compareIds } from './trace-index.ts';
import { LIMITED, onwardFlows, UNDOCUMENTED, type Passage } from './passage.ts';

/** One path of a passage by number: `systems[i]` sends by `flows[i]` to `systems[i + 1]`; a stopped flow has no system after it. */
export interface RawPath {
  readonly systems: readonly number[];
  readonly flows: readonly number[];
  readonly channel?: number;
  readonly status: PathStatus;
  readonly undocumented: boolean;
  /** The path's place in the order, without the audience: what `after` takes. */
  readonly key: string;
}

/**
 * The paths of a passage, lazily, in a fixed order: by start, then depth first; at a system its channels before its flows, each
 * by id. Begins behind the path whose key is `after`, which need not exist any more. Each path costs at most the size of the
 * graph for each of its systems, loops included: no system is entered from which no path can end.
 */
export function* enumeratePaths(passage: Passage, after?: string): Generator<RawPath> {
  const resume = after === undefined ? [] : after.split('~');
  const [from] = resume;
  for (const start of passage.starts) {
    if (passage.useful[start] === 0) continue;
    const id = passage.graph.systems[start]?.id ?? '';
    if (from !== undefined && compareIds(id, from) < 0) continue;
    yield* pathsFrom(passage, start, id === from ? resume.slice(1) : []);
  }
}

/** One way on from a system: an end there, an end at a channel, an end at a flow that stops, or a flow to follow. */
type Option = { readonly token: string; readonly rank: string } & (
  | {
      readonly end: true;
      readonly stopped: boolean;
      readonly channel?: number;
      readonly flow?: number;
      readonly meets: number;
    }
  | { readonly end: false; readonly flow: number; readonly to: number; readonly meets: number }
);

interface Frame {
  readonly system: number;
  readonly met: number;
  readonly options: readonly Option[];
  next: number;
}

function* pathsFrom(passage: Passage, start: number, resume: readonly string[]): Generator<RawPath> {
  const { graph } = passage;
  const onPath = new Uint8Array(graph.systems.length);
  const stack: Frame[] = [];
  const tokens: string[] = [graph.systems[start]?.id ?? ''];
  const flows: number[] = [];
  let resuming = resume;
  const enter = (system: number, met: number): void => {
    onPath[system] = 1;
    const options = optionsAt(passage, system, onPath);
    const [token] = resuming;
    const next = token === undefined ? 0 : options.findIndex((option) => option.rank >= rankOf(token));
    stack.push({ system, met, options, next: next === -1 ? options.length : next });
    if (token === undefined) return;
    const first = next === -1 ? undefined : options[next];
    resuming = first?.token === token ? resuming.slice(1) : [];
    // The path the cursor names has been given already.
    const frame = stack.at(-1);
    if (first?.token === token && first.end && frame !== undefined) frame.next += 1;
  };
  enter(start, 0);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const option = frame.options[frame.next];
    if (option === undefined) {
      onPath[frame.system] = 0;
      stack.pop();
      tokens.pop();
      flows.pop();
      continue;
    }
    frame.next += 1;
    const met = frame.met | passage.meetsAtSystem(frame.system) | option.meets;
    if (!option.end) {
      if (onPath[option.to] === 1 || !canEnd(passage, option.to, onPath)) {
        // What the cursor named behind this flow is gone: its other tokens mean nothing to the flows that follow.
        resuming = [];
        continue;
      }
      tokens.push(option.token);
      flows.push(option.flow);
      enter(option.to, met);
      continue;
    }
    resuming = [];
    yield {
      systems: stack.map(({ system }) => system),
      flows: option.flow === undefined ? [...flows] : [...flows, option.flow],
      ...(option.channel === undefined ? {} : { channel: option.channel }),
      status: option.stopped ? 'STOPPED' : (met & LIMITED) !== 0 ? 'LIMITED' : 'RELEASED',
      undocumented: (met & UNDOCUMENTED) !== 0,
      key: [...tokens, option.token].join('~'),
    };
  }
}

/** What can be done from a system, in order. Tokens: `=` stopped here, `>id` channel, `|id` flow that stops, `id` flow to follow. */
const optionsAt = (passage: Passage, system: number, onPath: Uint8Array): readonly Option[] => {
  const { graph } = passage;
  if (passage.systemStops(system)) return [{ token: '=', rank: rankOf('='), end: true, stopped: true, meets: 0 }];
  const options: Option[] = passage.exits(system).map((channel) => {
    const token = `>${graph.channels[channel]?.id ?? ''}`;
    return {
      token,
      rank: rankOf(token),
      end: true,
      stopped: passage.channelStops(channel),
      channel,
      meets: passage.meetsAtChannel(channel),
    };
  });
  const onward = new Set(onwardFlows(passage, system));
  for (const flow of passage.flowsOut(system)) {
    const id = graph.flows[flow]?.id ?? '';
    const to = graph.flowTo[flow] ?? -1;
    const meets = passage.meetsAtFlow(flow);
    if (passage.flowStops(flow)) {
      if (onPath[to] === 0)
        options.push({ token: `|${id}`, rank: rankOf(`|${id}`), end: true, stopped: true, flow, meets });
    } else if (onward.has(flow)) options.push({ token: id, rank: rankOf(id), end: false, flow, to, meets });
  }
  return options;
};

/** Orders options at one system: stopped here, then channels by id, then flows by id. */
const rankOf = (token: string): string =>
  token === '=' ? '0' : token.startsWith('>') ? `1${token.slice(1)}` : `2${token.replace(/^\|/, '')}`;

/** Whether a path that goes on to `system` can end without entering again a system it has been in. */
const canEnd = (passage: Passage, system: number, onPath: Uint8Array): boolean => {
  const { graph } = passage;
  const seen = new Uint8Array(graph.systems.length);
  const queue = [system];
  seen[system] = 1;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (passage.systemStops(at) || passage.exits(at).length > 0) return true;
    for (const flow of passage.flowsOut(at)) {
      const to = graph.flowTo[flow] ?? -1;
      if (onPath[to] === 1 || to === at) continue;
      if (passage.flowStops(flow)) return true;
      if (seen[to] === 0 && passage.useful[to] === 1) {
        seen[to] = 1;
        queue.push(to);
      }
    }
  }
  return false;
};
