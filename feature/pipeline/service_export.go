package pipeline

import (
	"context"
	"iter"
	"slices"

	"erba/platform/db"
	"erba/platform/export"
	"erba/platform/identity"
)

// Exported are the columns of an exported board, as text keys.
var Exported = []string{"pipeline.code", "pipeline.deal", "pipeline.customer", "pipeline.owner", "pipeline.process", "pipeline.step", "pipeline.percent",
	"pipeline.class", "pipeline.amount", "pipeline.weighted", "pipeline.expected", "pipeline.slips", "pipeline.days", "pipeline.limit", "pipeline.next_step", "pipeline.next_on"}

// Export are the deals of a choice as rows under Exported, with the names of their
// steps in a language; of every process where none is named.
func (s *Service) Export(ctx context.Context, w Which, language string) (iter.Seq[[]any], error) {
	var v sight
	err := s.db.Snapshot(ctx, func(tx *db.Tx) (err error) {
		v, err = s.look(tx, w)
		return err
	})
	slices.SortFunc(v.all, sooner)
	return func(yield func([]any) bool) {
		for _, c := range v.all {
			process, stage := v.steps.Names(c.Process, c.Stage, language)
			if !yield([]any{c.Code, c.Name, c.Customer, c.OwnerName, process, stage, int64(c.Percent), c.Class, amountOf(c.Amount), amountOf(c.Weighted),
				c.Expected, int64(c.Slips), int64(c.Days), int64(c.Dwell), c.NextStep, c.NextOn}) {
				return
			}
		}
	}, err
}

func amountOf(minor *int64) any {
	if minor == nil {
		return nil
	}
	return export.Amount(*minor)
}

// Population is of how many deals an export is a part.
func (s *Service) Population(ctx context.Context) (n int64, err error) {
	err = s.db.Read(db.WithViewer(ctx, identity.System()), func(tx *db.Tx) error {
		n, err = countAll(tx)
		return err
	})
	return n, err
}
