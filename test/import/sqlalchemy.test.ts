import { describe, expect, it } from 'vitest';
import { sqlAlchemyImporter } from '../../server/src/importers/sqlalchemy-schema/index.ts';
import { must } from '../kit/seed-graph.ts';
import { artefactAt, artefactOf, everythingIn, factsOf, fuzz, readWith, samplePath } from './reading-kit.ts';

const models = `from sqlalchemy import Table, Column, Integer, VARCHAR, ForeignKey
engine = create_engine('postgresql://user:hunter2@db/x')
"""
Table('in_a_text', metadata, Column('x', Integer))
"""
# Table('in_a_comment', metadata)
patient = Table(
    'patient', metadata,
    Column('patient_id', Integer, primary_key=True),
    Column('family_name', VARCHAR(80), comment='as registered'))

class LabResult(Base):
    __tablename__ = 'lab_result'
    result_id = Column(Integer, primary_key=True)
    patient_id = Column(Integer, ForeignKey('patient.patient_id'))
    value: Mapped[str] = mapped_column(VARCHAR(200))

class Helper(object):
    pass
`;

describe('SQLAlchemy models', () => {
  it('give tables, columns, keys and classes, without running or keeping code', async () => {
    const facts = await factsOf(sqlAlchemyImporter, models, { systemName: 'Warehouse' });
    expect(
      facts.holdings.map(({ name, parts }) => [
        name,
        parts.map((part) => [part.name, part.type, part.key, part.references]),
      ]),
    ).toEqual([
      [
        'patient',
        [
          ['patient_id', 'Integer', 'PRIMARY', undefined],
          ['family_name', 'VARCHAR(80)', undefined, undefined],
        ],
      ],
      [
        'lab_result',
        [
          ['result_id', 'Integer', 'PRIMARY', undefined],
          ['patient_id', 'Integer', 'FOREIGN', 'patient.patient_id'],
          ['value', 'VARCHAR(200)', undefined, undefined],
        ],
      ],
    ]);
    expect(facts.holdings.map(({ classes }) => classes.map((sign) => sign.classes.join()))).toEqual([
      ['UC-DEM'],
      ['UC-LAB'],
    ]);
    expect(facts.holdings[0]?.pointer).toBe('line 7');
    expect(facts.systems).toMatchObject([{ name: 'Warehouse' }]);
    expect([facts.kind, facts.covers]).toEqual(['sqlalchemy', []]);
    expect(everythingIn(facts)).not.toMatch(/hunter2|in_a_text|in_a_comment/);
  });

  it('are told by what they import, and survive damage', async () => {
    expect(await sqlAlchemyImporter.recognise(await artefactOf("import os\nTable('x')"))).toBe(false);
    expect(await readWith(sqlAlchemyImporter, await artefactOf('from sqlalchemy import Table\n'))).toMatchObject({
      ok: false,
      error: { reason: 'MALFORMED' },
    });
    await expect(fuzz(sqlAlchemyImporter, [models])).resolves.toBeUndefined();
  });

  it.skipIf(samplePath('ddl') === undefined)('of the world are read', async () => {
    const artefact = await artefactAt(samplePath('ddl/pheme-warehouse-sqlalchemy.py') ?? '');
    expect(await sqlAlchemyImporter.recognise(artefact)).toBe(true);
    const { holdings } = must(await readWith(sqlAlchemyImporter, artefact));
    expect(holdings.map(({ name }) => name)).toContain('hl7_visit');
    expect(holdings).toHaveLength(8);
  });
});
