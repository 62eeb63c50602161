package campaign

import (
	"context"
	"iter"

	"erba/platform/db"
	"erba/platform/identity"
)

// Exported are the columns of the exported lessons, as text keys.
var Exported = []string{"campaign.deal_code", "campaign.deal", "campaign.lesson", "campaign.by", "campaign.on"}

// Export are the lessons of the deals in sight as rows under Exported.
func (s *Service) Export(ctx context.Context) (iter.Seq[[]any], error) {
	var all []learned
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		all, err = allLessons(tx)
		return err
	})
	return func(yield func([]any) bool) {
		for _, l := range all {
			if !yield([]any{l.Code, l.Name, l.Text, l.By, l.On}) {
				return
			}
		}
	}, err
}

// Population is how many lessons there are.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	return n, s.db.Read(ctx, func(tx *db.Tx) error {
		n, err = count(identity.Whole(tx))
		return err
	})
}
