import { generateKeyPairSync } from 'node:crypto';

/** A key of this run only. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
