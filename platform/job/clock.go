package job

import (
	"context"
	"log/slog"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// clock revives what dead workers left and queues the daily jobs.
func (q *Queue) clock(ctx context.Context) {
	tick := time.NewTicker(stale / 3)
	defer tick.Stop()
	for last := time.Now(); ; {
		at := time.Now()
		if err := q.tend(identity.With(ctx, identity.System()), last, at); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "job clock", "error", err)
		}
		last = at
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (q *Queue) tend(ctx context.Context, last, at time.Time) error {
	return q.db.Write(ctx, func(tx *db.Tx) error {
		died := written(&kernel.Fault{Key: "job.died", Args: map[string]any{"tries": most}})
		if err := revive(tx, at.Add(-stale).UnixMicro(), at.UnixMicro(), died); err != nil {
			return err
		}
		for kind, clock := range q.daily {
			if struck(clock, last, at) {
				if err := q.AddOnce(tx, kind, struct{}{}); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// struck reports whether the company's clock passed a time of day between two instants.
func struck(clock string, last, at time.Time) bool {
	at = at.In(kernel.Zone())
	t, err := time.ParseInLocation("2006-01-02 15:04", at.Format(time.DateOnly)+" "+clock, at.Location())
	return err == nil && last.Before(t) && !at.Before(t)
}
