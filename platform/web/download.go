package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/danielgtaylor/huma/v2"

	"erba/kernel"
	"erba/platform/export"
	"erba/platform/identity"
)

// Download adds an endpoint that answers with a list as a file, open to users
// with the grant who have just shown who they are. It is the one way out for
// lists: the rows are written and counted first, and leave only if whoever asks
// may take so many along.
func Download[In any](r *Router, path, grant string, f func(context.Context, *In) (export.Table, error)) {
	if !identity.Capped(grant) {
		panic("web: " + path + " is an export, but " + grant + " has no caps: its verb must be export")
	}
	op, w := r.leaving(path, grant)
	r.Exports[op.Path] = grant
	huma.Register(r.api, op, func(ctx context.Context, in *In) (*huma.StreamResponse, error) {
		table, err := behind(ctx, r, in, Fresh(f))
		if err != nil {
			return nil, err
		}
		s, err := r.counted(ctx, table.Body)
		if err != nil {
			return nil, problemOf(ctx, err)
		}
		return &huma.StreamResponse{Body: func(out huma.Context) {
			defer s.Close()
			send(out, File{table.Body.File(), export.Types[table.Body.Format], s.pour})
		}}, nil
	})
	raise[In, export.Table](r, w, op)
}

// counted is a table that whoever asks may take along, and that is noted as
// taken: all of it waits in a file that has no name.
func (r *Router) counted(ctx context.Context, t export.Table) (_ *spool, err error) {
	if export.Types[t.Format] == "" {
		return nil, kernel.Invalid("web.bad_format", "format", t.Format)
	}
	if t.Population == nil {
		panic("web: " + t.Name + " does not say of how many rows it is a part")
	}
	o := asked(ctx)
	l := export.Leaving{Path: o.path, Query: o.query, File: t.File(), Table: true}
	most := int64(identity.Any) - 1
	if r.Room != nil {
		if most, err = r.Room(ctx, l); err != nil {
			return nil, err
		}
	}
	s, err := newSpool(o)
	if err != nil {
		return nil, err
	}
	if l.Rows, err = t.Most(s, most); err == nil {
		l.Whole, err = t.Whole(ctx, l.Rows)
	}
	if err == nil {
		err = r.taken(ctx, l)
	}
	if err == nil && l.Rows > most {
		err = fmt.Errorf("web: %d rows were let through where %d may", l.Rows, most)
	}
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// spool is where a file waits until it may leave.
type spool struct {
	*os.File
	order order
}

func newSpool(o order) (*spool, error) {
	f, err := os.CreateTemp("", "erba-*") // made with 0600
	if err != nil {
		return nil, fmt.Errorf("web: spool: %w", err)
	}
	return &spool{f, o}, nil
}

// Write keeps a piece; who waits is not given up meanwhile.
func (s *spool) Write(p []byte) (int, error) {
	if s.order.c != nil {
		extend(s.order.c, s.order.pace.Request)
	}
	return s.File.Write(p)
}

// Close takes the file away.
func (s *spool) Close() error { return errors.Join(s.File.Close(), os.Remove(s.Name())) }

// pour hands out what is kept.
func (s *spool) pour(w io.Writer) error {
	if _, err := s.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, struct{ io.Reader }{s.File})
	return err
}
