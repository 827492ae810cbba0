/** The GitHub runner as this program uses it: files and variables, no network. */
export interface Runner {
  /** An input as written in the workflow, or empty. */
  input(name: string): string
  /** Hides a text in all later output of the job. */
  mask(secret: string): void
  /** One workflow command, escaped already, as one line. */
  command(line: string): void
  /** Text for the log; never taken for a command. */
  say(text: string): void
  setOutput(name: string, value: string): void
  /** Keeps a value for the post step. */
  saveState(name: string, value: string): void
  state(name: string): string
  /** Adds Markdown to the job's summary. */
  addSummary(markdown: string): Promise<void>
  /** Ends the log properly. */
  close(): void
}
