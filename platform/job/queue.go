package job

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

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

// Kinds are those of the jobs that the queue can run.
func (q *Queue) Kinds() []string { return slices.Sorted(maps.Keys(q.kinds)) }

// Nightly are the kinds of the jobs that are queued every day.
func (q *Queue) Nightly() []string { return slices.Sorted(maps.Keys(q.daily)) }

// Add queues a job on behalf of the transaction's user; it starts once that
// is committed.
func (q *Queue) Add(tx *db.Tx, kind string, args any) (kernel.ID, error) {
	if q.kinds[kind] == nil {
		return kernel.ID{}, fmt.Errorf("job: nobody handles %q", kind)
	}
	viewer, _ := identity.From(tx.Context())
	j := Job{ID: kernel.NewID(), Kind: kind, State: Queued, User: viewer.ID, Hand: viewer.Operates(), Grant: viewer.Grant(), Args: written(args), Created: now()}
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

// parse reads JSON that may be empty.
func parse(raw string, into any) (bool, error) {
	if raw == "" {
		return false, nil
	}
	return true, json.Unmarshal([]byte(raw), into)
}
