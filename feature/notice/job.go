package notice

import (
	"context"

	"erba/kernel"
	"erba/platform/job"
)

// mailing is the job that sends somebody the letters that are due.
const mailing = "notice.mail"

type addressee struct {
	User kernel.ID `json:"user"`
}

// Work sends letters, and forgets what is long past.
func (s *Service) Work(q *job.Queue) {
	q.Handle(mailing, func(ctx context.Context, run *job.Run) error {
		var to addressee
		if err := run.Args(&to); err != nil {
			return err
		}
		return s.mail(ctx, to.User)
	})
	q.Handle("notice.tidy", func(ctx context.Context, run *job.Run) error {
		n, err := s.Tidy(ctx)
		run.Report(map[string]int64{"forgotten": n})
		return err
	})
	q.Schedule("notice.tidy", "03:40")
}
