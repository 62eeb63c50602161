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

// Agreement returns what three methods say together.
func (s *Service) Agreement(ctx context.Context, a Ask, f Filter) (Agreement, error) {
	return answered(s, ctx, a, f, (*View).Agreement)
}

// Mistakes returns what the five detectors say; of margins only to who is told
// those of every account that he sees.
func (s *Service) Mistakes(ctx context.Context, a Ask, f Filter) (Mistakes, error) {
	v, err := s.view(ctx, a, f)
	if err == nil {
		err = s.enlarge(ctx, v)
	}
	if err != nil {
		return Mistakes{}, err
	}
	told, err := s.told(ctx, wanted[Gross], v.Columns, s.sight)
	return v.Mistakes(told == nil), err
}

// hideMargin takes out of a card what only they may read who are told margins.
func (s *Service) hideMargin(ctx context.Context, v *View, row int32, c *Card) error {
	told, err := s.told(ctx, wanted[Gross], v.Columns, s.sight)
	if err != nil || told == nil || told.Has(row) {
		return err
	}
	if c.withoutBalance(); v.marginal(row) {
		c.withoutMargin()
	}
	return nil
}

// hidesMargin reports whether a margin that there is must not be told.
func (s *Service) hidesMargin(ctx context.Context, v *View, row int32) (bool, error) {
	if !v.marginal(row) {
		return false, nil
	}
	told, err := s.told(ctx, wanted[Gross], v.Columns, s.sight)
	return err == nil && told != nil && !told.Has(row), err
}
