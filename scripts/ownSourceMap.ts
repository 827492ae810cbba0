import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec'

interface SourceMap {
  readonly version: 3
  readonly sources: readonly string[]
  readonly names: readonly string[]
  readonly mappings: string
}

/**
 * A source map without what it says of packages: that is most of it, and a stack trace of ours needs none of it. Lines of
 * packages keep their place in the bundle.
 */
export function ownSourceMap(json: string): string {
  const map: SourceMap = JSON.parse(json)
  const kept = map.sources.map((source, i) => ({ source, i })).filter(({ source }) => !source.includes('node_modules/'))
  const moved = new Map(kept.map(({ i }, to) => [i, to]))
  const lines = decode(map.mappings).map((line) => {
    const segments: SourceMapSegment[] = []
    for (const segment of line) {
      const [column, source, sourceLine, sourceColumn] = segment
      const to = source === undefined ? undefined : moved.get(source)
      if (to !== undefined) segments.push([column, to, sourceLine ?? 0, sourceColumn ?? 0])
      // One segment without a source ends what stood before it; more would say the same again.
      else if (segments.at(-1)?.length === 4) segments.push([column])
    }
    return segments
  })
  return `${JSON.stringify({ version: 3, sources: kept.map(({ source }) => source), names: [], mappings: encode(lines) })}\n`
}
