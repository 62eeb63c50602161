package collection

import (
	"context"

	"erba/kernel"
	"erba/platform/job"
)

const (
	mailing  = "collection.mail"
	watching = "collection.watch"
	morning  = "06:10"
)

// letter is what a job hands in.
type letter struct {
	Dunning kernel.ID `json:"dunning"`
}

// Work adds collection's jobs to the queue: letters, and the nightly look at who
// has broken a promise and who is late for too long.
func (s *Service) Work(q *job.Queue) {
	q.Handle(mailing, func(ctx context.Context, run *job.Run) error {
		var l letter
		if err := run.Args(&l); err != nil {
			return err
		}
		return s.send(ctx, l.Dunning)
	})
	q.Handle(watching, func(ctx context.Context, run *job.Run) error {
		n, err := s.WatchAll(ctx)
		run.Report(map[string]int{"accounts": n})
		return err
	})
	q.Schedule(watching, morning)
}
