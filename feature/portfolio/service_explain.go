package portfolio

import (
	"context"
	"slices"

	"erba/analysis/why"
	"erba/feature/method"
	"erba/kernel"
	"erba/platform/model"
)

// explained are the methods whose result is explained for every account.
var explained = []string{"M01", "M12", "M13", "M14", "M15", "M16", "M17", "M18", "M19", "M24", "M25", "M26", "M31"}

// explain lets the library of methods ask what another configuration would say
// of one account.
func (s *Service) explain(methods *method.Service) {
	for _, id := range explained {
		methods.Explains(id, func(ctx context.Context, config model.Config, account kernel.ID) (why.Explanation, error) {
			return s.explainedBy(ctx, id, config, account)
		})
	}
}

// explainedBy says of an account that the viewer sees what a method says by a
// configuration, and why: no more than the account's own page would tell him.
func (s *Service) explainedBy(ctx context.Context, id string, config model.Config, account kernel.ID) (why.Explanation, error) {
	tried, err := s.Tried(ctx, Ask{}, config)
	if err != nil {
		return why.Explanation{}, err
	}
	v, err := s.viewed(ctx, tried.Evaluated, Filter{})
	if err != nil {
		return why.Explanation{}, err
	}
	c, err := s.card(ctx, v, account)
	if err != nil {
		return why.Explanation{}, err
	}
	at := slices.IndexFunc(c.Why, func(r Reasoned) bool { return r.Method == id })
	if at < 0 {
		return why.Explanation{}, kernel.Refused("method.no_trial", "id", id)
	}
	return c.Why[at].Explanation, nil
}
