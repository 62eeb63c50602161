package forecast

import (
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

// Recall writes down how deals stood on a day that is past, as somebody knows who
// kept them elsewhere: each deal as it was then.
func (s *Service) Recall(tx *db.Tx, taken kernel.Date, deals []opportunity.Deal) error {
	all := make([]stood, len(deals))
	for i, d := range deals {
		all[i] = stood{d.ID, d.Owner, d.Process, d.Stage, d.Percent, d.Category, amountOf(d), d.Expected}
	}
	return keep(tx, taken, all)
}
