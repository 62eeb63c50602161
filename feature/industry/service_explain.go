package industry

import (
	"context"

	"erba/analysis/entry"
	"erba/analysis/ownership"
	"erba/analysis/why"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/model"
)

// explain lets the library of methods ask what another configuration would say
// of one account.
func (s *Service) explain(methods *method.Service) {
	methods.Explains("M27", s.expected)
	methods.Explains("M28", s.positioned)
}

// expected is what a configuration lets one expect of an account by its ownership.
func (s *Service) expected(ctx context.Context, config model.Config, id kernel.ID) (why.Explanation, error) {
	one, err := s.accounts.Find(ctx, id)
	if err != nil {
		return why.Explanation{}, err
	}
	cfg, ok := config.(ownership.Config)
	if !ok {
		return why.Explanation{}, kernel.Refused("method.no_trial", "id", "M27")
	}
	return hint(&cfg, one.Ownership).Why, nil
}

// positioned is how a configuration would rank an account among those to begin with.
func (s *Service) positioned(ctx context.Context, config model.Config, id kernel.ID) (why.Explanation, error) {
	facts, err := s.portfolio.Facts(ctx, kernel.Date{})
	if err != nil {
		return why.Explanation{}, err
	}
	row := facts.Row(id)
	if row < 0 || !facts.Sees(row) {
		return why.Explanation{}, kernel.Missing("db.missing")
	}
	cfg, ok := config.(entry.Config)
	if !ok {
		return why.Explanation{}, kernel.Refused("method.no_trial", "id", "M28")
	}
	said, _ := saidOf(facts, row)
	return cfg.Explain(target(facts, row, said).said), nil
}
