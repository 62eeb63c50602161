// What privacy adds to the shell: the privacy officer's screen.
import { SafetyCertificateOutlined } from '@ant-design/icons'
import { lazy } from '../../ui/lazy'
import type { Feature } from '../../ui/feature'

const grant = 'privacy:read'

export default {
  name: 'privacy',
  menu: [{ path: '/privacy', order: 125, title: 'privacy.privacy', grant, icon: SafetyCertificateOutlined, key: 'y' }],
  screens: [{ path: '/privacy', grant, view: lazy(() => import('./PrivacyScreen')) }],
} satisfies Feature
