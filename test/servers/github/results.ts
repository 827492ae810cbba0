import { randomUUID } from 'node:crypto'
import type { GithubState } from './state.ts'

/**
 * The service behind ACTIONS_RESULTS_URL: caches (v2) and artifacts (v4) by Twirp, and their blobs as Azure keeps them.
 * Shapes as in the generated clients of @actions/cache and @actions/artifact.
 */
export interface ResultsService {
  /** Undefined when the path is none of its own. */
  handle(request: {
    readonly method: string
    readonly url: URL
    readonly body: Buffer
    readonly range: string | undefined
  }): { status: number; body?: Buffer | string; headers?: Record<string, string> } | undefined
}

/** Of the calls' bodies, what is used. */
interface TwirpBody {
  readonly key: string
  readonly version: string
  readonly restore_keys?: readonly string[]
  readonly name: string
  readonly workflow_run_backend_id: string
}

interface Upload {
  readonly blocks: Map<string, Buffer>
  content: Buffer
  readonly what: { key: string; version: string } | { name: string; run: number }
}

/** @param writable whether this run's token may save caches */
export function resultsService(
  state: GithubState,
  options: { readonly origin: () => string; readonly writable: () => boolean; readonly nextId: () => number },
): ResultsService {
  const uploads = new Map<string, Upload>()
  const json = (body: unknown) => ({
    status: 200,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  const begin = (what: Upload['what']): string => {
    const id = randomUUID()
    uploads.set(id, { blocks: new Map(), content: Buffer.alloc(0), what })
    return `${options.origin()}/blobs/upload-${id}?sig=secret-${id}`
  }
  const uploadOf = (matches: (what: Upload['what']) => boolean): Upload | undefined =>
    [...uploads.values()].find(({ what }) => matches(what))

  const methods: Record<string, (body: TwirpBody) => unknown> = {
    CreateCacheEntry({ key, version }) {
      const exists = state.caches.some((entry) => entry.key === key && entry.version === version)
      if (!options.writable() || exists) return { ok: false, signed_upload_url: '', message: 'denied' }
      return { ok: true, signed_upload_url: begin({ key, version }) }
    },
    FinalizeCacheEntryUpload({ key, version }) {
      const upload = uploadOf((what) => 'key' in what && what.key === key && what.version === version)
      if (upload === undefined) return { ok: false, entry_id: '0' }
      state.caches.push({ key, version, content: upload.content })
      return { ok: true, entry_id: String(options.nextId()) }
    },
    GetCacheEntryDownloadURL({ key, version, restore_keys }) {
      const known = state.caches.filter((entry) => entry.version === version).reverse()
      const found = [key, ...(restore_keys ?? [])]
        .map((prefix, i) => known.find((entry) => (i === 0 ? entry.key === prefix : entry.key.startsWith(prefix))))
        .find((entry) => entry !== undefined)
      if (found === undefined) return { ok: false, signed_download_url: '', matched_key: '' }
      return {
        ok: true,
        signed_download_url: `${options.origin()}/blobs/cache-${state.caches.indexOf(found)}?sig=secret-cache`,
        matched_key: found.key,
      }
    },
    CreateArtifact({ name, workflow_run_backend_id }) {
      return { ok: true, signed_upload_url: begin({ name, run: Number(workflow_run_backend_id) }) }
    },
    FinalizeArtifact({ name, workflow_run_backend_id }) {
      const run = Number(workflow_run_backend_id)
      const upload = uploadOf((what) => 'name' in what && what.name === name && what.run === run)
      if (upload === undefined) return { ok: false, artifact_id: '0' }
      const id = options.nextId()
      state.artifacts.push({ id, run, name, zip: upload.content })
      return { ok: true, artifact_id: String(id) }
    },
  }

  function blob(name: string): Buffer | undefined {
    const [kind, id = ''] = [name.slice(0, name.indexOf('-')), name.slice(name.indexOf('-') + 1)]
    if (kind === 'cache') return state.caches[Number(id)]?.content
    if (kind === 'artifact') return state.artifacts.find((artifact) => artifact.id === Number(id))?.zip
    return undefined
  }

  return {
    handle({ method, url, body, range }) {
      const call = /^\/twirp\/github\.actions\.results\.api\.v1\.\w+\/(\w+)$/.exec(url.pathname)?.[1]
      if (call !== undefined) {
        const run = methods[call]
        return run === undefined ? { status: 404, body: '{}' } : json(run(JSON.parse(body.toString('utf8'))))
      }
      const name = /^\/blobs\/(.+)$/.exec(url.pathname)?.[1]
      if (name === undefined) return undefined
      if (method === 'PUT') {
        const upload = uploads.get(name.replace('upload-', ''))
        if (upload === undefined || !url.searchParams.has('sig')) return { status: 403 }
        const part = url.searchParams.get('comp')
        if (part === 'block') upload.blocks.set(url.searchParams.get('blockid') ?? '', body)
        else if (part === 'blocklist')
          upload.content = Buffer.concat(
            [...body.toString('utf8').matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(
              ([, id = '']) => upload.blocks.get(id) ?? Buffer.alloc(0),
            ),
          )
        else upload.content = body
        return { status: 201, headers: { etag: '"1"', 'last-modified': new Date(0).toUTCString() } }
      }
      const content = blob(name)
      if (content === undefined) return { status: 404 }
      const headers = { etag: '"1"', 'accept-ranges': 'bytes', 'content-type': 'application/zip' }
      if (method === 'HEAD') return { status: 200, headers: { ...headers, 'content-length': String(content.length) } }
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? []
      if (from === undefined) return { status: 200, body: content, headers }
      const part = content.subarray(Number(from), to ? Number(to) + 1 : undefined)
      return {
        status: 206,
        body: part,
        headers: { ...headers, 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${content.length}` },
      }
    },
  }
}

/** What a runner tells its steps of this service, for the run of that number. */
export function runtimeVariables(origin: string, run: number): Record<string, string> {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    ACTIONS_RESULTS_URL: `${origin}/`,
    ACTIONS_RUNTIME_TOKEN: `${part({ alg: 'none' })}.${part({ scp: `Actions.Results:${run}:job` })}.x`,
    ACTIONS_CACHE_SERVICE_V2: 'true',
  }
}
