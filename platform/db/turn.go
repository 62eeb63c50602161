package db

import (
	"context"
	"errors"
	"strconv"
	"time"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"
)

// SQLite has one writer at a time. Whoever waits for it is asked to be patient
// by the engine itself: it sleeps up to 100 ms between two attempts, and must
// then hit the moment between two transactions of another program's import. So
// programs ask more often, and leave that moment once they wrote for long.
const (
	patience = 10 * time.Second      // after which a writer gives up
	ask      = 2 * time.Millisecond  // between two attempts
	long     = 50 * time.Millisecond // of writing, after which others are let in
	moment   = 10                    // the part of it that they get then
)

// turns is how the writers of this program take turns with those of others.
// The one connection that writes guards it; PostgreSQL, which has many, has nil.
type turns struct {
	since, ended time.Time // of writing without a moment for others
}

// begin starts a transaction that writes as soon as nobody else does.
func (t *turns) begin(ctx context.Context, conn *sqlx.Conn) (*sqlx.Tx, error) {
	if t == nil {
		return conn.BeginTxx(ctx, nil)
	}
	time.Sleep(t.rest(time.Now()))
	if _, err := conn.ExecContext(ctx, waiting(ask)); err != nil {
		return nil, err
	}
	tx, err := conn.BeginTxx(ctx, nil)
	for begun := time.Now(); busy(err) && time.Since(begun) < patience; {
		tx, err = conn.BeginTxx(ctx, nil)
	}
	if err != nil {
		return nil, err
	}
	if _, err = tx.Exec(waiting(patience)); err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return tx, nil
}

// rest is how long a writer that begins now leaves the door open.
func (t *turns) rest(now time.Time) time.Duration {
	wrote := t.ended.Sub(t.since)
	pause := wrote/moment - now.Sub(t.ended)
	if wrote < long && pause > 0 {
		return 0
	}
	t.since = now.Add(max(0, pause))
	return pause
}

// end notes when a writer was done.
func (t *turns) end() {
	if t != nil {
		t.ended = time.Now()
	}
}

// waiting makes the engine itself wait for a lock, so long.
func waiting(d time.Duration) string {
	return "PRAGMA busy_timeout = " + strconv.FormatInt(d.Milliseconds(), 10)
}

// busy reports whether SQLite refused because somebody else writes.
func busy(err error) bool {
	lite, ok := errors.AsType[*sqlite.Error](err)
	return ok && lite.Code()&0xff == 5
}
