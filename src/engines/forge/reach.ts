import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import type { ProjectReach, RpcEndpoint } from '../engine.ts'
import type { FoundryConfig } from './foundryConfig.ts'
import { type ConfigRequest, sliceConfig } from './sliceConfig.ts'

/** `rpc_endpoints` as `forge config --json` shows it: a URL, a `${VARIABLE}`, or either with settings. */
const zEndpoints = z.record(z.string(), z.unknown())
const zEndpointUrl = z.union([
  z.string(),
  z.looseObject({ endpoint: z.string() }).transform(({ endpoint }) => endpoint),
])

/** forge takes one variable for the whole value, or several within it. */
const VARIABLE = /\$\{\s*([A-Za-z_]\w*)\s*\}/g

/** Cheatcodes that read a variable by a name that the source spells out. */
const READ_VARIABLE = /\benv[A-Z]\w*\s*\(\s*"([A-Za-z_]\w*)"/g

/** The only variables besides endpoints that tests on this machine see: what a fork is of. A key is never so short a number. */
const FORK_FACT = { name: /BLOCK|CHAIN|FORK/i, value: /^\d{1,18}$/ }

/** The endpoint under which `eth_rpc_url` is proxied: every test forks from it. Not an alias of TOML's bare keys. */
const EVERYWHERE = 'eth_rpc_url'

/**
 * What a project's tests may reach where its own maintainer runs them: the endpoints of `rpc_endpoints` and `eth_rpc_url`,
 * and those that sources name by the variable that holds them (`vm.envString("MAINNET_RPC_URL")`).
 * Variables come from the environment, else from the project's `.env`, which forge reads too.
 */
export async function readReach(
  root: string,
  request: ConfigRequest & { readonly solcVersions: readonly string[] },
  sources: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<ProjectReach> {
  const { config } = request
  const values = { ...(await dotEnv(root)), ...env }
  const endpoints: RpcEndpoint[] = []
  const unusable: string[] = []
  const offer = (name: string, text: string): void => {
    const resolved = resolveVariables(text, values)
    if ('unset' in resolved) unusable.push(`${name}: the variable ${resolved.unset} is not set`)
    else if (!isHttp(resolved.url)) unusable.push(`${name}: only http and https URLs can be reached`)
    else endpoints.push({ name, url: resolved.url })
  }
  for (const [alias, value] of Object.entries(namedEndpoints(config))) offer(alias, value)
  // It may be an alias.
  if (config.eth_rpc_url !== null) offer(EVERYWHERE, namedEndpoints(config)[config.eth_rpc_url] ?? config.eth_rpc_url)
  const read = await variablesRead(root, sources)
  const taken = new Set(endpoints.map(({ name }) => name))
  for (const name of read) if (isHttp(values[name] ?? '') && !taken.has(name)) offer(name, `\${${name}}`)
  const facts = Object.fromEntries(
    read.flatMap((name): [string, string][] => {
      const value = values[name] ?? ''
      return FORK_FACT.name.test(name) && FORK_FACT.value.test(value) ? [[name, value]] : []
    }),
  )
  return {
    programs: config.ffi,
    endpoints,
    unusable: [...new Set(unusable)],
    env: (urls) => ({
      ...facts,
      ...Object.fromEntries(read.flatMap((name) => entryOf(name, urlFor(name, endpoints, values, urls)))),
    }),
    files: ({ programs, urls }) => {
      const named = Object.keys(namedEndpoints(config)).flatMap((name) => entryOf(name, urls.get(name)))
      const everywhere = urls.get(EVERYWHERE) ?? null
      const reach = { programs: programs && config.ffi, endpoints: Object.fromEntries(named), everywhere }
      const bytes = new TextEncoder().encode(sliceConfig({ ...request, reach }))
      return new Map([['foundry.toml', { bytes, executable: false }]])
    },
  }
}

/** What a variable is shown as: the proxy's address of its own endpoint, or of another with the same URL. */
function urlFor(
  name: string,
  endpoints: readonly RpcEndpoint[],
  values: Readonly<Record<string, string | undefined>>,
  urls: ReadonlyMap<string, string>,
): string | undefined {
  const same = endpoints.find((endpoint) => endpoint.name === name || endpoint.url === values[name])
  return same && urls.get(same.name)
}

function entryOf(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]]
}

function namedEndpoints(config: FoundryConfig): Record<string, string> {
  const endpoints = zEndpoints.safeParse(config.rpc_endpoints ?? {})
  if (!endpoints.success) return {}
  return Object.fromEntries(
    Object.entries(endpoints.data).flatMap(([name, value]): [string, string][] => {
      const url = zEndpointUrl.safeParse(value)
      return url.success ? [[name, url.data]] : []
    }),
  )
}

function resolveVariables(
  text: string,
  values: Readonly<Record<string, string | undefined>>,
): { readonly url: string } | { readonly unset: string } {
  let unset: string | undefined
  const url = text.replaceAll(VARIABLE, (_match, name: string) => {
    const value = values[name]
    if (value === undefined || value === '') unset ??= name
    return value ?? ''
  })
  return unset === undefined ? { url: url.trim() } : { unset }
}

function isHttp(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? '')
}

async function dotEnv(root: string): Promise<NodeJS.Dict<string>> {
  return parseEnv(await readFile(join(root, '.env'), 'utf8').catch(() => ''))
}

/** Names of variables that the sources read, each once, in order. */
async function variablesRead(root: string, sources: readonly string[]): Promise<string[]> {
  const names = new Set<string>()
  for (const path of sources)
    for (const [, name = ''] of (await readFile(join(root, path), 'utf8')).matchAll(READ_VARIABLE)) names.add(name)
  return [...names].sort()
}
