// Trying out what is not saved yet: the server is asked once the fields rest.
import { useEffect, useState } from 'react'
import { useMay } from '../../ui/me'
import type { Work } from './draft'
import { useSimulation } from './server'
import type { Config, Detail } from './wire'

export interface Trying {
  /** the configuration that is tried */
  config: Config
  /** there is something to try, and the user may */
  able: boolean
  simulation: ReturnType<typeof useSimulation>
}

/** useTrying follows the draft. */
export function useTrying(method: Detail, work: Work): Trying {
  const may = useMay()
  const config = useSettled(work.config)
  const able = work.changed > 0 && work.wrong.size === 0 && may('method:simulate')
  return { config, able, simulation: useSimulation(method.id, config, able && method.simulates) }
}

const rest = 350

/** useSettled follows a value once it rests, so that not every key asks the server. */
function useSettled<T>(value: T) {
  const [settled, settle] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(value), rest)
    return () => clearTimeout(timer)
  }, [key])
  return settled
}
