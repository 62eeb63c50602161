package vault

import (
	"context"

	"erba/platform/job"
)

// resealing is the kind of job that finishes what an interrupted rotation left.
const resealing = "vault.reseal"

// Work looks every night whether values wait for the latest key.
func (v *Vault) Work(q *job.Queue) {
	q.Handle(resealing, func(ctx context.Context, run *job.Run) error {
		if v.Lost() != nil {
			return nil // the doctor says so
		}
		done, err := v.Reseal(ctx, run.Progress)
		run.Report(done)
		return err
	})
	q.Schedule(resealing, "03:40")
}
