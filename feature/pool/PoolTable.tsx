import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PlainChip } from '../../ui/kit/Chip'
import { useMay } from '../../ui/me'
import { usePeople } from '../../ui/people'
import { Assign } from './Assign'
import type { Pooled, useTake } from './server'

/** PoolTable shows of each account what it is; whatever else there is opens to who takes it. */
export function PoolTable({ rows, take }: { rows: Pooled[]; take: ReturnType<typeof useTake> }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const may = useMay()
  const { name } = usePeople()
  const [assigning, assign] = useState<Pooled>()
  const told = rows.some((r) => r.order), led = rows.some((r) => r.was)
  return (
    <>
      <div className="pool-scroll" tabIndex={0} role="group" aria-label={t('pool.pool')}>
        <table className="pool-rows">
          <thead>
            <tr><th scope="col">{t('pool.name')}</th><th scope="col" className="wide-only">{t('pool.industry')}</th><th scope="col" className="wide-only">{t('pool.since')}</th>{told && <th scope="col">{t('pool.order')}</th>}{led && <th scope="col" className="wide-only">{t('pool.was')}</th>}<th scope="col"><span className="unseen">{t('pool.take')}</span></th></tr>
          </thead>
          <tbody>
            {rows.map((r) => (
              <tr key={r.id}>
                <td className="cut"><b title={r.name}>{r.name}</b><small className="third">{[r.region, r.city].filter(Boolean).join(' · ')}</small><small className="third narrow-only">{[r.industry, t(`pool.way_${r.way}`)].filter(Boolean).join(' · ')}</small></td>
                <td className="wide-only">{r.industry}</td>
                <td className="wide-only">{r.since}<small className="third cut" title={r.note}>{t(`pool.way_${r.way}`)}{r.note && ` · ${r.note}`}</small></td>
                {told && <td>{r.order && t(`pool.order_${r.order}`)}</td>}
                {led && <td className="wide-only">{name(r.was)}</td>}
                <td className="pool-acts">
                  {r.claimed && <PlainChip outlined>{t('pool.claimed')}</PlainChip>}
                  {r.reserved && <PlainChip outlined>{t('pool.reserved_on', { on: r.reserved })}</PlainChip>}
                  {r.free && <PlainChip outlined>{t('pool.free_on', { on: r.free })}</PlainChip>}
                  {may('pool:take') && r.mine && <Button size="small" type="primary" loading={take.isPending && take.variables?.id === r.id} aria-label={`${t('pool.take')} ${r.name}`} onClick={() => take.mutate(r, { onSuccess: () => void message.success(t('pool.take_done', { name: r.name })) })}>{t('pool.take')}</Button>}
                  {may('pool:assign') && <Button size="small" aria-label={`${t('pool.assign')} ${r.name}`} onClick={() => assign(r)}>{t('pool.assign')}</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {assigning && <Assign row={assigning} onDone={() => assign(undefined)} />}
    </>
  )
}
