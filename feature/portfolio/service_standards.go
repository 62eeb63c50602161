package portfolio

import (
	"context"

	"erba/analysis/size"
	phase "erba/analysis/stage"
	"erba/feature/account"
	"erba/feature/method"
	"erba/platform/db"
)

// standards are how accounts are classed by size and stage. While a start loads
// the columns nobody waits for them: the two settings are read at once.
func (s *Service) standards(ctx context.Context) (by account.Standards, err error) {
	if s.Ready() {
		st, err := s.current(ctx)
		if err != nil {
			return by, err
		}
		return account.Standards{Size: st.setting.Config.Size, Stage: st.setting.Config.Stage}, nil
	}
	err = s.db.Read(system(ctx), func(tx *db.Tx) error {
		if by.Size, _, err = method.Setting[size.Config](s.methods, tx, "M21"); err != nil {
			return err
		}
		by.Stage, _, err = method.Setting[phase.Config](s.methods, tx, "M20")
		return err
	})
	return by, err
}
