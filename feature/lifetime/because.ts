import type { Row } from './server'

/** because is the text key of why a value is known by its way, or not at all. */
export const because = ({ way, why }: Pick<Row, 'way' | 'why'>) => why || (way === 'forecast' ? 'lifetime.identified' : '')
