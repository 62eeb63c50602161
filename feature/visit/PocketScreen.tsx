import './visit.css'
import { Suspense } from 'react'
import { Waiting } from '../../ui/kit/Waiting'
import { lazy } from '../../ui/lazy'
import { usePhone } from '../../ui/media'
import { DayList } from './DayList'

const DeskScreen = lazy(() => import('./DeskScreen'))

/** PocketScreen is the visits: a day at a time on a phone, which may be without network, a week on a desk. */
export default function PocketScreen() {
  return usePhone() ? <DayList /> : <Suspense fallback={<Waiting rows={10} />}><DeskScreen /></Suspense>
}
