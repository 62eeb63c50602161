package approval

import (
	"context"
	"time"

	"erba/kernel"
	"erba/platform/job"
)

const (
	effect = "approval.effect" // what waited takes effect
	tend   = "approval.tend"   // every night: lapses and reminders
	soon   = 48 * time.Hour    // before its end, those who could decide are reminded
)

// Tended says what a night's work has done.
type Tended struct {
	Lapsed   int `json:"lapsed"`
	Reminded int `json:"reminded"`
}

// Work adds approval's jobs to the queue.
func (s *Service) Work(q *job.Queue) {
	q.Handle(effect, func(ctx context.Context, run *job.Run) error {
		var id kernel.ID
		if err := run.Args(&id); err != nil {
			return err
		}
		return s.TakeEffect(ctx, id)
	})
	q.Handle(tend, func(ctx context.Context, run *job.Run) error {
		done, err := s.Tend(ctx)
		run.Report(done)
		return err
	})
	q.Schedule(tend, "02:10")
}
