// What the fields of a form share: the configuration, what it was, and whether it may be changed.
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { at, type Leaf } from './path'
import type { Config, Field } from './wire'

export interface Editing {
  config: Config
  /** what the draft is made from; it stands struck through in front of what replaces it */
  before: Config
  /** prefix of the method's texts */
  prefix: string
  /** absent for those who only read */
  onPut?: (path: string, value: unknown) => void
  /** what is wrong, by place */
  wrong: Map<string, string>
}

export const Edit = createContext<Editing>({ config: null, before: null, prefix: '', wrong: new Map() })

/** useField is one value: as it is, as it was, and the way to change it. */
export function useField(path: string) {
  const { config, before, onPut, wrong } = useContext(Edit)
  const value = at(config, path) as Leaf | undefined, old = at(before, path) as Leaf | undefined
  return { value, old, changed: value !== old, wrong: wrong.get(path), put: onPut && ((next: Leaf) => onPut(path, next)) }
}

/** useWord says a word of a configuration, such as the name of an indicator. */
export function useWord() {
  const { t, i18n } = useTranslation()
  const { prefix } = useContext(Edit)
  return (word: string) => {
    const key = [`${prefix}.item_${word}`, `${prefix}.value_${word}`, `${prefix}.${word}`, word].find((k) => i18n.exists(k))
    return key ? t(key) : word
  }
}

/** useNamer names any place of a configuration: what it is inside of, then itself. */
export function useNamer(form: Field[], config: Config) {
  const { t } = useTranslation()
  const word = useWord()
  return (path: string) => named(form, config, path).map(({ key, word: own, number }) => (own ? word(own) : key ? t(key) : String(number))).join(' · ')
}

interface Name {
  key?: string
  word?: string
  number?: number
}

/** named are the names along a path: labels of fields, names of rows, and numbers where a row has none. */
export function named(form: Field[], config: Config, path: string): Name[] {
  const names: Name[] = []
  let fields = form, list: Field | undefined, walked = ''
  for (const step of path.split('.')) {
    walked = walked ? `${walked}.${step}` : step
    const found: Field | undefined = list ? list.element : fields.find((f) => f.name === step)
    if (list) names.push(rowName(list, config, walked, Number(step)))
    else if (found && !isFrame(found)) names.push({ key: found.label })
    list = found?.type === 'list' ? found : undefined
    fields = found?.fields ?? []
  }
  return names
}

// A list of rows that have names of their own needs none itself.
const isFrame = ({ element }: Field) => !!element?.fields?.some((f) => f.name === 'name')

function rowName({ items }: Field, config: Config, path: string, index: number): Name {
  const name = at(config, path + '.name')
  if (typeof name === 'string' && name) return { word: name }
  return items?.[index] ? { key: items[index] } : { number: index + 1 }
}
