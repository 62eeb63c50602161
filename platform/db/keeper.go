package db

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/jmoiron/sqlx"
	"modernc.org/sqlite"
)

// keeping opens connections to SQLite that keep the statements they are asked for
// twice: parsing and planning is else a third of a short page and of a short change.
// PostgreSQL's driver keeps them by itself. Both engines plan a kept statement anew
// when the schema has changed.
type keeping struct{ driver.Connector }

func openKeeping(dsn string) (*sqlx.DB, error) {
	c, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	return sqlx.NewDb(sql.OpenDB(keeping{c}), "sqlite"), nil
}

// Connect opens a connection.
func (k keeping) Connect(ctx context.Context) (driver.Conn, error) {
	c, err := k.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &keeper{connection: c.(connection), kept: map[string]*kept{}}, nil
}

// connection is what a keeper passes on. It does not run texts by itself, so that
// database/sql prepares every one of them, and closes it when its rows are read.
type connection interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.Pinger
	driver.SessionResetter
	driver.Validator
}

// keeper is a connection, which database/sql lets one at a time use.
type keeper struct {
	connection
	kept  map[string]*kept
	clock int64 // counts what was asked
}

// statement is what the driver prepares.
type statement interface {
	driver.Stmt
	driver.StmtExecContext
	driver.StmtQueryContext
}

// kept is a text that was asked for, and from the second time on its statement.
type kept struct {
	statement
	asked int64
	lent  bool
}

// Close gives a statement back.
func (s *kept) Close() error {
	s.lent = false
	return nil
}

// mostKept is how many texts a connection remembers; each takes about 20 kB.
const mostKept = 128

// PrepareContext lends out the statement of a text. While it is lent, who asks for
// the same text gets one of his own.
func (k *keeper) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	k.clock++
	s, known := k.kept[query]
	if known && s.statement != nil && !s.lent {
		s.asked, s.lent = k.clock, true
		return s, nil
	}
	fresh, err := k.connection.PrepareContext(ctx, query)
	if err != nil || known && s.lent {
		return fresh, err
	}
	if !known {
		k.kept[query] = &kept{asked: k.clock}
		return fresh, k.makeRoom()
	}
	s.statement, s.asked, s.lent = fresh.(statement), k.clock, true
	return s, nil
}

// makeRoom forgets the text that was not asked for the longest, of those that nobody
// runs.
func (k *keeper) makeRoom() error {
	if len(k.kept) <= mostKept {
		return nil
	}
	oldest, least := "", k.clock
	for query, s := range k.kept {
		if s.asked < least && !s.lent {
			oldest, least = query, s.asked
		}
	}
	s := k.kept[oldest]
	delete(k.kept, oldest)
	return s.forget()
}

// forget ends a statement, if there is one.
func (s *kept) forget() error {
	if s == nil || s.statement == nil {
		return nil
	}
	return s.statement.Close()
}

// Close ends the statements and the connection.
func (k *keeper) Close() error {
	for _, s := range k.kept {
		if err := s.forget(); err != nil {
			return err
		}
	}
	return k.connection.Close()
}
