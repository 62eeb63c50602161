import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { useFigures } from '../../ui/figures'
import { Panel } from '../../ui/kit/Panel'
import { goAndLink, unlink, useLinks, useMine } from './mine'

/** LinksPanel links the user with his account at another house; without one it is not there. */
export function LinksPanel() {
  const { t } = useTranslation()
  const { time } = useFigures()
  const { data } = useLinks()
  const link = useMine(goAndLink)
  const drop = useMine(unlink)
  if (!data || (!data.house && data.links.length === 0)) return null
  return (
    <Panel title={t('user.links')} extra={data.house && <Button size="small" loading={link.isPending} onClick={() => link.mutate(undefined)}>{t('user.link', { house: data.house })}</Button>}>
      <Fault error={link.error ?? drop.error} />
      {data.links.length === 0 && <p className="third factor">{t('user.links_none', { house: data.house })}</p>}
      {data.links.map((one) => (
        <div key={`${one.issuer} ${one.subject}`} className="factor">
          <b>{one.name || one.subject}</b>
          <span className="third">{one.issuer} · {time(one.at)}</span>
          <i className="grow" />
          <Popconfirm title={t('user.unlink_ask')} onConfirm={() => drop.mutate(one)}><Button type="link" size="small" danger>{t('user.unlink')}</Button></Popconfirm>
        </div>
      ))}
    </Panel>
  )
}
