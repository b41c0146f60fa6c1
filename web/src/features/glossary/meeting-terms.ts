import type { TermGroup } from './term.ts';

/** The words of people who look at the inventory together, and of what they only suppose. */
export const meetingTerms: readonly TermGroup[] = [
  {
    title: 'In a room',
    terms: [
      {
        id: 'presenter-mode',
        term: 'Presenter mode',
        also: ['Projector theme'],
        means:
          'Any screen in larger type and stronger contrast, without what stands beside the answer, worked by the keys of a clicker.',
        see: ['walkthrough', 'spotlight'],
      },
      {
        id: 'spotlight',
        term: 'Spotlight',
        means: 'What is spoken of stays at full strength, and the rest is dimmed: still there, and still readable.',
        see: ['presenter-mode'],
      },
      {
        id: 'walkthrough',
        term: 'Walkthrough',
        means: 'Views in an order, each with a title and notes, to be shown one after the other.',
        see: ['presenter-mode', 'revision'],
      },
    ],
  },
  {
    title: 'What if',
    terms: [
      {
        id: 'what-if',
        term: 'What-if',
        also: ['scenario', 'sandbox'],
        means:
          'Changes, and things that are down, that are only supposed: the screen tells what would be released otherwise, and the inventory stays as it is. Saved under a name, it is a scenario.',
        see: ['down', 'turn', 'proposed-changes', 'release-set'],
      },
      {
        id: 'down',
        term: 'Down',
        means:
          'Supposed to be out of order: as if the system, flow or channel were not there on the day, and with a system its flows and channels. Nothing ends by it.',
        see: ['what-if', 'end'],
      },
      {
        id: 'turn',
        term: 'Turn',
        means:
          'How what comes of a class on a channel for an audience differs in a what-if from what it is now: newly released, newly limited, no longer released, or otherwise.',
        see: ['what-if'],
      },
      {
        id: 'proposed-changes',
        term: 'Proposed changes',
        means:
          'A saved what-if that was handed in. A second person accepts it, which makes its changes, or returns it with a reason; whoever proposed it cannot.',
        see: ['what-if', 'revision'],
      },
      {
        id: 'release-set',
        term: 'Smallest set of changes',
        means:
          'As few changes as would release a class to an audience, with the path that shows it. Where one of them lifts what is recorded as required by law, that is marked, and counsel decides.',
        see: ['what-if', 'witness'],
      },
    ],
  },
  {
    title: 'The workshop',
    terms: [
      {
        id: 'workshop',
        term: 'Workshop',
        means:
          'People before one screen on one day: an agenda, who was there, and what was said. It is kept beside the inventory, and no answer rests on it.',
        see: ['proposal', 'minutes'],
      },
      {
        id: 'proposal',
        term: 'Proposal',
        also: ['captured line'],
        means:
          'A line that says what the inventory should hold, with what it was understood as. It is not in the inventory before somebody accepts it; then it is asserted by who said it, in the workshop.',
        see: ['workshop', 'grade'],
      },
      {
        id: 'decision',
        term: 'Decision',
        means: 'What was decided in a workshop, with who agreed and who objected.',
        see: ['workshop'],
      },
      {
        id: 'question',
        term: 'Question',
        means: 'What somebody is to find out, by a day. It stays open until it is answered, also after the workshop.',
        see: ['workshop'],
      },
      {
        id: 'said-unknown',
        term: 'Unknown',
        means: 'What nobody in the room knows, about a thing: an answer that one can give, and that is counted.',
        see: ['burn-down'],
      },
      {
        id: 'parking-lot',
        term: 'Parking lot',
        means: 'What is to be talked about another time, so that the room can go on with its topic.',
        see: ['workshop'],
      },
      {
        id: 'burn-down',
        term: 'Burn-down',
        means:
          'How much was unknown when each workshop was opened and closed, and is now, by kind. It may rise: what nobody had asked about is now known to be unknown.',
        see: ['said-unknown', 'workshop'],
      },
      {
        id: 'minutes',
        term: 'Minutes',
        means:
          'What a workshop comes to, as a file: what was decided, proposed, asked and left open, the pictures as they were, and what changed in the inventory meanwhile.',
        see: ['workshop'],
      },
    ],
  },
];
