import { parse } from 'smol-toml'
import { expect, test } from 'vitest'
import { readFoundryConfig } from './foundryConfig.ts'
import { configNotes, sliceConfig } from './sliceConfig.ts'

const campaign = '{"runs":256,"depth":500,"seed":"0x7","timeout":30,"corpus_dir":"corpus","dictionary_weight":40}'
const config = readFoundryConfig(
  `{"src":"src","test":"test","script":"script","out":"out","libs":["lib"],"solc":"0.8.37","offline":false,"ffi":true,` +
    `"eth_rpc_url":"https://rpc.invalid/SECRET","etherscan_api_key":"SECRET","rpc_endpoints":{"a":"SECRET"},` +
    `"fs_permissions":[{"access":"read","path":"./data"},{"access":"read-write","path":"../up"},{"access":"read","path":"/etc"}],` +
    `"gas_limit":9223372036854775807,"remappings":["a/=lib/a/src/"],"evm_version":"cancun","unheard_of":"SECRET",` +
    `"fuzz":${campaign},"invariant":${campaign}}`,
)
const request = { config, profile: 'ci', profiles: ['default', 'ci', 'lite'] }

test('what ships holds no secret, no clock and no unknown key', () => {
  const text = sliceConfig({ ...request, solcVersions: ['0.8.37'] })
  expect(text).not.toMatch(/SECRET|unheard_of|timeout|seed|corpus_dir|\.\.|\/etc/)
})

test('what ships keeps what decides a result, to the last digit, under the same profile', () => {
  const shipped = parse(sliceConfig({ ...request, solcVersions: ['0.8.37'] }), { integersAsBigInt: 'asNeeded' })
  expect(shipped).toMatchObject({
    profile: {
      default: {},
      lite: {},
      ci: {
        gas_limit: 9_223_372_036_854_775_807n,
        remappings: ['a/=lib/a/src/'],
        auto_detect_remappings: false,
        evm_version: 'cancun',
        ffi: false,
        offline: true,
        solc: '.fuzzburst/solc',
        fs_permissions: [{ access: 'read', path: 'data' }],
        fuzz: { runs: 256, dictionary_weight: 40 },
        invariant: { depth: 500, corpus_gzip: false },
      },
    },
  })
})

test('several compilers are picked by pragma, as they were in the build', () => {
  const text = sliceConfig({ ...request, solcVersions: ['0.7.6', '0.8.37'] })
  expect(text).toContain('auto_detect_solc = true')
  expect(text).not.toMatch(/^solc = /m)
})

test('the maintainer is told what was changed, never a value that may be secret', () => {
  const notes = configNotes(config)
  expect(notes.map(({ kind }) => kind)).toEqual([
    'ffi-on',
    'fs-permissions',
    'timeout-neutralised',
    'timeout-neutralised',
    'setting-stripped',
  ])
  expect(JSON.stringify(notes)).not.toContain('SECRET')
})

test('a configuration of another shape is a coded error', () => {
  expect(() => readFoundryConfig('{}')).toThrow(expect.objectContaining({ code: 'FB1005' }))
  expect(() => readFoundryConfig('nonsense')).toThrow(expect.objectContaining({ code: 'FB1005' }))
})
