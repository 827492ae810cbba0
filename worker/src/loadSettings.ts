import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { BadWorkerKey, BadWorkerSetting } from './errors.ts'
import { readKey, type WorkerIdentity } from './readKey.ts'
import { ENV_PREFIX, keyFileOfToml, readSettings } from './readSettings.ts'
import type { WorkerSettings } from './settings.ts'

/** Reads all settings and the keys from flags, environment and files. @throws BadWorkerSetting, BadWorkerKey */
export async function loadSettings(
  flags: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ settings: WorkerSettings; identity: WorkerIdentity; gas: WorkerIdentity }> {
  const { config, keyFile, gasKeyFile, ...settingFlags } = flags
  const configFile = text(config) ?? env[`${ENV_PREFIX}CONFIG`]
  const toml = configFile === undefined ? undefined : await readConfig(configFile)
  const settings = readSettings({ flags: settingFlags, env, ...(toml === undefined ? {} : { toml }) })
  const file = text(keyFile) ?? env[`${ENV_PREFIX}KEY_FILE`] ?? keyFileOfToml(toml)
  const key = file === undefined ? env[`${ENV_PREFIX}KEY`] : await readKeyFile(file)
  const identity = readKey(key)
  const gasFile = text(gasKeyFile) ?? env[`${ENV_PREFIX}GAS_KEY_FILE`] ?? keyFileOfToml(toml, 'gas-key-file')
  const gasKey = gasFile === undefined ? env[`${ENV_PREFIX}GAS_KEY`] : await readKeyFile(gasFile)
  const gas = gasKey === undefined || gasKey === '' ? identity : readKey(gasKey)
  return { settings: { ...settings, dataDir: resolve(settings.dataDir) }, identity, gas }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

async function readConfig(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new BadWorkerSetting([`config: the file ${file} cannot be read`], cause)
  }
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new BadWorkerKey(`the file ${file} cannot be read`, cause)
  }
}
