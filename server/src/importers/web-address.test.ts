import { describe, expect, it } from 'vitest';
import { cleanAddress, isSameAddress } from './web-address.ts';

describe('addresses', () => {
  it.each([
    ['https://u:p@Host.example/fhir/?token=x#y', 'https://host.example/fhir', true],
    ['https://host.example:8443/fhir', 'https://host.example:8443/fhir', false],
    ['mllp://user:pass@10.1.1.10:9234', 'mllp://10.1.1.10:9234', true],
    ['mllp:10.1.1.10:9234', 'mllp:10.1.1.10:9234', false],
    ['sftp://user:pa@ss@host/x?key=1', 'sftp://host/x', true],
  ])('%s loses what is secret', (text, address, hadSecrets) => {
    expect(cleanAddress(text)).toStrictEqual({ address, hadSecrets });
  });

  it('are the same with another case of the host, another scheme or a slash at the end, and not with another path', () => {
    expect(isSameAddress('http://A.example/r4/', 'https://a.example/r4')).toBe(true);
    expect(isSameAddress('https://a.example/r4', 'https://a.example/R4')).toBe(false);
    expect(isSameAddress('patient-api', 'patient-api')).toBe(false);
  });
});
