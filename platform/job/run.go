package job

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Run is one attempt at a job, as its handler sees it.
type Run struct {
	ID     kernel.ID
	Kind   string
	queue  *Queue
	viewer identity.Viewer // on whose behalf

	mu  sync.Mutex
	job Job
}

// Args reads what the job was queued with.
func (r *Run) Args(into any) error {
	_, err := parse(r.job.Args, into)
	return err
}

// Progress notes how far the work is; it costs nothing and is written with the next beat.
func (r *Run) Progress(done, total int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.job.Done, r.job.Total = done, total
}

// Keep saves what the next attempt needs to go on from here, in the
// transaction of the step that it describes.
func (r *Run) Keep(tx *db.Tx, state any) error { return keep(tx, r.ID, written(state)) }

// Kept reads what an attempt before this one kept; false if there was none.
func (r *Run) Kept(into any) (bool, error) { return parse(r.job.Kept, into) }

// Report is what the job leaves behind when it is done.
func (r *Run) Report(result any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.job.Result = written(result)
}

// Stopped reports whether somebody cancelled the job of a context, or its user
// lost the right to it; otherwise it ends because its process does, and will be
// taken up again.
func Stopped(ctx context.Context) bool {
	return errors.Is(context.Cause(ctx), errCancelled) || revoked(ctx) != nil
}

// revoked is why the user of a context's job may not go on, or nil.
func revoked(ctx context.Context) error {
	if f, ok := errors.AsType[*kernel.Fault](context.Cause(ctx)); ok {
		return f
	}
	return nil
}

func (r *Run) snapshot() Job {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.job
}

// beats says every other second that the job lives, and stops it when somebody wants that.
func (r *Run) beats(ctx context.Context, stop context.CancelCauseFunc) {
	tick := time.NewTicker(beat)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		wanted, err := r.beat(ctx)
		if err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "job beat", "job", r.ID, "error", err)
		}
		if wanted {
			stop(errCancelled)
		}
		if f, lost := errors.AsType[*kernel.Fault](r.lost(ctx)); lost {
			stop(f)
		}
	}
}

// lost is the fault of a user who may no longer do what the job does for him.
func (r *Run) lost(ctx context.Context) error {
	now, err := r.queue.viewer(ctx, r.snapshot())
	if err == nil && !now.Holds(r.viewer) {
		err = kernel.Denied("web.denied")
	}
	return err
}

func (r *Run) beat(ctx context.Context) (cancelled bool, err error) {
	j := r.snapshot()
	err = r.queue.db.Write(identity.With(ctx, identity.System()), func(tx *db.Tx) error {
		cancelled, err = alive(tx, r.ID, j.Done, j.Total, now())
		return err
	})
	return cancelled, err
}
