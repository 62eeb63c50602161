// What somebody does to a configuration before it is saved, and what can be done with it.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../ui/api'
import { useMay } from '../../ui/me'
import { check } from './check'
import { changes, put } from './path'
import { useSave } from './server'
import type { Config, Detail } from './wire'

export interface Work {
  config: Config
  /** what the draft is made from: the last version, in force or not */
  before: Config
  /** at how many places it differs from that */
  changed: number
  /** it differs from what is saved */
  dirty: boolean
  editable: boolean
  /** what is wrong, by place, in words */
  wrong: Map<string, string>
  onPut?: (path: string, value: unknown) => void
  replace: (config: Config) => void
  /** forgets what is not saved */
  reset: () => void
  save: () => void
  saving: boolean
  /** why it could not be saved */
  refused: unknown
}

/** baseOf is the configuration that a draft is made from. */
export const baseOf = ({ config, coming }: Detail): Config => coming?.config ?? config

/** useWork holds the configuration while it is worked on. Where somebody else saves meanwhile, the server refuses to overwrite it. */
export function useWork(method: Detail): Work {
  const { t } = useTranslation()
  const may = useMay()
  const [touched, touch] = useState<{ base: number; etag: string; config: Config }>()
  const save = useSave(method)
  const saved = method.draft?.config ?? baseOf(method), config = touched ? touched.config : saved
  const reset = () => {
    save.reset()
    touch(undefined)
  }
  const replace = (next: Config) => {
    save.reset()
    touch({ base: touched?.base ?? method.base, etag: touched?.etag ?? method.etag, config: next })
  }
  const editable = method.configurable && may('method:draft') && !method.draft?.proposal
  const wrong = new Map(check(method.form, config, method.default).map(({ path, says, args }) => [path, t(says, args)]))
  for (const { path, message } of placesOf(save.error)) wrong.set(path, message)
  return {
    config, wrong, replace, reset, editable, before: baseOf(method),
    changed: changes(baseOf(method), config).length,
    dirty: changes(saved, config).length > 0,
    onPut: editable ? (path, value) => replace(put(config, path, value)) : undefined,
    save: () => touched && save.mutate(touched, { onSuccess: () => touch(undefined) }),
    saving: save.isPending, refused: save.error,
  }
}

// The server speaks of what was sent: config.cuts.1.
const placesOf = (error: unknown) => ((error as Partial<Problem> | null)?.fields ?? []).flatMap(({ path, message }) => (path.startsWith('config.') ? [{ path: path.slice('config.'.length), message }] : []))

/** withFound adds to what is wrong what the server has found, trying it out. */
export function withFound(work: Work, found: unknown): Work {
  const places = placesOf(found)
  return places.length === 0 ? work : { ...work, wrong: new Map([...work.wrong, ...places.map(({ path, message }) => [path, message] as const)]) }
}
