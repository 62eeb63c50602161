package forecast

import (
	rules "erba/analysis/forecast"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/db"
)

// accuracy is how right the first forecasts of the periods before were, of the
// deals that the viewer sees.
func (s *Service) accuracy(tx *db.Tx, p Period, owner kernel.ID) ([]Accuracy, error) {
	from := p
	for range accuracies {
		from = from.Before()
	}
	taken, err := days(tx, from.From, p.From)
	if err != nil {
		return nil, err
	}
	all := []Accuracy{}
	for _, one := range firsts(p, taken, s.today()) {
		a, err := s.judged(tx, one, owner)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}

// judged compares what was forecast of a period with what came.
func (s *Service) judged(tx *db.Tx, f first, owner kernel.ID) (a Accuracy, err error) {
	a.Period, a.Taken = f.Key, f.taken
	then, err := on(tx, f.taken)
	if err != nil {
		return a, err
	}
	sums := rules.None()
	for _, d := range then {
		if f.Holds(d.Expected) && (owner.IsZero() || d.Owner == owner) {
			sums.Add(rules.Deal{Amount: d.Amount, Weighted: kernel.Percent(d.Amount, d.Percent), Category: d.Category})
		}
	}
	won := opportunity.Filter{State: []string{opportunity.Won}, Owner: owner, ClosedFrom: f.From, ClosedUntil: f.Until}
	err = s.deals.Each(tx, won, func(d opportunity.Deal) error {
		a.Actual += amountOf(d)
		return nil
	})
	a.Commit, a.Weighted = sums.Commit, sums.Weighted
	a.OffCommit, a.OffWeighted = rules.Missed(a.Commit, a.Actual), rules.Missed(a.Weighted, a.Actual)
	return a, err
}
