import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findNativeBinary, nativeDirectories, slicePlatform } from './nativeBinary.ts'
import { launcher, shim } from './shim.ts'

let place: string
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'native-'))
})
afterAll(() => rm(place, { recursive: true, force: true }))

test('a platform without slices, a missing file and an altered file are refused', async () => {
  expect(slicePlatform('darwin', 'arm64')).toBeUndefined()
  await expect(findNativeBinary('launcher', launcher, undefined)).rejects.toMatchObject({ code: 'FB4004' })
  await expect(findNativeBinary('launcher', launcher, 'linux-x64', [place])).rejects.toMatchObject({ code: 'FB4004' })
  await mkdir(join(place, 'linux-x64'), { recursive: true })
  await writeFile(join(place, 'linux-x64', 'launcher'), 'other')
  await expect(findNativeBinary('launcher', launcher, 'linux-x64', [place])).rejects.toThrow(/not the file/)
})

test('both programs of both platforms are found from this clone', async () => {
  for (const platform of ['linux-x64', 'linux-arm64'] as const) {
    expect(await findNativeBinary('launcher', launcher, platform)).toContain(join('dist', 'native', platform))
    expect(await findNativeBinary('shim.so', shim, platform)).toContain(join('dist', 'native', platform))
  }
})

test('a bundle in dist finds them beside itself', async () => {
  const bundle = join(place, 'package', 'dist')
  await mkdir(join(bundle, 'native', 'linux-x64'), { recursive: true })
  const source = await findNativeBinary('shim.so', shim, 'linux-x64')
  await copyFile(source, join(bundle, 'native', 'linux-x64', 'shim.so'))
  const directories = nativeDirectories(pathToFileURL(join(bundle, 'main.mjs')).href)
  const found = await findNativeBinary('shim.so', shim, 'linux-x64', directories)
  expect(found).toBe(join(bundle, 'native', 'linux-x64', 'shim.so'))
  expect(await readFile(found)).toEqual(await readFile(source))
})
