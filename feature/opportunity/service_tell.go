package opportunity

import (
	"context"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Tell is how the deals of an account went, for its story.
func (s *Service) Tell(ctx context.Context, of kernel.ID, before int64, limit int) (all []account.Entry, err error) {
	err = s.db.Read(identity.Under(ctx, "opportunity:read"), func(tx *db.Tx) error {
		cfg, err := s.Config(tx)
		if err != nil {
			return err
		}
		until := kernel.Date{}
		if before > 0 {
			until = kernel.DayOf(microseconds(before))
		}
		rows, err := tales(tx, of, until, limit)
		for _, t := range rows {
			p, _ := cfg.Process(t.Process)
			all = append(all, t.told(p))
		}
		return err
	})
	return all, err
}
