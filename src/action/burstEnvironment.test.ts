import { expect, test } from 'vitest'
import { burstEnvironment } from './burstEnvironment.ts'

test('the key, the tokens and the files of the runner stay out of the burst', () => {
  const env = {
    INPUT_KEY: 'k',
    STATE_burst: 's',
    GITHUB_TOKEN: 't',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't',
    ACTIONS_RUNTIME_TOKEN: 't',
    GITHUB_OUTPUT: '/o',
    GITHUB_ENV: '/e',
    PATH: '/bin',
    HOME: '/home/runner',
    FOUNDRY_PROFILE: 'ci',
    GITHUB_SHA: 'abc',
  }
  expect(burstEnvironment(env)).toEqual({
    PATH: '/bin',
    HOME: '/home/runner',
    FOUNDRY_PROFILE: 'ci',
    GITHUB_SHA: 'abc',
  })
})

test('nothing that is named like a secret reaches the compiler that a project names', () => {
  const env = Object.fromEntries(
    [
      'INPUT_SOLC',
      'FUZZBURST_KEY',
      'ETHERSCAN_API_KEY',
      'deployer_private_key',
      'NODE_AUTH_TOKEN',
      'NPM_TOKEN',
      'AWS_SECRET_ACCESS_KEY',
      'DB_PASSWORD',
      'PGPASSWORD',
      'MNEMONIC',
      'GOOGLE_APPLICATION_CREDENTIALS',
      'SSH_AUTH_SOCK',
    ].map((name) => [name, 'v']),
  )
  expect(burstEnvironment({ ...env, PATH: '/bin', CI: 'true' })).toEqual({ PATH: '/bin', CI: 'true' })
})
