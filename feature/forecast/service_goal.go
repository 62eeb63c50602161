package forecast

import (
	rules "erba/analysis/forecast"
	"erba/analysis/null"
	"erba/feature/goal"
	"erba/kernel"
)

// goals say of everybody, and of all, what is wanted of the year and how well open
// deals cover what is missing.
func (m *maker) goals() {
	for i := range m.People {
		p := &m.People[i]
		for _, of := range m.wanted.People {
			if !p.Owner.IsZero() && of.Owner == p.Owner {
				p.Goal = m.covered(of, m.year[leader{user: p.Owner}])
			}
		}
		if m.owner == p.Owner && !p.Owner.IsZero() {
			m.Goal = p.Goal
		}
	}
	if !m.owner.IsZero() {
		return
	}
	all := int64(0)
	for _, held := range m.year {
		all += held
	}
	m.Goal = m.covered(m.wanted.Total, all)
}

// covered is how well deals cover what is missing; nil where nothing is wanted.
func (m *maker) covered(p goal.Person, held int64) *Goal {
	if p.Wanted <= 0 {
		return nil
	}
	c := rules.Covered(held, p.Wanted, p.Sold)
	return &Goal{Wanted: p.Wanted, Sold: p.Sold, Expected: held, Coverage: c, Enough: p.Sold >= p.Wanted || c >= null.Number(m.cfg.Coverage)}
}

// accuracies is of how many earlier periods it is said how right they were forecast.
const accuracies = 6

// soon is how many days after its first one the forecast of a period may have been
// made.
const soon = 9

// firsts are the periods before one whose first days were written down.
func firsts(p Period, taken []kernel.Date, today kernel.Date) (all []first) {
	for range accuracies {
		p = p.Before()
		for _, day := range taken {
			if late := day.Days(p.From); late >= 0 && late <= soon && p.Until.Compare(today) < 0 {
				all = append(all, first{p, day})
				break
			}
		}
	}
	return all
}

// first is a period and the day on which it was first forecast.
type first struct {
	Period
	taken kernel.Date
}
