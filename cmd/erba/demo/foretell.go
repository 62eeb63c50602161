package demo

import (
	"erba/feature/forecast"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

const noted = 2 * 52 // weeks for which somebody has written down how the deals stand

// foretell writes down, week by week for two years and on every first day of a
// month, how the deals stood then.
func (d *dealer) foretell(tx *db.Tx, service *forecast.Service, courses []opportunity.Course) error {
	for _, day := range d.weeks() {
		var stood []opportunity.Deal
		for _, c := range courses {
			if one, open := d.then(c, day); open {
				stood = append(stood, one)
			}
		}
		if err := service.Recall(tx, day, stood); err != nil {
			return err
		}
	}
	return nil
}

// weeks are the days on which it is written down.
func (d *dealer) weeks() (all []kernel.Date) {
	for n := noted; n > 0; n-- {
		day := d.today.Add(-7 * n)
		all = append(all, day)
		if first := day.Add(7).Month(); first.Compare(day) > 0 && first.Days(day) < 7 {
			all = append(all, first)
		}
	}
	return append(all, d.today)
}

// then is a deal as it stood on a day, if somebody worked on it.
func (d *dealer) then(c opportunity.Course, day kernel.Date) (opportunity.Deal, bool) {
	one, open := c.Deal, false
	for _, m := range c.Moves {
		if m.On.Compare(day) <= 0 {
			one.Stage, open = m.To, m.State == opportunity.Going
		}
	}
	if len(c.Slips) > 0 {
		one.Expected = c.Slips[0].Was
	}
	for _, s := range c.Slips {
		if s.Made.Compare(day) <= 0 {
			one.Expected = s.Becomes
		}
	}
	p, _ := d.cfg.Process(one.Process)
	one.Percent = p.Percent(one.Stage)
	one.Category = foreseen(one.Percent)
	return one, open
}
