package portfolio

import "context"

// Scorecard returns the classes of the value scorecard, now and over time.
func (s *Service) Scorecard(ctx context.Context, a Ask, f Filter) (Scorecard, error) {
	return answered(s, ctx, a, f, (*View).Scorecard)
}

// Single returns the classes by one measure, and how far they diverge.
func (s *Service) Single(ctx context.Context, a Ask, f Filter) (Single, error) {
	return answered(s, ctx, a, f, (*View).Single)
}

// Matrix returns where to invest.
func (s *Service) Matrix(ctx context.Context, a Ask, f Filter) (Matrix, error) {
	return answered(s, ctx, a, f, (*View).Matrix)
}

// hideMargin takes out of a card what only they may read who are told margins.
func (s *Service) hideMargin(ctx context.Context, v *View, row int32, c *Card) error {
	if !v.marginal(row) {
		return nil
	}
	told, err := s.told(ctx, wanted[Gross], v.Columns, s.sight)
	if err == nil && told != nil && !told.Has(row) {
		c.withoutMargin()
	}
	return err
}
