import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowColumnWords, systemColumnWords } from './column-words.ts';
import { fingerprintOf, normaliseTitle, proposeColumns } from './columns.ts';
import { isShared } from './targets.ts';

const targetsOf = (titles: readonly string[], chosen = {}, sheet?: string): readonly string[] =>
  proposeColumns(titles, chosen, sheet).columns.map(({ target }) => target);

describe('proposeColumns', () => {
  it('reads a list of systems', () => {
    const titles = [
      'App Name',
      'Vendor',
      'Product',
      'Version',
      'App Category',
      'Facility',
      'Business Owner',
      'Status',
      'Purpose',
      'URL',
      'Hosting Model',
      'Data Types',
    ];
    expect(proposeColumns(titles)).toMatchObject({
      kind: 'SYSTEMS',
      isEnough: true,
      isDictionary: false,
      problems: [],
    });
    expect(targetsOf(titles)).toEqual([
      'system.name',
      'system.vendor',
      'system.product',
      'system.version',
      'system.kind',
      'system.organization',
      'system.custodian',
      'system.lifecycle',
      'system.description',
      'system.identifier',
      'system.hosting',
      'system.classes',
    ]);
  });

  it('reads a list of interfaces', () => {
    const titles = [
      'Interface',
      'Sending App',
      'Source',
      'Destination',
      'Message Type(s)',
      'Transport',
      'Trigger',
      'Frequency',
      'Channel',
      'Notes',
      'Active?',
      'Filter criteria',
      'Direction',
    ];
    expect(proposeColumns(titles)).toMatchObject({ kind: 'INTERFACES', isEnough: true });
    expect(targetsOf(titles)).toEqual([
      'flow.name',
      '',
      'flow.from',
      'flow.to',
      'flow.classes',
      'flow.protocol',
      'flow.trigger',
      'flow.schedule',
      'flow.engineRef',
      'flow.description',
      'flow.active',
      'flow.filter',
      'flow.direction',
    ]);
  });

  it('tells data flows from interfaces', () => {
    expect(proposeColumns(['Source System', 'Target System', 'Data exchanged']).kind).toBe('DATA_FLOWS');
    expect(proposeColumns(['Data flow', 'Source System', 'Target System', 'Protocol']).kind).toBe('DATA_FLOWS');
    expect(proposeColumns(['Source System', 'Target System', 'Protocol']).kind).toBe('INTERFACES');
  });

  it('gives every column a reason', () => {
    const { columns } = proposeColumns([
      'Application',
      'System',
      'Vendor e-mail',
      'Colour',
      'Name of vendor (main)',
      'Owner password',
      '',
    ]);
    expect(columns.map(({ reason }) => reason)).toEqual([
      '"application" usually means the name of the system',
      'another column is the name of the system',
      'contact details of people are not read',
      'its title is not known',
      '"vendor" in "name of vendor main" usually means who makes the system',
      'credentials are not read',
      'it has no title',
    ]);
  });

  it('lets a person say otherwise', () => {
    const titles = ['Tool', 'Maker', 'Vendor'];
    expect(proposeColumns(titles).kind).toBeUndefined();
    const chosen = { tool: 'system.name', ' MAKER ': 'system.vendor' };
    expect(targetsOf(titles, chosen)).toEqual(['system.name', 'system.vendor', '']);
    expect(proposeColumns(titles, chosen)).toMatchObject({ kind: 'SYSTEMS', isEnough: true });
    expect(targetsOf(['Application', 'Vendor'], { Vendor: '' })).toEqual(['system.name', '']);
    expect(targetsOf(['Name', 'Vendor'], { 'Apps!Name': 'system.name', Name: '' }, 'Apps')).toEqual([
      'system.name',
      'system.vendor',
    ]);
  });

  it('keeps its proposal where what was chosen belongs into another list', () => {
    const titles = ['Name', 'Source system', 'Target system', 'Protocol'];
    const chosen = { Name: 'system.name', 'Source system': 'flow.from', Vendor: 'system.vendor' };
    expect(targetsOf(titles, chosen)).toEqual(['flow.name', 'flow.from', 'flow.to', 'flow.protocol']);
  });

  it('says what was chosen and cannot be', () => {
    expect(proposeColumns(['Application', 'Vendor', 'X'], { X: 'nonsense', Vendor: 'flow.name' }).problems).toEqual([
      '"Vendor" was chosen to be "flow.name", which a list of systems does not have; that was not heeded.',
      '"X" was chosen to be "nonsense", which is nothing a column can be; it was not read.',
    ]);
  });

  it.each([
    [['Table', 'Column', 'Type', 'Description', 'Version']],
    [['cdmTableName', 'cdmFieldName', 'isRequired']],
    [['Name', 'Type', 'Status', 'Description']],
    [['Name', 'Department', 'Status', 'Type', 'Location']],
    [['source', 'target']],
    [['source', 'target', 'description']],
    [['id', 'value']],
    [['Application']],
    [['Application', 'Vendor', 'Version', 'Patient ID']],
    [['System Name', 'Vendor', 'Version', 'First Name', 'DOB']],
  ])('does not take %j for a list', (titles) => {
    expect(proposeColumns(titles).isEnough).toBe(false);
  });

  it('gives no two columns what only one can be, in any order and with any titles', () => {
    const known = [...systemColumnWords, ...flowColumnWords].flatMap(({ titles, within }) => [...titles, ...within]);
    const title = fc.oneof(fc.constantFrom(...known), fc.string());
    fc.assert(
      fc.property(fc.array(title, { maxLength: 30 }), (titles) => {
        const proposal = proposeColumns(titles);
        expect(proposal.columns).toHaveLength(titles.length);
        const single = proposal.columns.flatMap(({ target }) => (target === '' || isShared(target) ? [] : [target]));
        expect(new Set(single).size).toBe(single.length);
        const again = Object.fromEntries(proposal.columns.map(({ title, target }) => [title, target]));
        const titled = new Set(proposal.columns.map(({ title }) => normaliseTitle(title))).size === titles.length;
        // What was remembered gives the same reading again.
        if (titled && proposal.kind !== undefined) expect(targetsOf(titles, again)).toEqual(targetsOf(titles));
      }),
    );
  });

  it('has no title that two things claim as their first', () => {
    for (const words of [systemColumnWords, flowColumnWords]) {
      const firsts = words.map(({ titles }) => titles[0]);
      expect(new Set(firsts).size).toBe(firsts.length);
      for (const { titles, within } of words)
        for (const title of [...titles, ...within]) expect(normaliseTitle(title)).toBe(title);
    }
  });
});

describe('the fingerprint of titles', () => {
  it('is the same for the same titles however they are written', () => {
    expect(fingerprintOf([['App Name', ' vendor '], ['Système']])).toBe('app name | vendor || systeme');
    expect(fingerprintOf([['appName', 'VENDOR']])).toBe(fingerprintOf([['App  name', 'Vendor:']]));
  });

  it('is bounded, and still tells long ones apart', () => {
    const titles = Array.from({ length: 400 }, (_, index) => `Column ${index}`);
    const changed = [...titles.slice(0, 399), 'Other'];
    expect(fingerprintOf([titles]).length).toBeLessThan(2_100);
    expect(fingerprintOf([titles])).not.toBe(fingerprintOf([changed]));
  });
});
