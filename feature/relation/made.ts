// People made up for tests.
import type { Person } from './map'

/** person is somebody of whom only what is given is known. */
export const person = (id: string, reports = '', more: Partial<Person> = {}): Person => ({
  id, name: id, title: '', department: '', reports, rank: 0, layer: '', roles: [], scope: [], power: 3, power_from: '', orientation: '', adaptability: '',
  attitude: null, level: '', closeness: 2, style: '', counterpart: { name: '', now: '', wanted: '' }, x: null, y: null, twins: false, judged: {}, stale: false, etag: '', ...more,
})
