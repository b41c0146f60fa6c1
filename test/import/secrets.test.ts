import { describe, expect, it } from 'vitest';
import { openImports } from './import-kit.ts';

const secret = 'hunter2';
const person = 'ZZPATIENT';

/** Files with a credential where nobody should have put it: in a comment, a note, a name, an address. */
const files: Readonly<Record<string, string>> = {
  'statement.json': JSON.stringify({
    resourceType: 'CapabilityStatement',
    status: 'active',
    kind: 'instance',
    fhirVersion: '4.0.1',
    implementation: { description: `pw: ${secret}`, url: `https://u:${secret}@fhir.example/r4?token=${secret}` },
    software: { name: 'Northwind Care', version: `1 password=${secret}` },
    rest: [{ mode: 'server', resource: [{ type: 'Patient', interaction: [{ code: 'read' }] }] }],
  }),
  'schema.sql': `CREATE TABLE patient (id int, name varchar(10) DEFAULT '${person}');
COMMENT ON TABLE patient IS 'the password is ${secret}';
COMMENT ON COLUMN patient.name IS 'pw=${secret}';
INSERT INTO patient VALUES (1, '${person}');`,
  'models.py': `from sqlalchemy import Column, Integer, String
class Patient(Base):
    __tablename__ = 'patient'
    id = Column(Integer, primary_key=True)
    name = Column(String, default='${person}', comment='pw=${secret}')
`,
  'systems.csv': `Application Name,Vendor,URL,Admin password,Notes
EHR,Northwind,https://u:${secret}@ehr.example/?token=${secret},${secret},API key: ${secret}
LIS,Northwind,"jdbc:sqlserver://lis;user=sa;password=${secret}",${secret},user sa pwd ${secret}`,
  'interfaces.csv': `Source,Target,Protocol,Endpoint,Comments,Data
EHR,LIS,HL7 MLLP,tcp://u:${secret}@lis:1234,user sa pwd ${secret},Lab results`,
  'dictionary.csv': `TABLE_NAME,COLUMN_NAME,DATA_TYPE,DESCRIPTION,EXAMPLE
PATIENT,NAME,varchar,password=${secret},${person}`,
  'drawing.drawio': `<mxfile><diagram name="x"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="2" value="EHR&lt;br&gt;pw: ${secret}" vertex="1" parent="1"/><mxCell id="3" value="LIS" vertex="1" parent="1"/>
<mxCell id="4" value="results token=${secret}" edge="1" source="2" target="3" parent="1"/></root></mxGraphModel></diagram></mxfile>`,
  'workspace.dsl': `workspace "W" "pw: ${secret}" {
 model {
  a = softwareSystem "EHR" "password=${secret}" { url "https://u:${secret}@ehr.example" }
  b = softwareSystem "LIS"
  a -> b "orders token=${secret}" "HL7 https://u:${secret}@lis"
 }
}`,
  'model.c4': `specification { element system }
model {
 ehr = system 'EHR' { description 'password: ${secret}' }
 lis = system 'LIS'
 ehr -> lis 'token=${secret}'
}`,
  'lineage.json': JSON.stringify({
    eventTime: '2024-01-01T00:00:00Z',
    eventType: 'COMPLETE',
    run: { runId: 'x', facets: { errorMessage: { message: `${person} pw=${secret}` } } },
    job: { namespace: 'nightly', name: 'load', facets: { sql: { query: `SELECT * FROM b WHERE name='${person}'` } } },
    inputs: [
      {
        namespace: `postgres://u:${secret}@db:5432`,
        name: 'ehr.public.b',
        facets: { schema: { fields: [{ name: 'mrn', type: 'text', description: `pw=${secret}` }] } },
      },
    ],
    outputs: [{ namespace: `s3://u:${secret}@bucket`, name: `b?sig=${secret}` }],
  }),
  'manifest.yml': `system:
  - fides_key: ehr
    name: EHR
    description: "pwd: ${secret}"
    system_type: Application
    privacy_declarations: []
dataset:
  - fides_key: db
    name: db
    description: "pw=${secret}"
    collections:
      - name: patient
        fields:
          - name: mrn
            description: "password is ${secret}"
            data_categories: [user.health_and_medical]
`,
  'threats.json': JSON.stringify({
    version: '2.0',
    summary: { title: 'T', description: `pw: ${secret}` },
    detail: {
      contributors: [{ name: person }],
      diagrams: [
        {
          id: 0,
          title: 'd',
          diagramType: 'STRIDE',
          cells: [
            { id: '1', shape: 'process', data: { name: 'EHR', description: `password=${secret}` } },
            { id: '2', shape: 'store', data: { name: `DB postgres://u:${secret}@db` } },
            { id: '3', shape: 'flow', source: { cell: '1' }, target: { cell: '2' }, data: { name: `token=${secret}` } },
          ],
        },
      ],
    },
  }),
  'channel.xml': `<channel version="3.12.0"><id>a1</id><name>ADT in</name><description>password is ${secret}</description>
<sourceConnector version="3.12.0"><metaDataId>0</metaDataId><name>src</name>
<properties class="com.mirth.connect.connectors.tcp.TcpReceiverProperties"><listenerConnectorProperties><host>0.0.0.0</host><port>6661</port></listenerConnectorProperties></properties>
<transformer><elements/><inboundTemplate>${person}</inboundTemplate></transformer>
<filter><elements>
<com.mirth.connect.plugins.rulebuilder.RuleBuilderRule><name>who</name><sequenceNumber>0</sequenceNumber><enabled>true</enabled><field>msg['PID']['PID.5']['PID.5.1'].toString()</field><condition>EQUALS</condition><values><string>'${person}'</string></values></com.mirth.connect.plugins.rulebuilder.RuleBuilderRule>
<com.mirth.connect.plugins.javascriptrule.JavaScriptRule><name>script</name><sequenceNumber>1</sequenceNumber><enabled>true</enabled><script>return msg['PID']['PID.5']['PID.5.1'].toString() != "${person}" &amp;&amp; ['12345678'].indexOf(mrn) &lt; 0;</script></com.mirth.connect.plugins.javascriptrule.JavaScriptRule>
</elements></filter><transportName>TCP Listener</transportName><mode>SOURCE</mode><enabled>true</enabled></sourceConnector>
<destinationConnectors><connector version="3.12.0"><metaDataId>1</metaDataId><name>db</name>
<properties class="com.mirth.connect.connectors.jdbc.DatabaseDispatcherProperties"><url>jdbc:sqlserver://sql.example:1433;user=sa;password=${secret}</url><username>sa</username><password>${secret}</password><query>INSERT INTO p VALUES ('${person}')</query></properties><transportName>Database Writer</transportName><enabled>true</enabled></connector></destinationConnectors></channel>`,
};

describe('an import', () => {
  it.each(Object.entries(files))(
    'keeps, tells and logs no credential and no value of a person: %s',
    async (name, text) => {
      const { run, graph, store } = await openImports();
      const report = await run({ fileName: name, bytes: Buffer.from(text) });
      expect(report).toMatchObject({ ok: true });
      const { ImportRun, Observation, System, AccessChannel } = await graph();
      const kept = [ImportRun, Observation, System, AccessChannel].map((byId) => [...byId.values()]);
      expect(Observation.size).toBeGreaterThan(0);
      const everything = JSON.stringify([report, kept, await store.changes(0, 1_000)]);
      expect(everything).not.toMatch(/hunter2|ZZPATIENT|12345678/i);
    },
  );
});
