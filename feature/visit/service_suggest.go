package visit

import (
	"context"

	rules "erba/analysis/visit"
	"erba/kernel"
)

// Suggest are visits that could be planned in a week.
func (s *Service) Suggest(ctx context.Context, week kernel.Date, most int) (all Suggestions, err error) {
	b, err := s.opened(ctx)
	if err != nil {
		return all, err
	}
	if week.IsZero() {
		week = b.today
	}
	return Suggestions{From: rules.Monday(week), Rows: []Suggestion{}}, nil
}
