package pool

import (
	"context"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/job"
)

// recycling is the kind of the job that puts accounts into the pool and hands over
// what was promised; it comes after the orders of the day before.
const recycling = "pool.recycle"

// Work adds pool's job to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(recycling, func(ctx context.Context, run *job.Run) error {
		done, err := s.Recycle(ctx, func(done, total int64) { run.Progress(done, total) })
		run.Report(done)
		return err
	})
	q.Schedule(recycling, "04:10")
}

// Order queues a run of the rules, as every night.
func (s *Service) Order(ctx context.Context) (id kernel.ID, err error) {
	err = s.db.Write(ctx, func(tx *db.Tx) error {
		id, err = s.jobs.Add(tx, recycling, struct{}{})
		return err
	})
	return id, err
}
