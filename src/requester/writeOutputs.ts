import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toWire } from '../protocol/primitives.ts'
import { renderMarkdown } from '../report/renderMarkdown.ts'
import { renderSarif } from '../report/renderSarif.ts'
import { type Report, zReport } from '../report/report.ts'
import { writeRepros } from './describeFindings.ts'
import { StateUnreadable } from './errors.ts'
import { writeWhole } from './projectState.ts'

/** Keeps git from ever seeing the folder. */
const IGNORE = '*\n'

/** Leaves `report.json`, `report.md`, `report.sarif` and `repro/*.t.sol` in the state folder. */
export async function writeOutputs(stateDir: string, report: Report): Promise<void> {
  await mkdir(stateDir, { recursive: true })
  await writeFile(join(stateDir, '.gitignore'), IGNORE)
  await writeWhole(join(stateDir, 'report.md'), renderMarkdown(report))
  await writeWhole(join(stateDir, 'report.sarif'), `${JSON.stringify(renderSarif(report), null, 2)}\n`)
  await writeRepros(join(stateDir, 'repro'), report.findings)
  await writeWhole(join(stateDir, 'report.json'), `${toWire(report)}\n`)
}

/** The report of the last burst. @throws StateUnreadable */
export async function readReport(stateDir: string): Promise<Report> {
  const path = join(stateDir, 'report.json')
  try {
    return zReport.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new StateUnreadable(path, cause)
  }
}
