/** One rule as a test writes it. */
export interface RuleSketch {
  readonly name: string;
  readonly field?: string;
  readonly values?: readonly string[];
  readonly script?: string;
  readonly operator?: 'AND' | 'OR';
}

/** One channel as a test writes it: the same in every version's own layout. */
export interface ChannelSketch {
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly rules: readonly RuleSketch[];
  readonly destinations: readonly {
    readonly name: string;
    readonly enabled: boolean;
    readonly host: string;
    readonly port: string;
    readonly step?: string;
  }[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;').replaceAll('\n', '&#xd;\n');

const oldRules = (rules: readonly RuleSketch[]): string =>
  rules
    .map(({ name, field, values = [], script = '', operator = 'NONE' }, at) =>
      field === undefined
        ? `<rule><sequenceNumber>${at}</sequenceNumber><name>${name}</name><data class="map"><entry><string>Script</string><string>${escape(script)}</string></entry></data><type>JavaScript</type><script>${escape(script)}</script><operator>${operator}</operator></rule>`
        : `<rule><sequenceNumber>${at}</sequenceNumber><name>${name}</name><data class="map"><entry><string>Field</string><string>${escape(field)}</string></entry><entry><string>Equals</string><string>1</string></entry><entry><string>Values</string><list>${values.map((value) => `<string>${escape(value)}</string>`).join('')}</list></entry></data><type>Rule Builder</type><script>x</script><operator>${operator}</operator></rule>`,
    )
    .join('');

const newRules = (rules: readonly RuleSketch[]): string =>
  rules
    .map(({ name, field, values = [], script = '', operator = 'NONE' }) =>
      field === undefined
        ? `<com.mirth.connect.plugins.javascriptrule.JavaScriptRule version="4.4.0"><name>${name}</name><operator>${operator}</operator><script>${escape(script)}</script></com.mirth.connect.plugins.javascriptrule.JavaScriptRule>`
        : `<com.mirth.connect.plugins.rulebuilder.RuleBuilderRule version="4.4.0"><name>${name}</name><enabled>true</enabled><operator>${operator}</operator><field>${escape(field)}</field><condition>EQUALS</condition><values>${values.map((value) => `<string>${escape(value)}</string>`).join('')}</values></com.mirth.connect.plugins.rulebuilder.RuleBuilderRule>`,
    )
    .join('');

type Layout = '2.2' | '3.4' | '3.5' | '4.4';

/** A channel as a version writes it. The bodies of messages in it must never be seen again. */
export const channelXml = (channel: ChannelSketch, layout: Layout): string => {
  const isOld = layout === '2.2';
  const hasElements = layout === '3.5' || layout === '4.4';
  const rules = hasElements
    ? `<elements>${newRules(channel.rules)}</elements>`
    : `<rules>${oldRules(channel.rules)}</rules>`;
  const properties = (pairs: Readonly<Record<string, string>>): string =>
    isOld
      ? `<properties>${Object.entries(pairs)
          .map(([name, value]) => `<property name="${name}">${value}</property>`)
          .join('')}</properties>`
      : `<properties class="x" version="${layout}">${Object.entries(pairs)
          .map(([name, value]) => `<${name}>${value}</${name}>`)
          .join('')}</properties>`;
  const step = (text: string | undefined): string =>
    text === undefined
      ? ''
      : hasElements
        ? `<elements><com.mirth.connect.plugins.javascriptstep.JavaScriptStep version="4.4.0"><name>step</name><script>${escape(text)}</script></com.mirth.connect.plugins.javascriptstep.JavaScriptStep></elements>`
        : `<steps><step><name>step</name><type>JavaScript</type><script>${escape(text)}</script></step></steps>`;
  const types = isOld ? '<inboundProtocol>HL7V2</inboundProtocol>' : '<inboundDataType>HL7V2</inboundDataType>';
  const template = '<inboundTemplate>PID|1||9999^^^MR||SECRETNAME^ANNA||19700101</inboundTemplate>';
  const listener = properties(
    isOld
      ? { port: '6661', host: '0.0.0.0' }
      : { listenerConnectorProperties: '<host>0.0.0.0</host><port>6661</port>' },
  );
  const destinations = channel.destinations.map(
    ({ name, enabled, host, port, step: text }, at) =>
      `<connector version="${layout}">${isOld ? '' : `<metaDataId>${at + 1}</metaDataId>`}<name>${name}</name>${properties(isOld ? { host, port, password: 'hunter2' } : { remoteAddress: host, remotePort: port, password: 'hunter2' })}<transformer>${step(text)}${template}${types}</transformer><filter>${hasElements ? '<elements/>' : '<rules/>'}</filter><transportName>${isOld ? 'LLP Sender' : 'TCP Sender'}</transportName><enabled>${enabled}</enabled></connector>`,
  );
  const state = hasElements
    ? `<exportData><metadata><enabled>${channel.enabled}</enabled><lastModified><time>1700000000000</time></lastModified></metadata></exportData>`
    : `<enabled>${channel.enabled}</enabled><lastModified><time>1700000000000</time></lastModified>`;
  return `<channel${isOld ? '' : ` version="${layout}"`}>
<id>${channel.id}</id><name>${channel.name}</name>${isOld ? `<version>${layout}</version>` : ''}
<sourceConnector><name>sourceConnector</name>${listener}<transformer>${template}${types}</transformer><filter>${rules}</filter><transportName>${isOld ? 'LLP Listener' : 'TCP Listener'}</transportName><enabled>true</enabled></sourceConnector>
<destinationConnectors>${destinations.join('\n')}</destinationConnectors>
${state}</channel>`;
};
