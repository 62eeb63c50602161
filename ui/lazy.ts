import { type ComponentType, lazy as late, type LazyExoticComponent } from 'react'

/** lazy is React's, and can be told to load before it is shown: a menu entry does so when it is pointed at or focused. */
export function lazy<Props>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return Object.assign(late(load as never) as unknown as LazyExoticComponent<ComponentType<Props>>, { preload: load })
}
