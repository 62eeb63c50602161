package portfolio

import (
	"sync"

	phase "erba/analysis/stage"
)

// phases are the stages of all accounts, found when somebody first asks for one:
// who counts a hundred thousand accounts reckons with no calendar.
type phases struct {
	sync.Once
	of []phase.Class
}

// phase is the stage of the account of a row.
func (e *Evaluated) phase(row int32) phase.Class {
	e.phases.Do(func() {
		e.phases.of = make([]phase.Class, e.Len())
		for i := range e.phases.of {
			e.phases.of[i] = phase.Of(day(e.first[i]), day(e.final[i]), e.Ask.AsOf, e.Setting.Config.Stage).Class
		}
	})
	return e.phases.of[row]
}
