package portfolio

import (
	"context"
	"fmt"
	"math"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Tried answers a question with another configuration of one method, as if it
// were in force. Nothing of it is kept.
func (s *Service) Tried(ctx context.Context, a Ask, draft any) (Classed, error) {
	e, err := s.evaluated(system(ctx), a)
	if err != nil {
		return Classed{}, err
	}
	return s.tried(ctx, e, e.Judged, draft)
}

func (s *Service) tried(ctx context.Context, e *Evaluated, j *Judged, draft any) (Classed, error) {
	set := e.Setting
	if draft != nil && !set.Config.Take(draft) {
		return Classed{}, fmt.Errorf("portfolio: a %T configures none of its methods", draft)
	}
	edges, err := s.edges(ctx, e.window)
	return Classed{evaluate(e.Ask, set, e.Columns, j, edges, nil)}, err
}

// Then answers as one would have answered on a day, by what was known then: what
// people judged later does not count. A draft may be nil.
func (s *Service) Then(ctx context.Context, on kernel.Date, draft any) (Classed, error) {
	e, err := s.evaluated(system(ctx), Ask{AsOf: on})
	if err != nil {
		return Classed{}, err
	}
	j := &Judgements{}
	err = s.db.Snapshot(system(ctx), func(tx *db.Tx) error {
		if j.estimates, err = estimatesUpTo(tx, on); err != nil {
			return err
		}
		j.nominated, err = nominations(tx)
		j.nominated = slices.DeleteFunc(j.nominated, func(n Nomination) bool { return kernel.DayOf(n.ID.Time()).Compare(on) > 0 })
		return err
	})
	if err != nil {
		return Classed{}, err
	}
	return s.tried(ctx, e, j.beside(e.Columns), draft)
}

// Begun is the day of the first order of all.
func (c Classed) Begun() kernel.Date {
	least := int32(math.MaxInt32)
	for _, day := range c.first {
		if day != never {
			least = min(least, day)
		}
	}
	if least == math.MaxInt32 {
		return kernel.Date{}
	}
	return kernel.FromOrdinal(least)
}
