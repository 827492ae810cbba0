import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { toWire } from '../protocol/primitives.ts'
import { renderMarkdown } from '../report/renderMarkdown.ts'
import { makeFindingsKey, openFindings, zFindingsSecret } from '../requester/sealedFindings.ts'
import { WrongArgument } from './errors.ts'

/** `fuzzburst findings keygen | open`: a maintainer's key for private findings, and what was sealed to it. */
export function addFindingsCommand(program: Command): void {
  const findings = program.command('findings').description('Private findings, sealed to a maintainer’s key')
  findings
    .command('keygen')
    .description('Make a key: the private half goes into a file, the public half is printed for the workflow')
    .argument('<file>', 'file that the private key is written to; it must not exist')
    .action(async (file: string) => {
      const { key, secret } = await makeFindingsKey()
      try {
        await writeFile(resolve(file), `${JSON.stringify(secret)}\n`, { flag: 'wx', mode: 0o600 })
      } catch (cause) {
        throw new WrongArgument(`The key cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`)
      }
      process.stdout.write(`${JSON.stringify(key)}\n`)
    })
  findings
    .command('open')
    .description('Show sealed findings: findings.jwe of a run, or of its artifact fuzzburst-findings')
    .argument('<sealed>', 'the sealed file')
    .requiredOption('--key-file <file>', 'the private key of `findings keygen`')
    .option('--json', 'Print the report as JSON')
    .action(async (sealed: string, flags: { keyFile: string; json?: boolean }) => {
      const secret = zFindingsSecret.safeParse(await json(flags.keyFile))
      if (!secret.success) throw new WrongArgument('--key-file holds no key that `fuzzburst findings keygen` makes.')
      const opened = await openFindings(await text(sealed), secret.data)
      if (opened === undefined) throw new WrongArgument('The file is not sealed to this key, or was changed.')
      process.stdout.write(flags.json ? `${toWire(opened.report)}\n` : renderMarkdown(opened.report))
    })
}

async function json(file: string): Promise<unknown> {
  try {
    return JSON.parse(await text(file))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

async function text(file: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8')
  } catch (cause) {
    throw new WrongArgument(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
