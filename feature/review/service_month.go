package review

import (
	"encoding/json"

	"erba/analysis/routine"
	"erba/feature/commitment"
	"erba/feature/interaction"
	"erba/feature/plan"
	"erba/kernel"
	"erba/platform/db"
)

// quarter is how many weeks the heat map shows.
const quarter = 13

// month is what is found out once about all people.
type month struct {
	s        *Service
	from     kernel.Date
	until    kernel.Date
	promises map[kernel.ID]commitment.Record
	weeks    map[kernel.ID][]plan.Week
}

// month looks it up, and says which weeks the sheet shows: a quarter up to the last
// one that begins in the month.
func (s *Service) month(tx *db.Tx, sheet *Sheet) (m month, err error) {
	m = month{s: s, from: sheet.Month, until: sheet.Until}
	first := routine.Monday(sheet.Until).Add(-7 * (quarter - 1))
	for i := range quarter {
		sheet.Weeks = append(sheet.Weeks, first.Add(7*i))
	}
	if m.promises, err = s.commitments.Records(tx, commitment.Us, m.from, m.until); err != nil {
		return m, err
	}
	m.weeks, err = s.plans.ContactWeeks(tx, first, quarter)
	return m, err
}

// fill fills in what somebody's month came to; of a signed one, what it came to then.
func (m month) fill(tx *db.Tx, line *Line) error {
	f := &line.Figures
	line.Weeks = []Cell{}
	for _, w := range m.weeks[line.User] {
		line.Weeks = append(line.Weeks, Cell{w.From, w.Contacted, w.Important, w.Share})
		if w.From.Compare(m.from) >= 0 && w.From.Compare(m.until) <= 0 {
			f.Contacted, f.Important = f.Contacted+w.Contacted, f.Important+w.Important
		}
	}
	if line.Review.Figures != "" {
		return json.Unmarshal([]byte(line.Review.Figures), f)
	}
	visits, err := m.s.visits.Month(tx, m.from, m.until, line.User)
	if err != nil {
		return err
	}
	f.Planned, f.Executed, f.Objectives, f.Met = visits.Planned, visits.Executed, visits.Objectives, visits.Met
	p := m.promises[line.User]
	f.Promises, f.Kept, f.Broken = p.Due, p.Kept, p.Broke+p.Late
	f.sum()
	return m.answers(tx, line.User, f)
}

// answers fills in how fast somebody's customers were answered.
func (m month) answers(tx *db.Tx, user kernel.ID, f *Figures) error {
	paces, err := m.s.interactions.Pace(tx, interaction.Which{From: m.from, To: m.until, User: user})
	if err == nil {
		f.Asked, f.InTime, f.Median = paces[0].Asked, paces[0].Share, paces[0].Median
	}
	return err
}
