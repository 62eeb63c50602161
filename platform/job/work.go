package job

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Work runs jobs, so many at a time, until ctx ends.
func (q *Queue) Work(ctx context.Context, workers int) {
	var all sync.WaitGroup
	for range workers {
		all.Go(func() { q.work(ctx) })
	}
	all.Go(func() { q.clock(ctx) })
	all.Wait()
}

func (q *Queue) work(ctx context.Context) {
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for ctx.Err() == nil {
		if worked, err := q.next(ctx); err != nil && ctx.Err() == nil {
			slog.ErrorContext(ctx, "job queue", "error", err)
		} else if worked {
			continue
		}
		select {
		case <-ctx.Done():
		case <-q.wake:
		case <-tick.C:
		}
	}
}

// next runs one job, if one is due.
func (q *Queue) next(ctx context.Context) (bool, error) {
	var found []Job
	err := q.db.Read(ctx, func(tx *db.Tx) (err error) {
		found, err = due(tx, now())
		return err
	})
	if err != nil || len(found) == 0 {
		return false, err
	}
	won := false
	err = q.db.Write(ctx, func(tx *db.Tx) (err error) {
		won, err = claim(tx, found[0].ID, now())
		return err
	})
	if won && err == nil {
		found[0].Tries++
		q.run(ctx, found[0])
	}
	return true, err
}

// run does one attempt and notes how it ended.
func (q *Queue) run(ctx context.Context, j Job) {
	if j.Started == 0 {
		j.Started = now()
	}
	inner, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	q.mu.Lock()
	q.stops[j.ID] = stop
	q.mu.Unlock()
	defer func() {
		q.mu.Lock()
		delete(q.stops, j.ID)
		q.mu.Unlock()
	}()
	r := &Run{ID: j.ID, Kind: j.Kind, queue: q, job: j}
	err := q.labour(inner, stop, r)
	if ctx.Err() != nil && err != nil {
		return // the process ends; another takes the job up
	}
	q.finish(ctx, r, err, errors.Is(context.Cause(inner), errCancelled))
}

// labour attempts the job while it says every other second that it lives, and
// ends it when its user may not go on.
func (q *Queue) labour(ctx context.Context, stop context.CancelCauseFunc, r *Run) (err error) {
	if r.viewer, err = q.viewer(ctx, r.job); err != nil {
		return err
	}
	beats := make(chan struct{})
	go func() { r.beats(ctx, stop); close(beats) }()
	err = q.attempt(ctx, r)
	stop(nil)
	<-beats
	if lost := revoked(ctx); lost != nil && err != nil {
		return lost
	}
	return err
}

// attempt runs the handler on behalf of who queued the job.
func (q *Queue) attempt(ctx context.Context, r *Run) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return q.kinds[r.Kind](identity.With(ctx, r.viewer), r)
}

// viewer is who queued a job, as he is now, if he still may do what he did then.
func (q *Queue) viewer(ctx context.Context, j Job) (identity.Viewer, error) {
	if j.User.IsZero() && j.Hand == "" {
		return identity.System(), nil
	}
	v, err := q.users.Operator(j.Hand), error(nil)
	if !j.User.IsZero() {
		v, err = q.users.Viewer(ctx, j.User)
	}
	if v = v.For(j.Grant); err == nil && !v.May(j.Grant) {
		err = kernel.Denied("web.denied")
	}
	return v, err
}

func (q *Queue) finish(ctx context.Context, r *Run, err error, cancelled bool) {
	j := r.snapshot()
	j.Ended, j.State = now(), Done
	switch {
	case cancelled:
		j.State = Cancelled
	case err != nil:
		slog.ErrorContext(ctx, "job failed", "kind", j.Kind, "job", j.ID, "error", err)
		j.State, j.Fault = Failed, written(faultOf(err))
	}
	if err := q.db.Write(ctx, func(tx *db.Tx) error { return end(tx, j) }); err != nil {
		slog.ErrorContext(ctx, "job end", "job", j.ID, "error", err)
	}
}

// faultOf is what users get to know about an error.
func faultOf(err error) *kernel.Fault {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f
	}
	return &kernel.Fault{Key: "web.internal"}
}
