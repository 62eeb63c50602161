package account

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/job"
)

// pairing looks for duplicates: every night, and when somebody asks for it.
const pairing = "account.duplicates"

// Work adds account's jobs to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(pairing, func(ctx context.Context, run *job.Run) error {
		found, err := s.Pair(ctx)
		run.Report(found)
		return err
	})
	q.Schedule(pairing, "02:30")
}

// Look queues the search for duplicates.
func (s *Service) Look(ctx context.Context) (id kernel.ID, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		id, err = s.jobs.Add(tx, pairing, nil)
		return err
	})
	return id, err
}

// LookSoon queues the search after new accounts came in, unless it is queued already.
func (s *Service) LookSoon(tx *db.Tx) error { return s.jobs.AddOnce(tx, pairing, nil) }
