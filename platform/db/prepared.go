package db

import (
	"context"
	"database/sql"
	"sync"

	"github.com/jmoiron/sqlx"
)

// prepared are readers that keep the statements they were asked for twice. Only
// SQLite needs it: parsing and planning cost it a third of a short page, while
// pgx keeps statements by itself. Both engines plan a kept one anew when the
// schema has changed.
type prepared struct {
	*sqlx.DB
	mu    sync.Mutex
	kept  map[string]*statement
	clock int64 // counts what was asked
}

// statement is one text. It is closed when it has made room and nobody begins to
// run it any more; rows that are still read keep it open themselves.
type statement struct {
	*sqlx.Stmt
	asked   int64
	running int
	gone    bool
}

// mostKept is how many texts are remembered; each takes about 20 kB a connection.
const mostKept = 128

func newPrepared(pool *sqlx.DB) *prepared {
	return &prepared{DB: pool, kept: map[string]*statement{}}
}

// SelectContext runs a statement for all its rows.
func (p *prepared) SelectContext(ctx context.Context, dest any, query string, args ...any) error {
	s := p.begin(ctx, query)
	if s == nil {
		return p.DB.SelectContext(ctx, dest, query, args...)
	}
	defer p.end(s)
	return s.SelectContext(ctx, dest, args...)
}

// GetContext runs a statement for its first row.
func (p *prepared) GetContext(ctx context.Context, dest any, query string, args ...any) error {
	s := p.begin(ctx, query)
	if s == nil {
		return p.DB.GetContext(ctx, dest, query, args...)
	}
	defer p.end(s)
	return s.GetContext(ctx, dest, args...)
}

// QueryContext runs a statement whose rows the caller reads.
func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s := p.begin(ctx, query)
	if s == nil {
		return p.DB.QueryContext(ctx, query, args...)
	}
	defer p.end(s)
	return s.QueryContext(ctx, args...)
}

// begin is the kept statement of a text, nil when it is asked for the first time
// or cannot be prepared.
func (p *prepared) begin(ctx context.Context, query string) *statement {
	s, known := p.remembered(query)
	if known && s == nil {
		stmt, err := p.DB.PreparexContext(ctx, query) // unlocked: it may wait for a connection
		if err != nil {
			return nil // running it says why
		}
		return p.keep(query, stmt)
	}
	return s
}

// remembered is the statement of a text, and whether the text was asked for before.
func (p *prepared) remembered(query string) (*statement, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clock++
	s, known := p.kept[query]
	if !known {
		if len(p.kept) == mostKept {
			p.forget(p.oldest())
		}
		s = &statement{}
		p.kept[query] = s
	}
	s.asked = p.clock
	if s.Stmt == nil {
		return nil, known
	}
	s.running++
	return s, true
}

// keep remembers a new statement, unless somebody else was faster.
func (p *prepared) keep(query string, stmt *sqlx.Stmt) *statement {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.kept[query]
	switch {
	case s == nil: // it has made room meanwhile: it runs once
		s = &statement{Stmt: stmt, gone: true}
	case s.Stmt == nil:
		s.Stmt = stmt
	default:
		defer stmt.Close()
	}
	s.running++
	return s
}

func (p *prepared) end(s *statement) {
	p.mu.Lock()
	s.running--
	idle := s.gone && s.running == 0
	p.mu.Unlock()
	if idle {
		s.Stmt.Close()
	}
}

// oldest is the text that was not asked for the longest.
func (p *prepared) oldest() (text string) {
	least := p.clock
	for query, s := range p.kept {
		if s.asked < least {
			text, least = query, s.asked
		}
	}
	return text
}

func (p *prepared) forget(query string) {
	s := p.kept[query]
	delete(p.kept, query)
	if s.gone = true; s.Stmt != nil && s.running == 0 {
		s.Stmt.Close()
	}
}
