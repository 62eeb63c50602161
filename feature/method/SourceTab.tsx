import { useTranslation } from 'react-i18next'
import { Panel } from '../../ui/kit/Panel'
import { type Detail, prefixOf } from './wire'
import { Worked } from './Worked'

/** SourceTab says where a method comes from and shows it at work. */
export function SourceTab({ method }: { method: Detail }) {
  const { t } = useTranslation()
  return (
    <div className="method-read">
      <Panel title={t('method.source')}><p className="method-formula">{t(method.source)}</p></Panel>
      {method.examples.map((e) => <Worked key={e.name} example={e} prefix={prefixOf(method)} />)}
    </div>
  )
}
