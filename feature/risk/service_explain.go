package risk

import (
	"context"

	"erba/analysis/risk"
	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/model"
)

// explained is how another configuration would judge the register of an account.
func (s *Service) explained(ctx context.Context, config model.Config, account kernel.ID) (e why.Explanation, err error) {
	cfg, ok := config.(risk.Config)
	if !ok {
		return e, kernel.Refused("method.no_trial", "id", "M08")
	}
	return e, s.db.Read(identity.Under(ctx, "risk:read"), func(tx *db.Tx) error {
		if err := s.accounts.Require(tx, account); err != nil {
			return err
		}
		all, err := risks(tx, account)
		e = cfg.Explain(judged(all))
		return err
	})
}
