package db

import (
	"context"
	"sync"
)

// most is how many transactions share a commit.
const most = 32

// joint is a transaction that waits for the one writer of SQLite.
type joint struct {
	ctx      context.Context
	f        func(*Tx) error
	err      error
	panicked any
	done     chan struct{}
}

// queue is what waits to be written together.
type queue struct {
	lock    sync.Mutex
	waiting []*joint
	led     bool // somebody writes, and takes what comes meanwhile
}

// Together is Write for short transactions of which many come at once. On SQLite,
// which has one writer, those that wait for it share one commit: what one of them
// did is taken back alone if it fails, and none returns before the commit. On
// PostgreSQL, which commits many at once by itself, it is Write.
func (d *DB) Together(ctx context.Context, f func(*Tx) error) error {
	if d.dia == onPostgres {
		return d.Write(ctx, f)
	}
	one := &joint{ctx: ctx, f: f, done: make(chan struct{})}
	if d.queue.enter(one) {
		go d.lead()
	}
	<-one.done
	if one.panicked != nil {
		panic(one.panicked)
	}
	return one.err
}

// enter reports whether somebody has to start writing.
func (q *queue) enter(one *joint) (first bool) {
	q.lock.Lock()
	defer q.lock.Unlock()
	q.waiting = append(q.waiting, one)
	first, q.led = !q.led, true
	return first
}

// next are those that are written next; with none, nobody writes any more.
func (q *queue) next() []*joint {
	q.lock.Lock()
	defer q.lock.Unlock()
	n := min(len(q.waiting), most)
	some := q.waiting[:n:n]
	q.waiting, q.led = q.waiting[n:], n > 0
	return some
}

// lead writes what waits until nothing does.
func (d *DB) lead() {
	for some := d.queue.next(); len(some) > 0; some = d.queue.next() {
		err := d.Write(context.Background(), func(tx *Tx) error {
			for _, one := range some {
				if err := one.within(tx); err != nil {
					return err
				}
			}
			return nil
		})
		for _, one := range some {
			if err != nil && one.err == nil {
				one.err = err
			}
			close(one.done)
		}
	}
}

// within runs one of several in a transaction. What it returns is the end of all:
// then nobody knows any more what is written.
func (j *joint) within(whole *Tx) error {
	if j.err = j.ctx.Err(); j.err != nil {
		return nil
	}
	if err := whole.plainly("SAVEPOINT one"); err != nil {
		return err
	}
	// A statement that is cut off would take the whole transaction along.
	j.try(whole.As(context.WithoutCancel(j.ctx)))
	if j.err != nil || j.panicked != nil {
		if err := whole.plainly("ROLLBACK TO one"); err != nil {
			return err
		}
	}
	return whole.plainly("RELEASE one")
}

func (j *joint) try(tx *Tx) {
	defer func() { j.panicked = recover() }()
	j.err = tx.do(j.f)
}

func (t *Tx) plainly(statement string) error {
	_, err := t.run.ExecContext(t.ctx, statement)
	return err
}
