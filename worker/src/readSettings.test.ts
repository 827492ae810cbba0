import { expect, test } from 'vitest'
import { keyFileOfToml, readSettings, settingFlag, settingVariable } from './readSettings.ts'

const relays = 'http://one.test:1,https://two.test/'

test.each<[string, Parameters<typeof readSettings>[0], string]>([
  ['no relay', { flags: {}, env: {} }, 'relays'],
  ['a relay that is no web address', { flags: { relays: 'ftp://x' }, env: {} }, 'relays'],
  ['no slots', { flags: { relays, slots: '0' }, env: {} }, 'slots'],
  ['a tier that does not exist', { flags: { relays, tier: 'docker' }, env: {} }, 'tier'],
  ['a status address without a port', { flags: { relays, statusAddress: 'localhost' }, env: {} }, 'status-address'],
  ['an unknown variable', { flags: { relays }, env: { FUZZBURST_WORKER_SLOT: '1' } }, 'FUZZBURST_WORKER_SLOT'],
  ['an unknown key of the file', { flags: { relays }, env: {}, toml: 'slot = 1' }, 'slot'],
  ['a file that is not TOML', { flags: { relays }, env: {}, toml: 'relays = [' }, 'TOML'],
  ['an RPC without the escrow to ask', { flags: { relays, rpcUrl: 'http://rpc.test' }, env: {} }, 'escrow'],
  ['a requester that is no address', { flags: { relays, trustRequesters: 'alice' }, env: {} }, 'trust-requesters'],
])('%s is refused by name', (_what, sources, name) => {
  expect(() => readSettings(sources)).toThrow(
    expect.objectContaining({ code: 'FB3201', summary: expect.stringContaining(name) }),
  )
})

test('a malformed value is never repeated: it may be a key in the wrong place', () => {
  const key = `0x${'ab'.repeat(32)}`
  expect(() => readSettings({ flags: { relays: key }, env: { FUZZBURST_WORKER_NAME: `${key} ` } })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('abab') }),
  )
})

test('a flag beats a variable, a variable beats the file, and the rest has defaults', () => {
  const settings = readSettings({
    flags: { relays, slots: '3' },
    env: {
      FUZZBURST_WORKER_SLOTS: '2',
      FUZZBURST_WORKER_CACHE_BYTES: '2000000',
      FUZZBURST_WORKER_KEY: 'not read here',
    },
    toml: 'slots = 1\ncache-bytes = 1\nmin-price-units = "7"\nkey-file = "k"',
  })
  expect(settings).toMatchObject({
    relays: ['http://one.test:1', 'https://two.test'],
    slots: 3,
    cacheBytes: 2_000_000,
    minPriceUnits: 7n,
    statusAddress: { host: '127.0.0.1', port: 9464 },
    trustRequesters: [],
    graceSeconds: 20,
  })
})

test('trusted requesters are addresses, or any', () => {
  const address = `0x${'Ab'.repeat(20)}`
  expect(readSettings({ flags: { relays, trustRequesters: 'any' }, env: {} }).trustRequesters).toBe('any')
  expect(readSettings({ flags: { relays, trustRequesters: ` ${address} ` }, env: {} }).trustRequesters).toHaveLength(1)
})

test('an IPv6 status address is understood', () => {
  const { statusAddress } = readSettings({ flags: { relays, statusAddress: '[::1]:0' }, env: {} })
  expect(statusAddress).toEqual({ host: '::1', port: 0 })
})

test('flag, variable and key of the file are spelled alike', () => {
  expect([settingFlag('maxSliceCpuSeconds'), settingVariable('maxSliceCpuSeconds')]).toEqual([
    'max-slice-cpu-seconds',
    'FUZZBURST_WORKER_MAX_SLICE_CPU_SECONDS',
  ])
  expect(keyFileOfToml('key-file = "worker.key"')).toBe('worker.key')
  expect(keyFileOfToml('gas-key-file = "gas.key"', 'gas-key-file')).toBe('gas.key')
  expect(() => keyFileOfToml('gas-key-file = 1', 'gas-key-file')).toThrow(expect.objectContaining({ code: 'FB3201' }))
  expect(() => keyFileOfToml('key-file = 1')).toThrow(expect.objectContaining({ code: 'FB3201' }))
})
