// What the screens take from the server.
import type { Schema } from '../../ui/api'

export type Listed = Schema['MethodListed']
export type Version = Schema['MethodVersion']
export type Simulation = Schema['MethodSimulation']
export type BackTest = Schema['MethodBackTest']
export type Test = Schema['MethodTest']
export type Example = Schema['MethodExample']
export type Difference = Schema['ModelDifference']
export type Field = Schema['ModelField']

/** Detail is a method with its configuration, whose type only its form knows. */
export type Detail = Schema['MethodDetail'] & { etag: string }

/** Config is a configuration: what stands in it is looked up by places. */
export type Config = unknown

/** prefixOf is the prefix of a method's texts. */
export const prefixOf = ({ name }: Pick<Detail, 'name'>) => name.slice(0, name.lastIndexOf('.'))
