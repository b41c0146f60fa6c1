import { describe, expect, it } from 'vitest';
import { redact, redactAddress } from './redact.ts';

describe('redact', () => {
  it.each([
    ['var password = "hunter2";', 'hunter2'],
    ["props.put('user_password', 'hunter2')", 'hunter2'],
    ['{"client_secret": "s3cr3t-value"}', 's3cr3t-value'],
    ['db.password=hunter2', 'hunter2'],
    ['Authorization: Bearer abc.def-ghi', 'abc.def-ghi'],
    ['headers.put("Authorization", "Basic dXNlcjpwYXNz")', 'dXNlcjpwYXNz'],
    [
      "DatabaseConnectionFactory.createDatabaseConnection('org.postgresql.Driver', 'jdbc:postgresql://db/x', 'mirth', 'hunter2')",
      'hunter2',
    ],
    ["createDatabaseConnection(driver, url, 'mirth', 'hunter2')", 'mirth'],
    ['jdbc:mysql://root:hunter2@10.1.1.1/lab', 'hunter2'],
    ['https://user:hunter2@host/path', 'hunter2'],
    ['token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdef', 'eyJhbGciOiJIUzI1NiJ9'],
    ['key = 0123456789abcdef0123456789abcdef', '0123456789abcdef0123456789abcdef'],
    ['login admin/hunter2 works', 'hunter2'],
    ['see https://hooks.example/x?sig=hunter2', 'hunter2'],
    ['\\\\\\\\user:hunter2@srv\\\\share', 'hunter2'],
    ['use ghp_1234567890abcdefghij', 'ghp_'],
    ['xoxb-123456789012-abcdefghij', 'xoxb'],
    ['https://hooks.slack.com/services/T00000000/B00000000/Xa9Yb8Zc7Wd6Ve5Uf4Tg3Sh2', 'Xa9Yb8'],
    ['user sa pwd hunter2', 'hunter2'],
    ['The password is hunter2.', 'hunter2'],
    ['pw: hunter2', 'hunter2'],
    ['API key: hunter2', 'hunter2'],
    ['api_key: AKIAIOSFODNN7EXAMPLE', 'AKIAIOSFODNN7EXAMPLE'],
  ])('hides the secret in %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
    expect(redact(text)).toContain('[hidden]');
  });

  it.each([
    'INSERT INTO lab_results (code, value) VALUES (?, ?)',
    "if (msg['MSH']['MSH.9'] == 'ORU') return true;",
    'router.routeMessage("Authorizations to payer", msg)',
    'Password reset system',
    'ClinicalDocument/component/structuredBody/component/section/entry/act/entryRelationship',
    'The token is sent by the gateway that PW and PWD stand for',
    'upward: 3 flows',
    'PatientVisitTypeCode2Description3',
    'TABLE_PATIENT_2024_ARCHIVE and tbl_Pat2Enc3Hx',
    '2026-11-27T16:00:00.000Z and 01JD8XK2T9QZ7M3V4W5Y6R8S0A',
    'jdbc:postgresql://db.example:5432/lab',
  ])('leaves what is no secret as it is: %s', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('takes no longer than the text is long, whatever it is', () => {
    for (const piece of [
      'a.',
      'a-',
      'password',
      'token=',
      'x:',
      '@',
      "'",
      'createDatabaseConnection(',
      'Bearer ',
      '{"',
    ])
      expect(redact(piece.repeat(60_000)).length).toBeGreaterThan(0);
  });
});

describe('an address', () => {
  it.each([
    ['https://user:hunter2@host.example/path/?token=x#y', 'https://host.example/path'],
    ['jdbc:mysql://10.1.1.1:3306/lab?user=root&password=hunter2', 'jdbc:mysql://10.1.1.1:3306/lab'],
    ['jdbc:sqlserver://db:1433;databaseName=lab;user=sa;password=hunter2', 'jdbc:sqlserver://db:1433'],
    ['jdbc:postgresql://user:hunter2@db.example:5432/q?password=hunter2', 'jdbc:postgresql://db.example:5432/q'],
    ['jdbc:oracle:thin:scott/hunter2@//db.example:1521/x', 'jdbc:oracle://db.example:1521/x'],
    ['jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(HOST=h))(MY_WALLET_PWD=hunter2))', 'jdbc:oracle:'],
    ['jdbc:cache://h:1972/NS/,logfile,user,hunter2', 'jdbc:cache://h:1972/NS/'],
    ['https://api.example/bot1234:hunter2secret/send', 'https://api.example/bot1234:[hidden]/send'],
    ['https://api.example/r4/X;s=hunter2', 'https://api.example/r4/X'],
    ['/mnt/share/out', '/mnt/share/out'],
    ['${LAB_HOST}', '${LAB_HOST}'],
  ])('%s is kept as %s', (text, kept) => {
    expect(redactAddress(text)).toBe(kept);
  });
});
