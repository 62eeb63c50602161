import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fault } from '../../ui/Fault'
import { Empty } from '../../ui/kit/Empty'
import { Waiting } from '../../ui/kit/Waiting'
import { usePeople } from '../../ui/people'
import { type Row, useCourse } from './server'

/** CourseDrawer is how a promise was put off, by whom and why. */
export function CourseDrawer({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation()
  const { name } = usePeople()
  const { data, error } = useCourse(row.id)
  return (
    <Drawer open onClose={onClose} title={row.text} size="default">
      <Fault error={error} />
      {!data ? !error && <Waiting rows={3} /> : data.extensions.length === 0 ? <Empty>{t('commitment.never_moved')}</Empty> : (
        <ol className="commitment-course">
          {data.extensions.map((e) => (
            <li key={`${e.was}${e.becomes}`}>
              <b>{e.was} → {e.becomes}</b>
              <p>{e.reason}</p>
              <small className="third">{name(e.by)} · {e.made}</small>
            </li>
          ))}
        </ol>
      )}
    </Drawer>
  )
}
