package development

import (
	"slices"

	"erba/feature/ledger"
	"erba/feature/notice"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// fell is the notice that a relationship has fallen back.
const fell = "development.notice_fell"

// published lets it be looked anew where accounts stand, soon and in the background.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error {
	return s.jobs.AddOnce(identity.Whole(tx), settling, struct{}{})
}

// regressed tells those who look after an account, and whoever leads them.
func (s *Service) regressed(tx *db.Tx, e Regressed) error {
	if !e.alarms() {
		return nil
	}
	whole := identity.Whole(tx)
	members, err := identity.Members(whole, e.Account)
	if err != nil {
		return err
	}
	var told []kernel.ID
	for _, m := range members {
		if !m.Owner {
			continue
		}
		boss, err := boss(whole, m.User)
		if err != nil {
			return err
		}
		for _, user := range []kernel.ID{m.User, boss} {
			if user.IsZero() || slices.Contains(told, user) {
				continue
			}
			told = append(told, user)
			err := s.notices.Tell(tx, notice.Notice{User: user, Kind: fell, Account: e.Account, Path: "/accounts/" + e.Account.String() + "?tab=development.tab",
				Args: map[string]any{"from": e.From, "to": e.To}})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
