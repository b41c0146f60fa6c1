import { redactAddress } from '../redact.ts';
import type { EngineConnector } from './model.ts';

/** The other end of a connector. `isInternal`: another channel of this engine. `address` is cleaned; absent when nobody says. */
export interface ConnectorEnd {
  readonly address?: string;
  readonly name: string;
  readonly protocol: string;
  readonly isUnresolved: boolean;
  readonly isInternal: boolean;
  /** The channel it leads to, if it leads to one. */
  readonly channel?: string;
  readonly kind?: string;
}

/** Returns what is at the other end of a connector. The sender of a listener is not known: its port stands for it. Pure. */
export const endOf = (connector: EngineConnector, channelName: string): ConnectorEnd => {
  const { transport, settings, dataType } = connector;
  const get = (...names: readonly string[]): string | undefined => names.flatMap((name) => settings.get(name) ?? [])[0];
  const message = /hl7v?2/i.test(dataType) ? 'HL7 v2' : /hl7v?3|xml/i.test(dataType) ? 'XML' : dataType.toUpperCase();
  const over = (way: string): string => (message === '' ? way : `${message} over ${way}`);
  const at = (address: string, protocol: string, kind?: string): ConnectorEnd => {
    const cleaned = redactAddress(address).slice(0, 200);
    return {
      address: cleaned,
      name: cleaned,
      protocol,
      isUnresolved: true,
      isInternal: false,
      ...(kind === undefined ? {} : { kind }),
    };
  };
  const unknown = (protocol: string, what: string): ConnectorEnd => ({
    name: `${what} of ${channelName}`,
    protocol,
    isUnresolved: true,
    isInternal: false,
  });
  const hostPort = (host: string | undefined, port: string | undefined): string =>
    [host ?? '', port ?? ''].filter((each) => each !== '').join(':');

  if (/Channel (?:Reader|Writer)/i.test(transport)) {
    const channel = get('channelId', 'host');
    return {
      name: 'another channel',
      protocol: 'inside the engine',
      isUnresolved: false,
      isInternal: true,
      ...(channel === undefined || channel === 'none' || channel === 'sink' ? {} : { channel }),
    };
  }
  if (/^(?:TCP|LLP) Listener/i.test(transport))
    return unknown(over('MLLP'), `whoever sends to port ${get('listenerConnectorProperties/port', 'port') ?? '?'}`);
  if (/^(?:TCP|LLP) Sender/i.test(transport))
    return at(hostPort(get('remoteAddress', 'host'), get('remotePort', 'port')), over('MLLP'));
  if (/^HTTP Listener/i.test(transport))
    return unknown(
      over('HTTP'),
      `whoever calls port ${get('listenerConnectorProperties/port', 'port') ?? '?'}/${get('contextPath') ?? ''}`,
    );
  if (/^HTTP Sender/i.test(transport)) return at(get('host') ?? '', over('HTTP'));
  if (/^Web Service Listener/i.test(transport))
    return unknown(
      'SOAP',
      `whoever calls the service on port ${get('listenerConnectorProperties/port', 'port') ?? '?'}`,
    );
  if (/^Web Service Sender/i.test(transport)) return at(get('locationURI', 'wsdlUrl', 'host') ?? '', 'SOAP');
  if (/^Database/i.test(transport)) return at(get('url', 'URL') ?? '', 'JDBC');
  if (/^File/i.test(transport)) {
    const scheme = (get('scheme') ?? 'FILE').toUpperCase();
    return at(
      `${scheme === 'FILE' ? '' : `${scheme.toLowerCase()}://`}${get('host') ?? ''}`,
      scheme === 'FILE' ? 'file' : scheme,
      scheme === 'FILE' ? undefined : 'SYS-SFTP',
    );
  }
  if (/^DICOM Listener/i.test(transport))
    return unknown('DICOM', `whoever sends images to ${get('applicationEntity') ?? '?'}`);
  if (/^DICOM Sender/i.test(transport))
    return at(
      `${get('applicationEntity') ?? ''}@${hostPort(get('host', 'remoteHost'), get('port', 'remotePort'))}`.replace(
        /^@/,
        '',
      ),
      'DICOM',
    );
  if (/^SMTP/i.test(transport)) return at(hostPort(get('smtpHost'), get('smtpPort')), 'SMTP');
  if (/JMS/i.test(transport)) return at(get('destinationName') ?? '', 'JMS');
  if (/^JavaScript/i.test(transport)) return unknown('script', 'what a script reaches');
  return unknown(transport || 'unknown', 'the other end');
};
