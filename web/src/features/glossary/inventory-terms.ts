import type { TermGroup } from './term.ts';

/** The words of the inventory and of its answers. */
export const inventoryTerms: readonly TermGroup[] = [
  {
    title: 'The record',
    terms: [
      {
        id: 'ehi',
        term: 'Electronic health information',
        also: ['EHI'],
        means:
          'Electronic protected health information, as far as it would be in a designated record set. Psychotherapy notes, and what is compiled for a legal proceeding, are not part of it.',
        cite: ['45 CFR 171.102'],
        see: ['drs'],
      },
      {
        id: 'drs',
        term: 'Designated record set',
        also: ['DRS'],
        means:
          'The records about individuals that a covered entity keeps or has kept for it: medical and billing records, enrollment, payment and case management, and whatever is used to make decisions about individuals. Where a record lies and in which format does not matter.',
        cite: ['45 CFR 164.501'],
        see: ['drs-status', 'data-class'],
      },
      {
        id: 'drs-status',
        term: 'Record set status',
        means:
          'Whether a data class belongs to the designated record set: yes, no, excluded with a reason, or undecided. Undecided is an answer one can give, and a finding until somebody decides.',
        see: ['drs'],
      },
      {
        id: 'data-class',
        term: 'Data class',
        means:
          'A kind of information that is spoken of as one, such as laboratory results or clinical notes. It belongs to a domain and may be divided into elements.',
        see: ['element', 'drs'],
      },
      {
        id: 'element',
        term: 'Element',
        means:
          'A single item within a data class, such as a result value. What is said of the class holds for its elements unless something says otherwise.',
        see: ['data-class'],
      },
      {
        id: 'uscdi',
        term: 'USCDI',
        also: ['United States Core Data for Interoperability'],
        means:
          'A dated list of data classes and elements that certified technology must be able to exchange. It is a floor: electronic health information is more than USCDI.',
        cite: ['45 CFR 170.213'],
      },
    ],
  },
  {
    title: 'The map',
    terms: [
      {
        id: 'system',
        term: 'System',
        means: 'An application, device or archive that holds or moves electronic health information.',
        see: ['custodian', 'flow'],
      },
      {
        id: 'custodian',
        term: 'Custodian',
        means: 'The team or person who answers for a system.',
      },
      {
        id: 'flow',
        term: 'Flow',
        also: ['interface'],
        means: 'One system sends data classes to another, by a protocol and at times that are recorded with it.',
        see: ['data-class'],
      },
      {
        id: 'channel',
        term: 'Access channel',
        also: ['channel'],
        means:
          'A way by which somebody obtains information: the patient portal, an API for apps, the export, the health information exchange, a request to the records office.',
        see: ['audience'],
      },
      {
        id: 'audience',
        term: 'Audience',
        also: ['requester'],
        means:
          'A kind of person or party who asks: the patient, a representative, a treating provider, a payer, an app.',
      },
      {
        id: 'origin',
        term: 'Origin',
        means: 'Where a data class begins. A trace starts at every system that is recorded as its origin.',
        see: ['copy', 'trace'],
      },
      {
        id: 'copy',
        term: 'Copy',
        means:
          'A data class in a system that got it from another. A copy that no recorded flow could have supplied is called unexplained.',
        see: ['origin'],
      },
      {
        id: 'zone',
        term: 'Zone',
        means:
          'The part of the network, or of the trust, that a system stands in, such as the clinical network or a vendor’s cloud.',
      },
    ],
  },
  {
    title: 'Release and restriction',
    terms: [
      {
        id: 'trace',
        term: 'Trace',
        means:
          'The answer for one data class: where it originates, every path that releases or restricts it, and the outcome on each channel for each audience. It is worked out from what is recorded and is exact, or says where it is not.',
        see: ['path', 'outcome'],
      },
      {
        id: 'path',
        term: 'Path',
        means:
          'A way from an origin through flows to a channel, no system twice. A released path meets nothing that stops it; a restricted path ends where something does.',
      },
      {
        id: 'outcome',
        term: 'Outcome',
        means:
          'What a channel does with a class for an audience: released, limited, withheld, not offered, unreached, or unknown.',
      },
      {
        id: 'released',
        term: 'Released',
        tone: 'released',
        means: 'At least one path reaches the channel and meets no restriction.',
      },
      {
        id: 'limited',
        term: 'Limited',
        tone: 'limited',
        means: 'It is released, and each time with a delay, a fee, terms, or in a narrower manner than asked.',
      },
      {
        id: 'withheld',
        term: 'Withheld, exception documented',
        tone: 'withheld',
        means: 'Every path is stopped, and the documentation of what stops it is complete.',
      },
      {
        id: 'undocumented',
        term: 'No documented exception',
        tone: 'undocumented',
        means: 'Something restricts it and nobody has recorded on what ground. These are marked first, everywhere.',
        see: ['basis-claim'],
      },
      {
        id: 'unprotected',
        term: 'Claimed, and no exception fits',
        tone: 'unprotected',
        means: 'A ground is claimed, and the facts that are recorded do not fit it.',
        see: ['verdict'],
      },
      {
        id: 'incomplete',
        term: 'Evidence incomplete or late',
        tone: 'incomplete',
        means:
          'A ground is claimed and the facts fit; something that must be on paper is missing, or came after the practice began.',
      },
      {
        id: 'review',
        term: 'Legal review',
        tone: 'review',
        means: 'A state law or an open question of the rules decides. The product cannot know; counsel does.',
      },
      {
        id: 'not-offered',
        term: 'Not offered, unreached',
        tone: 'none',
        means:
          'Not offered: the channel’s system has the class and the channel does not give it out. Unreached: the channel’s system could never have it.',
      },
      {
        id: 'unknown',
        term: 'Unknown',
        tone: 'unknown',
        means: 'Nobody recorded what the channel releases. Unknown is an answer, never an empty cell.',
      },
      {
        id: 'stranded',
        term: 'Stranded',
        means:
          'A system has the class, and no channel that releases it could be reached from there even without any restriction.',
      },
      {
        id: 'restriction',
        term: 'Restriction',
        means:
          'A practice, written or built into software, that withholds, filters, delays, charges for, sets conditions on, or narrows the manner of a release.',
        see: ['basis-claim', 'silent-filter'],
      },
      {
        id: 'silent-filter',
        term: 'Silent filter',
        means:
          'A filter, a disabled destination or a missing resource that an imported file shows, and for which no restriction is recorded.',
      },
    ],
  },
  {
    title: 'Documentation and verdict',
    terms: [
      {
        id: 'basis-claim',
        term: 'Basis claim',
        also: ['basis'],
        means:
          'The ground recorded for a restriction: an exception of 45 CFR Part 171, or a law that requires it, with an answer to each condition.',
        see: ['exception', 'condition'],
      },
      {
        id: 'exception',
        term: 'Exception',
        means:
          'A set of conditions under which a practice is not treated as interference with access. All conditions have to be met at all relevant times.',
        cite: ['45 CFR 171.200', '45 CFR 171.300', '45 CFR 171.400'],
      },
      {
        id: 'condition',
        term: 'Condition',
        means:
          'One requirement of an exception. It is met, not met, or not known; some have to be on paper, some have a clock.',
      },
      {
        id: 'required-by-law',
        term: 'Required by law',
        means:
          'Law itself forbids the release. That is no exception: none is needed. A permission to refuse is not enough.',
        cite: ['45 CFR 171.103(a)'],
      },
      {
        id: 'rule-pack',
        term: 'Rule pack',
        means:
          'The conditions of all exceptions as of a day, with their citations. A proposed rule is a pack of its own and judges nothing unless it is asked for.',
      },
      {
        id: 'verdict',
        term: 'Verdict',
        means:
          'What the recorded facts amount to under a rule pack. It is about a practice and its documentation, never about a person or an organization, and counsel decides.',
      },
      {
        id: 'late',
        term: 'Late',
        means:
          'Recorded after the practice began, where the text wants it before or at the time. The time is the server’s; nobody can set it.',
      },
    ],
  },
  {
    title: 'How well something is known',
    terms: [
      {
        id: 'grade',
        term: 'Grade',
        means:
          'How well a fact is known, weakest first: asserted (a person says so), documented (a document does), advertised (a system says so of itself), observed (seen in a running configuration), tested.',
      },
      {
        id: 'observation',
        term: 'Observation',
        means: 'One fact that an imported file states. It stands beside what people recorded and never overwrites it.',
        see: ['reconcile'],
      },
      {
        id: 'reconcile',
        term: 'Reconcile',
        means:
          'To go through what was observed and what was declared: matched, declared only, observed only, conflicting, ambiguous; and to decide.',
      },
      {
        id: 'witness',
        term: 'Witness',
        means: 'The path or the things by which a finding can be seen to be so.',
        see: ['finding'],
      },
      {
        id: 'finding',
        term: 'Finding',
        means:
          'Something that a rule looks for and found, with an owner, a state and a history. The same facts give the same finding.',
      },
      {
        id: 'revision',
        term: 'Revision',
        means: 'The number of a change in the log. Every answer says for which revision it holds.',
      },
      {
        id: 'end',
        term: 'End',
        means: 'Nothing is deleted. A thing ends on a day, with a reason, and stays in the record of the days before.',
      },
    ],
  },
];
