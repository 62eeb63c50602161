package worth

import (
	"context"

	"erba/feature/ledger"
	"erba/feature/portfolio"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

// loading is the kind of the job that brings what accounts bought up to date, so
// that nobody waits for it: after every change of the ledger.
const loading = "worth.load"

// Work adds the job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(loading, func(ctx context.Context, _ *job.Run) error { return s.Load(ctx) })
}

// published asks for it.
func (s *Service) published(tx *db.Tx, _ ledger.Published) error {
	return s.jobs.AddOnce(tx.As(identity.With(tx.Context(), identity.System())), loading, struct{}{})
}

// Load brings the twelve months that are usually asked for up to date; at start it
// is called in the background.
func (s *Service) Load(ctx context.Context) error {
	o, err := s.portfolio.Outlays(identity.With(ctx, identity.System()), portfolio.Ask{}, portfolio.Filter{}, "")
	if err != nil {
		return err
	}
	_, err = s.tradeUpTo(ctx, ledger.Month(o.Last))
	return err
}
