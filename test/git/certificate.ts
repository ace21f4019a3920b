/** A certificate that this machine signs itself, for a server on loopback. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A test that needs one is skipped where this is false: nothing else here makes certificates. */
export const makesCertificates = spawnSync('openssl', ['version']).status === 0;

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** Where `cert` is: whoever is to believe in it is told so. */
  readonly file: string;
}

/** For 127.0.0.1, and two days. */
export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync('openssl', ['req', '-x509', ...kind, ...subject, '-keyout', key, '-out', file], {
    stdio: 'pipe',
  });
  return { key: readFileSync(key), cert: readFileSync(file), file };
}
