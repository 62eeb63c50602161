package portfolio

import (
	"context"

	"erba/feature/account"
	"erba/platform/db"
)

// standards are how accounts are classed by size and stage. While a start loads
// the columns nobody waits for them: the settings are few and read at once.
func (s *Service) standards(ctx context.Context) (account.Standards, error) {
	if s.Ready() {
		st, err := s.current(ctx)
		if err != nil {
			return account.Standards{}, err
		}
		return st.setting.Config.standards(), nil
	}
	var set Setting
	err := s.db.Read(system(ctx), func(tx *db.Tx) (err error) {
		set, err = s.loadSetting(tx, initial)
		return err
	})
	return set.Config.standards(), err
}

func (c Config) standards() account.Standards { return account.Standards{Size: c.Size, Stage: c.Stage} }
