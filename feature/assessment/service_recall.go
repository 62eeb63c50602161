package assessment

import (
	"context"

	"erba/platform/db"
)

// Recall takes over how a deal was judged at a step where it is no more, as somebody
// remembers it who kept it elsewhere.
func (s *Service) Recall(ctx context.Context, stage string, j Judging) (sheet Sheet, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		d, err := s.Deals.Deal(tx, j.Deal)
		if err != nil {
			return err
		}
		d.Stage = stage
		sheet, err = s.judge(tx, d, j)
		return err
	})
	return sheet, err
}
