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
