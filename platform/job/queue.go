package job

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"

	"erba/kernel"
	"erba/platform/db"
	"erba/platform/identity"
)

// Queue adds, runs and shows jobs.
type Queue struct {
	db    *db.DB
	users *identity.Service
	kinds map[string]func(context.Context, *Run) error
	daily map[string]string // kind to "02:00"
	wake  chan struct{}
	mu    sync.Mutex
	stops map[kernel.ID]context.CancelCauseFunc // jobs that run in this process
}

// NewQueue returns a queue that runs nothing until Work.
func NewQueue(d *db.DB, users *identity.Service) *Queue {
	return &Queue{db: d, users: users, kinds: map[string]func(context.Context, *Run) error{},
		daily: map[string]string{}, wake: make(chan struct{}, 1), stops: map[kernel.ID]context.CancelCauseFunc{}}
}

// Handle says what is done for the jobs of a kind, on behalf of who queued them.
func (q *Queue) Handle(kind string, f func(context.Context, *Run) error) { q.kinds[kind] = f }

// Schedule queues a job of a kind every day at a time such as "02:00", local
// time, as the system.
func (q *Queue) Schedule(kind, at string) { q.daily[kind] = at }

// Nightly are the kinds of the jobs that are queued every day.
func (q *Queue) Nightly() []string { return slices.Sorted(maps.Keys(q.daily)) }

// Add queues a job on behalf of the transaction's user; it starts once that
// is committed.
func (q *Queue) Add(tx *db.Tx, kind string, args any) (kernel.ID, error) {
	if q.kinds[kind] == nil {
		return kernel.ID{}, fmt.Errorf("job: nobody handles %q", kind)
	}
	viewer, _ := identity.From(tx.Context())
	j := Job{ID: kernel.NewID(), Kind: kind, State: Queued, User: viewer.ID, Grant: viewer.Grant(), Args: written(args), Created: now()}
	j.Due = j.Created
	err := db.Insert(tx, "jobs", j)
	q.nudge()
	return j.ID, err
}

// AddAt is Add for later: the job starts at an instant, in microseconds UTC.
func (q *Queue) AddAt(tx *db.Tx, kind string, args any, due int64) error {
	id, err := q.Add(tx, kind, args)
	if err != nil {
		return err
	}
	return delay(tx, id, due)
}

// AddOnce is Add, unless a job of that kind waits or runs already.
func (q *Queue) AddOnce(tx *db.Tx, kind string, args any) error {
	busy, err := waits(tx, kind)
	if err != nil || busy {
		return err
	}
	_, err = q.Add(tx, kind, args)
	return err
}

// Find returns a job of the viewer's own; who sees every row sees all.
func (q *Queue) Find(ctx context.Context, id kernel.ID) (j Job, err error) {
	err = q.db.Read(ctx, func(tx *db.Tx) error {
		j, err = find(tx, id, whose(ctx))
		return err
	})
	return j, err
}

// List returns the latest jobs of the viewer; who sees every row sees all.
func (q *Queue) List(ctx context.Context, limit int) (jobs []Job, err error) {
	err = q.db.Read(ctx, func(tx *db.Tx) error {
		jobs, err = list(tx, whose(ctx), now(), limit)
		return err
	})
	return jobs, err
}

func whose(ctx context.Context) db.Cond {
	viewer, _ := identity.From(ctx)
	return mine(viewer.ID, viewer.SeesAll())
}

// Cancel asks a job to stop. It stops at its next step, wherever it runs.
func (q *Queue) Cancel(ctx context.Context, id kernel.ID) (Job, error) {
	err := q.db.Write(ctx, func(tx *db.Tx) error {
		if _, err := find(tx, id, whose(ctx)); err != nil {
			return err
		}
		return wish(tx, id, now())
	})
	if err != nil {
		return Job{}, err
	}
	q.mu.Lock()
	if stop := q.stops[id]; stop != nil {
		stop(errCancelled)
	}
	q.mu.Unlock()
	return q.Find(ctx, id)
}

var errCancelled = errors.New("job: cancelled")

func (q *Queue) nudge() {
	select {
	case q.wake <- struct{}{}:
	default: // it will look anyway
	}
}

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
	if j.User.IsZero() {
		return identity.System(), nil
	}
	v, err := q.users.Viewer(ctx, j.User)
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

// struck reports whether the clock passed a time of day between two instants.
func struck(clock string, last, at time.Time) bool {
	t, err := time.ParseInLocation("2006-01-02 15:04", at.Format(time.DateOnly)+" "+clock, at.Location())
	return err == nil && last.Before(t) && !at.Before(t)
}

// parse reads JSON that may be empty.
func parse(raw string, into any) (bool, error) {
	if raw == "" {
		return false, nil
	}
	return true, json.Unmarshal([]byte(raw), into)
}
