/**
 * Text that may be printed to a job's log: no line of it can be a workflow command. The runner takes a line for a command
 * when it starts with `::` after any white space, and `##[` (the older form) wherever it stands.
 */
export function guardLog(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(\s*):(?=:)/, '$1\\:').replaceAll('##[', '##\\['))
    .join('\n')
}
