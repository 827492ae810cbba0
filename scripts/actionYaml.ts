/** What action.yml says of one input or output. */
export interface ActionField {
  readonly name: string
  readonly description: string
}

/**
 * The inputs and outputs of `action.yml`, in their order. It reads the plain layout that the file keeps to: two spaces a
 * level, one line a value.
 * @throws when a section holds anything else, so that nothing is ever skipped in silence
 */
export function readActionFields(yaml: string): { inputs: ActionField[]; outputs: ActionField[] } {
  return { inputs: section(yaml, 'inputs'), outputs: section(yaml, 'outputs') }
}

function section(yaml: string, name: string): ActionField[] {
  const lines = yaml.split('\n')
  const start = lines.indexOf(`${name}:`)
  if (start < 0) throw new Error(`action.yml has no section ${name}`)
  const fields: ActionField[] = []
  let open: string | undefined
  for (const line of lines.slice(start + 1)) {
    if (/^\S/.test(line)) break
    if (line.trim() === '' || line.trim().startsWith('#')) continue
    const heading = /^ {2}([a-z][a-z0-9-]*):$/.exec(line)
    // A default follows its description, and the tables show the settings' own.
    if (open === undefined && /^ {4}default: \S/.test(line)) continue
    const description = /^ {4}description: (.+)$/.exec(line)
    if (heading && open === undefined) open = heading[1]
    else if (description && open !== undefined) {
      fields.push({ name: open, description: unquote(description[1] ?? '') })
      open = undefined
    } else throw new Error(`action.yml, section ${name}: cannot read ${JSON.stringify(line)}`)
  }
  if (open !== undefined) throw new Error(`action.yml: ${name}.${open} has no description`)
  return fields
}

function unquote(text: string): string {
  return text.startsWith('"') ? String(JSON.parse(text)) : text
}
