import { expect, test } from 'vitest'
import { secretContents, secretReason } from './secretPatterns.ts'

test.each([
  '.env',
  '.env.local',
  'packages/a/.env.production',
  '.envrc',
  'prod.env',
  '.env.sol',
  '.git/config',
  'lib/dep/.git',
  'lib/dep/.GIT/hooks/pre-commit',
  '.git-credentials',
  '.ssh/known_hosts',
  '.aws/credentials',
  '.npmrc',
  'id_rsa',
  'keys/id_ed25519.pub',
  'deploy.pem',
  'tls/server.KEY',
  'keystore/deployer',
  '.keystores/UTC--2024-01-01T00-00-00.000Z--abc',
  'deployer.keystore.json',
  'mnemonic.txt',
  'MNEMONIC',
  'seed-phrase.txt',
  '.secret',
  'secrets.json',
  'private-key.txt',
])('%s never ships', (path) => {
  expect(secretReason(path)).not.toBeNull()
})

test.each([
  'src/Vault.sol',
  'src/keystore/Wallet.sol',
  'src/Mnemonic.sol',
  'out/Mnemonic.sol/Mnemonic.json',
  'out/Secrets.sol/Secrets.0.8.20.json',
  'test/environment.json',
  'src/Environment.sol',
  'remappings.txt',
  'foundry.toml',
  'test/data/monkey.json',
  '.gitmodules',
])('%s is not taken for a secret', (path) => {
  expect(secretReason(path)).toBeNull()
})

test('a key is known by what it holds, whatever its name', () => {
  expect(secretContents('notes.txt', Buffer.from(`x\n-----BEGIN ${'EC PRIVATE'} KEY-----\n`))).toBe('private key')
  expect(secretContents('notes.txt', Buffer.from(`-----BEGIN ${'OPENSSH PRIVATE'} KEY-----`))).toBe('private key')
  expect(secretContents('notes.txt', Buffer.from('{"crypto":{"ciphertext":"00","kdf" : "scrypt"}}'))).toBe(
    'wallet keystore',
  )
  expect(secretContents('notes.txt', Buffer.from('{"price": 1}'))).toBeNull()
  expect(secretContents('notes.txt', Buffer.from('-----BEGIN PUBLIC KEY-----'))).toBeNull()
  expect(secretContents('src/Pem.sol', Buffer.from(`-----BEGIN ${'PRIVATE'} KEY-----`))).toBeNull()
})
