// How a grant such as account:read is put into words: those of the page that tells who may do what.
import { useTranslation } from 'react-i18next'

interface Option {
  value?: string
  label?: unknown
}

/** said is what an option is found by: its words, and its name. */
export const said = (option?: Option) => `${String(option?.label ?? '')} ${option?.value ?? ''}`.toLowerCase()

export function useGrants() {
  const { t } = useTranslation()
  const word = (grant: string) => t(`permission.${grant.replace(':', '_')}`)
  const options = (grants: string[]) => grants.map((value) => ({ value, label: word(value) }))
  /** grouped are the options of a choice, by what they are about. */
  const grouped = (grants: string[]) =>
    [...new Set(grants.map(objectOf))].map((object) => ({ label: t(`permission.of_${object}`), options: options(grants.filter((grant) => objectOf(grant) === object)) }))
  return { word, grouped }
}

const objectOf = (grant: string) => grant.slice(0, grant.indexOf(':'))
