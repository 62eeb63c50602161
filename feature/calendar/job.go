package calendar

import (
	"context"

	"erba/platform/job"
)

// Work reminds everybody of tomorrow.
func (s *Service) Work(q *job.Queue) {
	q.Handle("calendar.remind", func(ctx context.Context, _ *job.Run) error { return s.Remind(ctx) })
	q.Schedule("calendar.remind", "18:00")
}
