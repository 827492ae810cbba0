import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from './runStep.ts'

const zManifest = z.object({ name: z.string(), version: z.string(), license: z.string() })

/**
 * The licences of packages, whole, as `dist/licenses.txt` ships them. A package without a licence file is named
 * with the licence of its manifest.
 * @param packages folders relative to the repository's root: npm nests what exists in several versions
 * @throws when a package is not installed or names no licence: then it may not be shipped.
 */
export function licenceText(packages: readonly string[]): string {
  return packages
    .map((place) => {
      const folder = path.join(repositoryRoot, place)
      const manifest = zManifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
      const file = existsSync(folder)
        ? readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry))
        : undefined
      const text =
        file === undefined ? '' : `\n${readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()}\n`
      return `${manifest.name} ${manifest.version}\n${manifest.license}\n${text}`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}
