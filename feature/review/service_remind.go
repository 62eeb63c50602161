package review

import (
	"context"

	"erba/feature/notice"
	"erba/platform/db"
)

// due is the kind of notice that a month is to be reviewed.
const due = "review.notice_due"

// Remind tells everybody with a review, on the first day of a month, that the month
// before waits for his comment.
func (s *Service) Remind(ctx context.Context) (n int, err error) {
	if today := s.today(); today.Compare(today.Month()) != 0 {
		return 0, nil
	}
	all, err := s.users.Users(ctx)
	if err != nil {
		return 0, err
	}
	month := s.today().AddMonths(-1).Month()
	return n, s.db.Write(ctx, func(tx *db.Tx) error {
		for _, u := range all {
			if !u.Active || s.users.Opens(u.Roles, "review:own") == 0 {
				continue
			}
			n++
			err := s.notices.Tell(tx, notice.Notice{User: u.ID, Kind: due, Path: "/visits/review?month=" + month.String(), Args: map[string]any{"month": month.String()[:7]}})
			if err != nil {
				return err
			}
		}
		return nil
	})
}
