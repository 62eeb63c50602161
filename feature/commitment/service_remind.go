package commitment

import (
	"context"

	"erba/feature/notice"
	"erba/platform/db"
	"erba/platform/event"
)

// The kinds of notices.
const (
	soon = "commitment.notice_soon"
	late = "commitment.notice_late"
)

// Remind tells those who answer for promises which are due by tomorrow, and once
// more when their day has passed; a promise of ours is then a risk.
func (s *Service) Remind(ctx context.Context) (n int, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		all, err := untold(tx, s.today())
		for _, c := range all {
			if err := s.tell(tx, c); err != nil {
				return err
			}
		}
		n = len(all)
		return err
	})
	return n, err
}

func (s *Service) tell(tx *db.Tx, c Commitment) error {
	kind, told := soon, int64(1)
	if c.Late(s.today()) {
		kind, told = late, 2
		if err := event.Emit(s.events, tx, Lapsed{c}); err != nil {
			return err
		}
	}
	if !c.User.IsZero() {
		err := s.notices.Tell(tx, notice.Notice{User: c.User, Kind: kind, Account: c.Account, Path: "/visits/promises",
			Args: map[string]any{"due": c.Due.String(), "days": s.today().Days(c.Due)}})
		if err != nil {
			return err
		}
	}
	return remind(tx, c, told)
}
