import { describe, expect, it } from 'vitest';
import { noPathWords, type NoPathFacts } from './no-path-words.ts';

const systems: NoPathFacts['systems'] = [
  { system: { id: 'ehr', name: 'Electronic health record', kind: 'SYS-EHR' }, start: 'ORIGIN' },
  { system: { id: 'edw', name: 'Data warehouse', kind: 'SYS-EDW' }, start: null },
];
const channel = (more: Partial<NoPathFacts['channels'][number]> = {}): NoPathFacts['channels'][number] => ({
  reachable: true,
  offer: 'NOT_OFFERED',
  outcomes: [{ audience: 'PATIENT', outcome: 'NOT_OFFERED' }],
  ...more,
});

describe('noPathWords', () => {
  it('says that no path begins only where nothing is a start', () => {
    expect(noPathWords({ systems: systems.slice(1), channels: [channel()] })).toMatch(/^No path begins anywhere\./);
    expect(noPathWords({ systems, channels: [channel()] })).toMatch(
      /^Paths begin at Electronic health record, but none ends at a channel for this audience\./,
    );
  });

  it('names the next step by what is missing', () => {
    expect(noPathWords({ systems, channels: [] })).toContain('Record a channel that releases the data');
    expect(noPathWords({ systems, channels: [channel({ outcomes: [] })] })).toContain(
      'Record whom the channel here is for',
    );
    expect(noPathWords({ systems, channels: [channel({ reachable: false })] })).toContain('Record the flows');
    expect(noPathWords({ systems, channels: [channel({ offer: 'UNKNOWN' })] })).toContain('which data classes');
    expect(noPathWords({ systems, channels: [channel()] })).toContain('do not offer it');
  });
});
