import type { LearnSettings } from './learnSettings.ts'
import type { CampaignSettings } from './persistedFailure.ts'

/**
 * Learns the settings of each target of a built project once: a finding is executed ten times, and learning costs as much as
 * an execution. They follow from what the project's folder holds, which nobody changes while it is in use. What could not be
 * learnt is tried again.
 */
export function rememberSettings(learn: LearnSettings): LearnSettings {
  const known = new Map<string, Promise<CampaignSettings | undefined>>()
  return (target, layout, command, failurePath) => {
    const { projectDir, profile, env } = command
    const name = JSON.stringify([projectDir, profile, Object.entries(env).sort(), target.id])
    const held = known.get(name)
    if (held !== undefined) return held
    const learning = learn(target, layout, command, failurePath)
    known.set(name, learning)
    const forget = (): void => void known.delete(name)
    learning.then((settings) => {
      if (settings === undefined) forget()
    }, forget)
    return learning
  }
}
