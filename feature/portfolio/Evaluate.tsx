import { ReloadOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, take } from '../../ui/api'
import { useMay } from '../../ui/me'

/** Evaluate computes all classes anew and records what changed. */
export function Evaluate() {
  const { t } = useTranslation()
  const may = useMay()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const run = useMutation({
    mutationFn: async () => take(await api.POST('/api/portfolio/evaluate')),
    onSuccess: () => {
      void message.info(t('portfolio.evaluating'))
      void queries.invalidateQueries({ queryKey: ['jobs'] })
    },
    onError: (problem: { detail?: string }) => void message.error(problem.detail ?? String(problem)),
  })
  if (!may('portfolio:evaluate')) return null
  return <Button type="primary" icon={<ReloadOutlined />} loading={run.isPending} onClick={() => run.mutate()}>{t('portfolio.evaluate')}</Button>
}
